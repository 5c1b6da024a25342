package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What happened between us and enterprises, over many projects, as it stands: corrected as corrected, withdrawn not at all. */
@Component
public class EncounterQuery {
    /** @param round whether it was a round of talks, a visit otherwise */
    public record Met(ProjectId projectId, boolean round, LocalDate on, String summary, Set<StaffId> ours) {}

    /** @param staff who serves from that day on, {@code null} for nobody */
    public record Served(LocalDate from, StaffId staff) {}

    private static final Set<Class<? extends DomainEvent>> ENCOUNTERS = Set.of(
            LeadEvent.VisitLogged.class,
            LeadEvent.VisitCorrected.class,
            LeadEvent.VisitWithdrawn.class,
            NegotiationEvent.RoundLogged.class,
            NegotiationEvent.RoundCorrected.class);

    private final ValueReader reader;

    public EncounterQuery(ProjectHistory history) {
        reader = new ValueReader(history);
    }

    /**
     * Visits and rounds of these projects, whose scope the caller has checked.
     *
     * @param upTo with the last day
     */
    public List<Met> met(Collection<ProjectId> projects, LocalDate from, AsOf upTo) {
        List<Met> met = new ArrayList<>();
        reader.read(projects, ENCOUNTERS, upTo).forEach((project, values) -> {
            values.holding(ItemKind.VISIT, Visit.class).stream()
                    .filter(visit -> visit.withdrawn() == null)
                    .forEach(visit -> met.add(
                            new Met(project, false, visit.occurredOn(), visit.summary(), ids(visit.ourPeople()))));
            values.holding(ItemKind.ROUND, Round.class)
                    .forEach(round -> met.add(
                            new Met(project, true, round.occurredOn(), round.summary(), ids(round.ourPeople()))));
        });
        met.removeIf(each -> each.on().isBefore(from) || each.on().isAfter(upTo.asOf()));
        met.sort(Comparator.comparing(Met::on));
        return met;
    }

    private static Set<StaffId> ids(List<OurPerson> people) {
        return people.stream().map(OurPerson::staffId).collect(Collectors.toSet());
    }

    /** @return by project, who served it in that role from when on, in order of time */
    public Map<ProjectId, List<Served>> served(Collection<ProjectId> projects, ServiceRole role, AsOf upTo) {
        Map<ProjectId, List<Served>> served = new HashMap<>();
        reader.read(projects, Set.of(FollowUpEvent.ServiceAssigned.class), upTo)
                .forEach((project, values) -> served.put(
                        project,
                        values.all(ItemKind.SERVICE).stream()
                                .filter(value -> value.id().equals(role.name()))
                                .map(value -> new Served(
                                        value.from(),
                                        value.as(DossierView.Service.class).staffId()))
                                .toList()));
        return served;
    }
}
