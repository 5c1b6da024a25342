package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.project.ProjectScope;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Histories of projects, the audit over everything, and the feed for other systems. */
@Component
public class TimelineQuery {
    private static final int LARGEST = 1000;

    private static final String SELECT = """
            select t.*, p.project_no, p.name as project_name
            from timeline t
            left join project p on p.project_id = t.project_id
            where %s
            order by %s
            limit :limit
            """;

    private static final ObjectMapper FACTS = Json.mapper().registerModule(withoutPersonalData());

    private final JdbcClient jdbc;
    private final RecordedEvents events;
    private final Map<String, Topic> topics;

    public TimelineQuery(JdbcClient jdbc, RecordedEvents events, EventNames names) {
        this.jdbc = jdbc;
        this.events = events;
        this.topics = names.all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, event -> Topic.of(event.getValue())));
    }

    /**
     * The history of a project, newest first.
     *
     * @param cursor {@code null} for the first page
     * @param limit at most 1000
     * @return nothing when the project is not the viewer's to see
     */
    public List<TimelineEntry> history(
            ProjectId project,
            HistoryFilter filter,
            HistoryOrder order,
            HistoryCursor cursor,
            int limit,
            Viewer viewer,
            AsOf asOf) {
        Where where = new Where(viewer)
                .project(project)
                .filter(filter, topics)
                .asOf(asOf)
                .behind(order, cursor);
        return list(where, order(order), limit);
    }

    /** The audit: all events that the viewer may see, newest first. Keyset paging by {@code cursor}. */
    public List<TimelineEntry> audit(
            HistoryFilter filter, HistoryOrder order, HistoryCursor cursor, int limit, Viewer viewer) {
        return list(new Where(viewer).filter(filter, topics).behind(order, cursor), order(order), limit);
    }

    /** @return how many events the audit finds, at most {@code ceiling}: more than that nobody pages through */
    public long auditCount(HistoryFilter filter, Viewer viewer, int ceiling) {
        Where where = new Where(viewer).filter(filter, topics);
        return jdbc.sql(
                        "select count(*) from (select 1 from timeline t left join project p on p.project_id = t.project_id"
                                + " where " + where.sql() + " limit :ceiling) hits")
                .params(where.params())
                .param("ceiling", ceiling)
                .query(Long.class)
                .single();
    }

    /** The feed: events in the order in which they were recorded, behind {@code position}. */
    public List<TimelineEntry> feed(long after, int limit, Viewer viewer) {
        return list(new Where(viewer).and("t.position > :after", "after", after), "t.position", limit);
    }

    /**
     * Events recorded by others after an instant on the projects that somebody works on, newest first.
     *
     * @param workers on whose projects; {@code null} for all that the viewer may see
     */
    public List<TimelineEntry> since(Instant after, Collection<StaffId> workers, int limit, Viewer viewer) {
        return list(news(after, workers, viewer), "t.position desc", limit);
    }

    /** How many {@link #since} would find without a limit. */
    public long sinceCount(Instant after, Collection<StaffId> workers, Viewer viewer) {
        Where where = news(after, workers, viewer);
        return jdbc.sql("select count(*) from timeline t left join project p on p.project_id = t.project_id where "
                        + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static Where news(Instant after, Collection<StaffId> workers, Viewer viewer) {
        Where where = new Where(viewer)
                .and("t.recorded_at > :since", "since", after.atOffset(ZoneOffset.UTC))
                .and("t.project_id is not null");
        if (workers != null) {
            where.and(
                    "p.people && :workers",
                    "workers",
                    workers.stream().map(StaffId::value).toArray(UUID[]::new));
        }
        if (viewer.staffId() != null) {
            where.and(
                    "t.recorded_by is distinct from :me", "me", viewer.staffId().value());
        }
        return where;
    }

    /**
     * What became of one aggregate since somebody looked at it, the latest first.
     *
     * @param sequence of the last event that was seen, as {@link #lastSequence} gave it
     * @return nothing when it is not the viewer's to see
     */
    public List<TimelineEntry> behind(UUID aggregate, long sequence, int limit, Viewer viewer) {
        Where where = new Where(viewer)
                .and("t.aggregate_id = :aggregate", "aggregate", aggregate)
                .and("t.sequence > :sequence", "sequence", sequence);
        return list(where, "t.sequence desc", limit);
    }

    /** @return sequence of the last event of an aggregate that the timeline has seen; -1 when there is none */
    public long lastSequence(UUID aggregate) {
        return jdbc.sql("select coalesce(max(sequence), -1) from timeline where aggregate_id = :aggregate")
                .param("aggregate", aggregate)
                .query(Long.class)
                .single();
    }

    public HistorySummary summary(ProjectId project, Viewer viewer, AsOf asOf) {
        Where where = new Where(viewer).project(project).asOf(asOf);
        Map<Topic, Long> byTopic = new EnumMap<>(Topic.class);
        long[] sums = new long[4];
        LocalDate[] earliest = new LocalDate[1];
        jdbc.sql("""
                        select t.name, count(*) as total, min(t.occurred_on) as earliest,
                               count(*) filter (where t.corrects) as corrections,
                               count(*) filter (where t.days_late > 0) as late,
                               count(*) filter (where t.amount_changed) as amounts
                        from timeline t left join project p on p.project_id = t.project_id
                        where %s group by t.name
                        """.formatted(where.sql())).params(where.params()).query(row -> {
            byTopic.merge(topics.get(row.getString("name")), row.getLong("total"), Long::sum);
            sums[0] += row.getLong("total");
            sums[1] += row.getLong("corrections");
            sums[2] += row.getLong("late");
            sums[3] += row.getLong("amounts");
            LocalDate day = row.getObject("earliest", LocalDate.class);
            earliest[0] = earliest[0] == null || day.isBefore(earliest[0]) ? day : earliest[0];
        });
        return new HistorySummary(sums[0], earliest[0], sums[1], sums[2], sums[3], byTopic);
    }

    /** People who entered something in a project's history, for its filter. */
    public Set<StaffId> recorders(ProjectId project, Viewer viewer) {
        Where where = new Where(viewer).project(project).and("t.recorded_by is not null");
        return Set.copyOf(jdbc.sql("select distinct t.recorded_by from timeline t left join project p"
                        + " on p.project_id = t.project_id where " + where.sql())
                .params(where.params())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .list());
    }

    /**
     * The past values of one field, newest recorded first.
     *
     * @param field as in {@link FieldChange#field}
     * @param item the list element, or {@code null} for a field that is no list
     */
    public List<FieldPast> past(ProjectId project, String field, String item, Viewer viewer, AsOf asOf) {
        List<FieldPast> pasts = new ArrayList<>();
        HistoryCursor cursor = null;
        List<TimelineEntry> page;
        do {
            page = history(project, HistoryFilter.ALL, HistoryOrder.RECORDED, cursor, LARGEST, viewer, asOf);
            for (TimelineEntry entry : page) {
                entry.changes().stream()
                        .filter(change -> change.field().equals(field) && Objects.equals(change.item(), item))
                        .forEach(change -> pasts.add(new FieldPast(
                                change,
                                entry.occurredOn(),
                                entry.recordedAt(),
                                entry.recordedBy(),
                                entry.reason(),
                                entry.name(),
                                entry.position())));
            }
            cursor = page.isEmpty() ? null : HistoryCursor.behind(page.getLast());
        } while (page.size() == LARGEST);
        return pasts;
    }

    /** @return projects that this one was ever given to serve */
    public Set<ProjectId> everServed(StaffId staff, AsOf asOf) {
        return Set.copyOf(jdbc.sql("""
                        select distinct project_id from timeline
                        where assigned = :staff
                          and (cast(:knownAt as timestamptz) is null or recorded_at <= :knownAt)
                        """)
                .param("staff", staff.value())
                .param("knownAt", Where.utc(asOf.knownAt()))
                .query((row, number) -> new ProjectId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Logical names that occur in the store, for the audit's filter. */
    public List<String> names() {
        return jdbc.sql("""
                        with recursive name as (
                            (select t.name from timeline t order by t.name limit 1)
                            union all
                            select (select t.name from timeline t where t.name > name.name order by t.name limit 1)
                            from name where name.name is not null)
                        select name from name where name is not null
                        """).query(String.class).list();
    }

    /** @return position of the last event that the timeline has seen; 0 when there is none */
    public long lastPosition() {
        return jdbc.sql("select coalesce(max(position), 0) from timeline")
                .query(Long.class)
                .single();
    }

    /** What the timeline knows of an event beside the event itself. */
    private record Row(
            long position,
            UUID aggregateId,
            ProjectId projectId,
            String projectNo,
            String projectName,
            String name,
            boolean corrects,
            int daysLate,
            Before before) {}

    private List<TimelineEntry> list(Where where, String order, int limit) {
        List<Row> rows = jdbc.sql(SELECT.formatted(where.sql(), order))
                .params(where.params())
                .param("limit", Math.clamp(limit, 1, LARGEST))
                .query(TimelineQuery::row)
                .list();
        Map<Long, Recorded> recorded =
                events.at(rows.stream().map(Row::position).toList());
        Map<String, Long> corrections = corrections(
                recorded.values().stream().map(each -> each.meta().eventId()).toList(), where.knownAt());
        return rows.stream()
                .map(row -> entry(row, recorded.get(row.position()), corrections))
                .toList();
    }

    /**
     * What was corrected later than the instant asked about was not yet known to be wrong.
     *
     * @return position of the event that corrected it, by id of the corrected event
     */
    private Map<String, Long> corrections(List<String> eventIds, OffsetDateTime knownAt) {
        Map<String, Long> corrections = new HashMap<>();
        jdbc.sql("""
                        select event_id, position from timeline_correction
                        where event_id = any(:events)
                          and (cast(:knownAt as timestamptz) is null or recorded_at <= :knownAt)""")
                .param("events", eventIds.toArray(String[]::new))
                .param("knownAt", knownAt)
                .query(row -> {
                    corrections.put(row.getString("event_id"), row.getLong("position"));
                });
        return corrections;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID project = row.getObject("project_id", UUID.class);
        return new Row(
                row.getLong("position"),
                row.getObject("aggregate_id", UUID.class),
                project == null ? null : new ProjectId(project),
                row.getString("project_no"),
                row.getString("project_name"),
                row.getString("name"),
                row.getBoolean("corrects"),
                row.getInt("days_late"),
                Before.read(row.getString("before")));
    }

    private TimelineEntry entry(Row row, Recorded recorded, Map<String, Long> corrections) {
        DomainEvent event = recorded.event();
        EventMeta meta = recorded.meta();
        return new TimelineEntry(
                row.position(),
                meta.eventId(),
                row.aggregateId(),
                meta.sequence(),
                row.name(),
                Topic.of(event.getClass()),
                row.projectId(),
                row.projectNo(),
                row.projectName(),
                event.occurredOn(),
                meta.recordedAt(),
                meta.recordedBy(),
                meta.onBehalfOf(),
                new TreeSet<>(meta.roles()),
                meta.channel(),
                meta.reason(),
                meta.correctionOf(),
                corrections.get(meta.eventId()),
                row.corrects(),
                row.daysLate(),
                meta.importBatch(),
                FieldPuts.of(event).changes(row.before()),
                FACTS.valueToTree(event));
    }

    private static SimpleModule withoutPersonalData() {
        return new SimpleModule("without-personal-data") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addBeanSerializerModifier(new BeanSerializerModifier() {
                    @Override
                    public List<BeanPropertyWriter> changeProperties(
                            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                        if (!bean.getBeanClass().isRecord()) {
                            return properties;
                        }
                        Set<String> personal = Part.of(bean.getBeanClass()).stream()
                                .filter(Part::personal)
                                .map(Part::name)
                                .collect(Collectors.toSet());
                        return properties.stream()
                                .filter(property -> !personal.contains(property.getName()))
                                .toList();
                    }
                });
            }
        };
    }

    private static String order(HistoryOrder order) {
        return order == HistoryOrder.OCCURRED ? "t.occurred_on desc, t.position desc" : "t.position desc";
    }

    private static final class Where extends Conditions<Where> {
        private OffsetDateTime knownAt;

        Where(Viewer viewer) {
            if (!viewer.seesAllParks()) {
                ProjectScope scope = ProjectScope.of(viewer);
                and("(t.project_id is not null and " + scope.sql("p") + " or t.project_id is null"
                        + (viewer.has(Role.AUDITOR) || viewer.has(Role.ADMINISTRATOR)
                                ? ""
                                : " and t.name like 'investor.%'")
                        + ")");
                scope.params().forEach(this::with);
            }
        }

        Where project(ProjectId project) {
            return and("t.project_id = :project", "project", project.value());
        }

        /** @param topics of events by their names */
        Where filter(HistoryFilter filter, Map<String, Topic> topics) {
            if (filter.projectId() != null) {
                project(filter.projectId());
            }
            any("t.name", "names", filter.names());
            any("split_part(t.name, '.', 1)", "capabilities", filter.capabilities());
            any(
                    "t.name",
                    "topical",
                    topics.entrySet().stream()
                            .filter(event -> filter.topics().contains(event.getValue()))
                            .map(Map.Entry::getKey)
                            .toList());
            if (filter.recordedBy() != null) {
                and(
                        "(t.recorded_by = :recorder or t.on_behalf_of = :recorder)",
                        "recorder",
                        filter.recordedBy().value());
            }
            given("t.occurred_on >= :occurredFrom", "occurredFrom", filter.occurredFrom());
            given("t.occurred_on <= :occurredTo", "occurredTo", filter.occurredTo());
            given("t.recorded_at >= :recordedFrom", "recordedFrom", utc(filter.recordedFrom()));
            given("t.recorded_at < :recordedTo", "recordedTo", utc(filter.recordedTo()));
            if (filter.onlyCorrections()) {
                and("t.corrects");
            }
            if (filter.onlyLate()) {
                and("t.days_late > 0");
            }
            if (filter.onlyAmountChanges()) {
                and("t.amount_changed");
            }
            return this;
        }

        Where asOf(AsOf asOf) {
            given("t.occurred_on <= :asOf", "asOf", asOf.asOf());
            knownAt = utc(asOf.knownAt());
            given("t.recorded_at <= :knownAt", "knownAt", knownAt);
            return this;
        }

        Where behind(HistoryOrder order, HistoryCursor cursor) {
            if (cursor != null) {
                with("behindPosition", cursor.position());
                if (order == HistoryOrder.OCCURRED) {
                    return and(
                            "(t.occurred_on, t.position) < (:behindOn, :behindPosition)",
                            "behindOn",
                            cursor.occurredOn());
                }
                return and("t.position < :behindPosition");
            }
            return this;
        }

        /** @return {@code null} for what is known now */
        OffsetDateTime knownAt() {
            return knownAt;
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }
}
