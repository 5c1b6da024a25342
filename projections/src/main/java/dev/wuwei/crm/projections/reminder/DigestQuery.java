package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.reminder.Digest;
import dev.wuwei.crm.reminder.Digest.Figure;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The daily digest (每日简报) of one person, by the same questions as the screens that it sums up. */
@Component
public class DigestQuery {
    private static final Map<Figure, String> EVENTS = Map.of(
            Figure.LEADS, "lead.LeadRegistered",
            Figure.VISITS, "lead.VisitLogged",
            Figure.AGREEMENTS, "signing.AgreementSigned",
            Figure.MILESTONES, "followup.MilestoneRecognised",
            Figure.TICKETS, "ticket.TicketRaised");

    private final TimelineQuery timeline;
    private final TaskQuery tasks;
    private final TicketQuery tickets;

    public DigestQuery(TimelineQuery timeline, TaskQuery tasks, TicketQuery tickets) {
        this.timeline = timeline;
        this.tasks = tasks;
        this.tickets = tickets;
    }

    /**
     * @param since first day whose entries are counted, by the day on which they were recorded
     * @param today the day before which they were, and as of which things are late
     */
    public Digest of(Viewer viewer, LocalDate since, LocalDate today) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        EVENTS.forEach((figure, event) -> figures.put(
                figure,
                timeline.auditCount(
                        HistoryFilter.recorded(Set.of(event), start(since), start(today)), viewer, Integer.MAX_VALUE)));
        figures.put(Figure.LATE_PHASES, tasks.overdueCount(WorkScope.PARK, viewer, today));
        figures.put(
                Figure.LATE_TICKETS,
                tickets.counts(TicketFilter.all(), AsOf.NOW, viewer, today).overdue());
        return new Digest(figures);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(EventMeta.ZONE).toInstant();
    }
}
