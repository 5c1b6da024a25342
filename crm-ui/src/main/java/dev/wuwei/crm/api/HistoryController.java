package dev.wuwei.crm.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.timeline.FieldChange;
import dev.wuwei.crm.projections.timeline.HistoryCursor;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import dev.wuwei.crm.ui.sentence.KnownNames;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened: one project's history, the visits, and the feed of everything for other systems. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryController {
    private static final int MOST = 1000;
    private static final String TIMELINE = "timeline";

    private final TimelineQuery timeline;
    private final ProjectController.ProjectFinder finder;
    private final HistoryWords words;
    private final KnownNames names;
    private final StaffDirectory staff;
    private final Processors processors;

    HistoryController(
            TimelineQuery timeline,
            ProjectController.ProjectFinder finder,
            HistoryWords words,
            KnownNames names,
            StaffDirectory staff,
            Processors processors) {
        this.timeline = timeline;
        this.finder = finder;
        this.words = words;
        this.names = names;
        this.staff = staff;
        this.processors = processors;
    }

    /** @param item which element of a list: phase, clause, topic; left out for a field that is no list */
    record ChangeRow(
            String field,
            @JsonInclude(JsonInclude.Include.NON_NULL) String item,
            Object before,
            Object after) {}

    /**
     * @param recordedBy user name; {@code null} when the system did it
     * @param correctionOf id of the event that it corrects
     * @param correctedBy position of the event that corrected it
     * @param text one sentence in the caller's language
     */
    record Event(
            long position,
            String name,
            LocalDate occurredOn,
            Instant recordedAt,
            String recordedBy,
            String onBehalfOf,
            String reason,
            String correctionOf,
            String text,
            List<ChangeRow> changes,
            String eventId,
            Long correctedBy,
            int daysLate,
            String channel) {}

    record History(
            String projectNo,
            String projectId,
            LocalDate asOf,
            Instant knownAt,
            List<Event> events,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long before) {}

    /**
     * @param before only events before this position; the answer's own {@code before} is for the next page
     */
    @GetMapping("/projects/{idOrNo}/history")
    History history(
            @PathVariable String idOrNo,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Bounds.within("limit", limit, 1, MOST);
        Viewer viewer = Account.viewer();
        ProjectView project = finder.find(idOrNo, point.query(), viewer);
        List<TimelineEntry> entries = timeline.history(
                project.projectId(),
                HistoryFilter.of(project.projectId()),
                HistoryOrder.RECORDED,
                before == null ? null : new HistoryCursor(null, before),
                limit,
                viewer,
                point.query());
        Told told = new Told(ApiLocale.of(http));
        return new History(
                project.projectNo(),
                project.projectId().toString(),
                point.asOf(),
                point.knownAt(),
                entries.reversed().stream().map(told::event).toList(),
                entries.size() < limit ? null : entries.getLast().position());
    }

    /** @param data what the event says; personal data left out */
    record FeedEvent(
            long position,
            String name,
            String eventId,
            String aggregateId,
            long sequence,
            String projectId,
            String projectNo,
            LocalDate occurredOn,
            Instant recordedAt,
            String recordedBy,
            String reason,
            String correctionOf,
            @JsonRawValue String data) {}

    /** @param next ask for what comes after this position */
    record Feed(List<FeedEvent> events, long next) {}

    /**
     * In the order of the store and without gaps: a position that is still being written holds back those behind it, so a
     * reader that goes on from {@code next} misses nothing.
     */
    @GetMapping("/events")
    Feed events(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        Bounds.within("limit", limit, 1, MOST);
        long safe = processors.seenWithoutGap(TIMELINE);
        Map<StaffId, String> usernames = new HashMap<>();
        List<FeedEvent> events = timeline.feed(after, limit, Account.viewer()).stream()
                .filter(entry -> entry.position() <= safe)
                .map(entry -> new FeedEvent(
                        entry.position(),
                        entry.name(),
                        entry.eventId(),
                        entry.aggregateId().toString(),
                        entry.sequence(),
                        entry.projectId() == null ? null : entry.projectId().toString(),
                        entry.projectNo(),
                        entry.occurredOn(),
                        entry.recordedAt(),
                        username(entry.recordedBy(), usernames),
                        entry.reason(),
                        entry.correctionOf(),
                        entry.facts().toString()))
                .toList();
        return new Feed(events, events.isEmpty() ? after : events.getLast().position());
    }

    record Visit(
            String visitId,
            String projectId,
            String projectNo,
            String projectName,
            String kind,
            String kindLabel,
            LocalDate occurredOn,
            String place,
            String summary,
            String nextStep,
            LocalDate nextContactOn,
            List<String> ourPeople,
            boolean corrected,
            int daysLate,
            String recordedBy,
            Instant recordedAt,
            long position) {}

    record Visits(LocalDate asOf, Instant knownAt, List<Visit> rows, long total) {}

    /** Visits as they stand: corrected ones as corrected, withdrawn ones not at all; newest first. */
    @GetMapping("/visits")
    Visits visits(
            @RequestParam(required = false) String project,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Bounds.within("limit", limit, 1, MOST);
        Viewer viewer = Account.viewer();
        Set<String> kinds =
                new LinkedHashSet<>(List.of("lead.VisitLogged", "lead.VisitCorrected", "lead.VisitWithdrawn"));
        List<TimelineEntry> entries;
        if (project == null) {
            Instant end = point.query().knownAt() == null
                    ? null
                    : point.query().knownAt().plusNanos(1000);
            HistoryFilter filter = new HistoryFilter(
                    null, kinds, null, null, null, from, earlier(to, point.query()), null, end, false, false, false);
            entries = timeline.audit(filter, HistoryOrder.RECORDED, null, MOST, viewer);
        } else {
            ProjectView found = finder.find(project, point.query(), viewer);
            HistoryFilter filter = new HistoryFilter(
                    found.projectId(), kinds, null, null, null, from, to, null, null, false, false, false);
            entries = timeline.history(
                    found.projectId(), filter, HistoryOrder.RECORDED, null, MOST, viewer, point.query());
        }
        Told told = new Told(ApiLocale.of(http));
        Map<String, Visit> standing = new LinkedHashMap<>();
        for (TimelineEntry entry : entries) {
            standing.computeIfAbsent(entry.fact("visitId"), id -> told.visit(entry));
        }
        List<Visit> rows = standing.values().stream()
                .filter(visit -> visit.kind() != null)
                .sorted(java.util.Comparator.comparing(Visit::occurredOn)
                        .thenComparing(Visit::position)
                        .reversed())
                .toList();
        return new Visits(
                point.asOf(), point.knownAt(), rows.stream().limit(limit).toList(), rows.size());
    }

    private static LocalDate earlier(LocalDate to, AsOf asOf) {
        return to == null || (asOf.asOf() != null && asOf.asOf().isBefore(to)) ? asOf.asOf() : to;
    }

    private String username(StaffId id, Map<StaffId, String> known) {
        return id == null
                ? null
                : known.computeIfAbsent(
                        id,
                        it -> staff.account(it)
                                .map(StaffDirectory.Account::username)
                                .orElse(it.toString()));
    }

    /** One answer's entries in words; looks each name up once. */
    private final class Told {
        private final Locale locale;
        private final Names known = names.remembering();
        private final Map<StaffId, String> usernames = new HashMap<>();

        Told(Locale locale) {
            this.locale = locale;
        }

        Event event(TimelineEntry entry) {
            return new Event(
                    entry.position(),
                    entry.name(),
                    entry.occurredOn(),
                    entry.recordedAt(),
                    username(entry.recordedBy(), usernames),
                    username(entry.onBehalfOf(), usernames),
                    entry.reason(),
                    entry.correctionOf(),
                    words.sentence(entry, known, locale).text(),
                    entry.changes().stream().map(this::change).toList(),
                    entry.eventId(),
                    entry.correctedBy(),
                    entry.daysLate(),
                    ProjectController.constant(entry.channel()));
        }

        private ChangeRow change(FieldChange change) {
            return new ChangeRow(change.field(), change.item(), wire(change.before()), wire(change.after()));
        }

        private Object wire(Object value) {
            return switch (value) {
                case null -> null;
                case Money money -> Units.Amount.inWan(money);
                case Area area -> Units.Land.of(area);
                case Coded coded -> ProjectController.Code.of(coded);
                case BigDecimal number -> number.toPlainString();
                case StaffId id -> username(id, usernames);
                case OurPerson person -> username(person.staffId(), usernames);
                case FieldChange.Attendee attendee -> known.nameOf(attendee.personId());
                case TypedId id -> id.value().toString();
                case DueRule due -> due;
                case Collection<?> many -> many.stream().map(this::wire).toList();
                case Boolean flag -> flag;
                case String text ->
                    text.matches("[A-Z][A-Za-z]+\\.[A-Z_]+") ? text.substring(text.indexOf('.') + 1) : text;
                case dev.wuwei.crm.shared.Attachment file -> file;
                default -> value.toString();
            };
        }

        Visit visit(TimelineEntry entry) {
            var visit = entry.facts().path("visit");
            boolean withdrawn = visit.isMissingNode();
            String kind = withdrawn ? null : visit.path("kind").asText();
            List<String> people = new ArrayList<>();
            visit.path("ourPeople")
                    .forEach(person -> people.add(
                            known.nameOf(StaffId.of(person.path("staffId").asText()))));
            return new Visit(
                    entry.fact("visitId"),
                    entry.projectId().toString(),
                    entry.projectNo(),
                    entry.projectName(),
                    kind,
                    kind == null ? null : Words.text(VisitKind.valueOf(kind), locale),
                    entry.occurredOn(),
                    text(visit, "place"),
                    text(visit, "summary"),
                    text(visit, "nextStep"),
                    visit.hasNonNull("nextContactOn")
                            ? LocalDate.parse(visit.path("nextContactOn").asText())
                            : null,
                    people,
                    entry.corrects(),
                    entry.daysLate(),
                    username(entry.recordedBy(), usernames),
                    entry.recordedAt(),
                    entry.position());
        }

        private static String text(com.fasterxml.jackson.databind.JsonNode node, String field) {
            return node.hasNonNull(field) ? node.path(field).asText() : null;
        }
    }
}
