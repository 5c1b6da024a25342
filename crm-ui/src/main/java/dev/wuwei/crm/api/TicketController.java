package dev.wuwei.crm.api;

import static dev.wuwei.crm.api.ProjectController.constant;

import dev.wuwei.crm.api.ProjectController.Code;
import dev.wuwei.crm.api.ProjectController.Person;
import dev.wuwei.crm.api.ProjectController.ProjectFinder;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.projections.ticket.TicketCounts;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketSort;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketAction;
import dev.wuwei.crm.ticket.TicketState;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets as they stood on any day, as known at any instant: the list with its counts, and one ticket. */
@RestController
@RequestMapping(path = "/api/v1/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketController {
    private final TicketQuery tickets;
    private final ProjectFinder projects;

    TicketController(TicketQuery tickets, ProjectFinder projects) {
        this.tickets = tickets;
        this.projects = projects;
    }

    /** @param daysLate working days past the limit; negative while it is not yet past */
    record Ticket(
            String ticketId,
            String ticketNo,
            String title,
            Code category,
            String projectId,
            String projectNo,
            String projectName,
            Code park,
            String state,
            String stateLabel,
            LocalDate stateOn,
            Code unit,
            Person handler,
            LocalDate dueOn,
            int daysLate,
            boolean overdue,
            String notice,
            String satisfaction,
            LocalDate raisedOn,
            String raisedBy,
            List<String> availableActions,
            long sequence) {
        static Ticket of(TicketView view, PointInTime point, Locale locale) {
            return new Ticket(
                    view.ticketId().toString(),
                    view.ticketNo(),
                    view.title(),
                    Code.of(view.category()),
                    view.projectId().toString(),
                    view.projectNo(),
                    view.projectName(),
                    Code.of(view.park()),
                    view.state().name(),
                    Words.text(view.state(), locale),
                    view.stateOn(),
                    Code.of(view.unit()),
                    Person.of(view.handler(), view.handlerName()),
                    view.dueOn(),
                    view.daysLate(),
                    view.isOverdue(),
                    constant(view.notice()),
                    constant(view.satisfaction()),
                    view.raisedOn(),
                    view.raisedByName(),
                    point.query().isNow() ? actions(view) : List.of(),
                    view.sequence());
        }

        private static List<String> actions(TicketView view) {
            return view.availableActions().stream()
                    .map(TicketAction::command)
                    .filter(command -> CommandDispatcher.mayBeSent(
                            command, Account.viewer().roles()))
                    .map(command -> "ticket." + command.getSimpleName())
                    .toList();
        }
    }

    /** Counts over the whole answer, not the page; withdrawn tickets never count. */
    record Counts(long total, long open, long overdue, Map<String, Long> byState, Map<String, Long> byNotice) {
        static Counts of(TicketCounts counts) {
            Map<String, Long> states = new LinkedHashMap<>();
            for (TicketState state : TicketState.values()) {
                states.put(state.name(), counts.byState().get(state));
            }
            Map<String, Long> notices = new LinkedHashMap<>();
            for (NoticeLevel level : NoticeLevel.values()) {
                notices.put(level.name(), counts.byNotice().get(level));
            }
            return new Counts(counts.total(), counts.open(), counts.overdue(), states, notices);
        }
    }

    record Tickets(List<Ticket> rows, long total, Counts counts, int page, int size, LocalDate asOf, Instant knownAt) {}

    @GetMapping
    Tickets tickets(
            @RequestParam(required = false) Set<TicketState> state,
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Set<String> category,
            @RequestParam(required = false) Set<String> unit,
            @RequestParam(required = false) Set<NoticeLevel> notice,
            @RequestParam(required = false) String project,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) LocalDate raisedFrom,
            @RequestParam(required = false) LocalDate raisedTo,
            @RequestParam(required = false) LocalDate closedFrom,
            @RequestParam(required = false) LocalDate closedTo,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Page asked = Bounds.page(page, size);
        TicketFilter filter = TicketFilter.all()
                .text(q)
                .states(Objects.requireNonNullElse(state, Set.of()))
                .parks(Objects.requireNonNullElse(park, Set.of()))
                .categories(Objects.requireNonNullElse(category, Set.of()))
                .units(Objects.requireNonNullElse(unit, Set.of()))
                .notices(Objects.requireNonNullElse(notice, Set.of()))
                .onlyOpen(open)
                .onlyOverdue(overdue)
                .raised(raisedFrom, raisedTo)
                .closed(closedFrom, closedTo);
        if (project != null && !project.isBlank()) {
            filter.project(
                    projects.find(project, point.query(), Account.viewer()).projectId());
        }
        Page.Of<TicketView> found =
                tickets.page(filter, order(sort), asked, point.query(), Account.viewer(), Today.date());
        Locale locale = ApiLocale.of(http);
        return new Tickets(
                found.rows().stream()
                        .map(view -> Ticket.of(view, point, locale))
                        .toList(),
                found.total(),
                Counts.of(tickets.counts(filter, point.query(), Account.viewer(), Today.date())),
                page,
                size,
                point.asOf(),
                point.knownAt());
    }

    /** @param text {@code due}, {@code -raised} … */
    private static TicketSort order(String text) {
        if (text == null || text.isBlank()) {
            return TicketSort.USUAL;
        }
        boolean descending = text.startsWith("-");
        String name = (descending ? text.substring(1) : text).strip();
        return Arrays.stream(TicketSort.By.values())
                .filter(by -> by.name().equalsIgnoreCase(name))
                .findFirst()
                .map(by -> new TicketSort(by, descending))
                .orElseThrow(() -> RuleViolated.at("sort", LedgerRule.UNKNOWN_SORT, text));
    }

    record Step(
            String state,
            String stateLabel,
            LocalDate occurredOn,
            Instant recordedAt,
            String by,
            Code unit,
            String handler,
            LocalDate dueOn,
            String note,
            boolean moved) {
        static Step of(TicketFile.Step step, Locale locale) {
            return new Step(
                    step.state().name(),
                    Words.text(step.state(), locale),
                    step.occurredOn(),
                    step.recordedAt(),
                    step.byName(),
                    Code.of(step.unit()),
                    step.handlerName(),
                    step.dueOn(),
                    step.note(),
                    step.moved());
        }
    }

    record Recipient(String id, String name, String way, Instant deliveredAt, Instant readAt) {}

    record Notice(
            String noticeId,
            String level,
            LocalDate dueOn,
            int daysLate,
            LocalDate sentOn,
            String sentBy,
            List<Recipient> recipients,
            LocalDate interviewedOn,
            String interview) {
        static Notice of(NoticeView view) {
            return new Notice(
                    view.noticeId().toString(),
                    view.level().name(),
                    view.dueOn(),
                    view.daysLate(),
                    view.sentOn(),
                    view.sentByName(),
                    view.recipients().stream()
                            .map(to -> new Recipient(
                                    to.staffId().toString(),
                                    to.name(),
                                    constant(to.way()),
                                    to.deliveredAt(),
                                    to.readAt()))
                            .toList(),
                    view.interviewedOn(),
                    view.interview());
        }
    }

    record OneTicket(
            Ticket ticket,
            String description,
            List<Step> steps,
            List<Notice> notices,
            LocalDate asOf,
            Instant knownAt) {}

    @GetMapping("/{ticketId}")
    OneTicket ticket(
            @PathVariable String ticketId,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        TicketFile file = tickets.find(id(ticketId), point.query(), Account.viewer(), Today.date())
                .orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        return new OneTicket(
                Ticket.of(file.ticket(), point, locale),
                file.description(),
                file.steps().stream().map(step -> Step.of(step, locale)).toList(),
                file.notices().stream().map(Notice::of).toList(),
                point.asOf(),
                point.knownAt());
    }

    private static IssueTicketId id(String text) {
        try {
            return IssueTicketId.of(text);
        } catch (IllegalArgumentException e) {
            throw new RuleViolated(ApiRule.NOT_FOUND);
        }
    }
}
