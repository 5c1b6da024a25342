package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.Limit;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.Satisfaction;
import dev.wuwei.crm.ticket.TicketAction;
import dev.wuwei.crm.ticket.TicketActions;
import dev.wuwei.crm.ticket.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets as of any day and as known at any instant. Limits are past when a working day has gone by since.
 *
 * <p>{@code today} is the day that limits are held against where no other day is asked for.
 */
@Component
public class TicketQuery {
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final NoticeQuery notices;

    public TicketQuery(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.notices = new NoticeQuery(jdbc);
    }

    public Page.Of<TicketView> page(
            TicketFilter filter, TicketSort sort, Page page, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = day(asOf, today);
        TicketWhere where = where(asOf, viewer, day).filter(filter);
        List<TicketView> rows =
                rows(where, "order by " + sort.sql() + " limit :size offset :offset", page, viewer, day);
        return new Page.Of<>(rows, count(where));
    }

    private long count(TicketWhere where) {
        return jdbc.sql("select count(*) from " + where.from() + " where " + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private List<TicketView> rows(TicketWhere where, String order, Page page, Viewer viewer, LocalDate day) {
        return jdbc.sql("""
                        select t.*, x.title, x.category_code, x.category_name, s.state, s.occurred_on, s.unit_code,
                               s.unit_name, s.handler, h.name as handler_name, s.due_on, s.satisfaction,
                               n.level as notice, r.name as raised_by_name
                        from %s left join staff r on r.staff_id = t.raised_by where %s %s
                        """.formatted(where.from(), where.sql(), order))
                .params(where.params())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> view(row, viewer, day))
                .list();
    }

    /** Counts over what the filter leaves, states and withdrawn ones aside. */
    public TicketCounts counts(TicketFilter filter, AsOf asOf, Viewer viewer, LocalDate today) {
        TicketWhere where = where(asOf, viewer, day(asOf, today)).filter(filter).and("s.state <> 'WITHDRAWN'");
        Map<TicketState, Long> states = new EnumMap<>(TicketState.class);
        for (TicketState state : TicketState.values()) {
            states.put(state, 0L);
        }
        Map<NoticeLevel, Long> levels = new EnumMap<>(NoticeLevel.class);
        for (NoticeLevel level : NoticeLevel.values()) {
            levels.put(level, 0L);
        }
        long[] sums = new long[3];
        jdbc.sql("""
                        select s.state, n.level, count(*), count(*) filter (where s.due_on is not null),
                               count(*) filter (where s.due_on < :lateBefore)
                        from %s where %s group by s.state, n.level
                        """.formatted(where.from(), where.sql()))
                .params(where.params())
                .query(row -> {
                    states.merge(TicketState.valueOf(row.getString(1)), row.getLong(3), Long::sum);
                    if (row.getObject(2) != null) {
                        levels.merge(NoticeLevel.values()[row.getInt(2) - 1], row.getLong(4), Long::sum);
                    }
                    sums[0] += row.getLong(3);
                    sums[1] += row.getLong(4);
                    sums[2] += row.getLong(5);
                });
        return new TicketCounts(sums[0], sums[1], sums[2], states, levels);
    }

    public Optional<TicketFile> find(IssueTicketId ticketId, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = day(asOf, today);
        TicketWhere where = where(asOf, viewer, day).and("t.ticket_id = :ticket", "ticket", ticketId.value());
        return rows(where, "limit :size offset :offset", Page.first(1), viewer, day).stream()
                .findFirst()
                .map(ticket -> new TicketFile(ticket, description(where), steps(where), notices.of(ticketId, where)));
    }

    private String description(TicketWhere where) {
        return jdbc.sql("select x.description from " + where.from() + " where " + where.sql())
                .params(where.params())
                .query(String.class)
                .single();
    }

    private List<TicketFile.Step> steps(TicketWhere where) {
        return jdbc.sql("""
                        select s.state, s.occurred_on, s.recorded_at, b.name as by_name, s.unit_code, s.unit_name,
                               h.name as handler_name, s.due_on, s.note, s.moved
                        from ticket_step s left join staff b on b.staff_id = s.recorded_by
                        left join staff h on h.staff_id = s.handler
                        where s.ticket_id = :ticket and %s order by s.sequence
                        """.formatted(where.stepHappened("s")))
                .params(where.params())
                .query((row, n) -> new TicketFile.Step(
                        TicketState.valueOf(row.getString("state")),
                        row.getObject("occurred_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        coded(row, "unit"),
                        row.getString("handler_name"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("note"),
                        row.getBoolean("moved")))
                .list();
    }

    /** Notices that this person has not read yet, the latest first. */
    public List<NoticeView> unread(StaffId recipient) {
        return notices.unread(recipient);
    }

    /** Tickets with a limit that runs out in that time, both ends included, the earliest first. */
    public List<RunningTicket> running(LocalDate from, LocalDate to, Viewer viewer, LocalDate today) {
        TicketWhere where = where(AsOf.NOW, viewer, today)
                .and("s.due_on >= :from", "from", from)
                .and("s.due_on <= :to", "to", to);
        return jdbc.sql("select t.ticket_no, t.project_no, t.project_name, s.state, s.since, s.due_on from "
                        + where.from() + " where " + where.sql() + " order by s.due_on, t.ticket_no")
                .params(where.params())
                .query((row, n) -> new RunningTicket(
                        row.getString("ticket_no"),
                        row.getString("project_no"),
                        row.getString("project_name"),
                        TicketState.valueOf(row.getString("state")),
                        new Limit(row.getObject("since", LocalDate.class), row.getObject("due_on", LocalDate.class))))
                .list();
    }

    /** Limits that run out on or before a day, the earliest first; for the job that sends notices. */
    public List<RunningLimit> limitsUntil(LocalDate day) {
        return jdbc.sql("""
                        select s.ticket_id, s.since, s.due_on, (select max(array_position(array['BLUE', 'YELLOW', 'RED'], n.level))
                            from ticket_notice n where n.ticket_id = s.ticket_id and n.due_on = s.due_on) as level
                        from ticket_step s where s.replaced_at is null and s.due_on <= ? order by s.due_on, s.ticket_id
                        """)
                .param(day)
                .query((row, n) -> new RunningLimit(
                        new IssueTicketId(row.getObject("ticket_id", UUID.class)),
                        new Limit(row.getObject("since", LocalDate.class), row.getObject("due_on", LocalDate.class)),
                        level(row, "level")))
                .list();
    }

    /** Tickets with a limit that runs out on that day or later, be it that of the reply that comes after the signature. */
    public List<IssueTicketId> dueFrom(LocalDate day) {
        return jdbc.sql("""
                        select ticket_id from ticket_step where replaced_at is null
                          and (due_on >= :day or state = 'ASSIGNED' and reply_by >= :day) order by due_on, ticket_id
                        """)
                .param("day", day)
                .query((row, n) -> new IssueTicketId(row.getObject("ticket_id", UUID.class)))
                .list();
    }

    private static LocalDate day(AsOf asOf, LocalDate today) {
        return asOf.asOf() == null ? today : asOf.asOf();
    }

    private TicketWhere where(AsOf asOf, Viewer viewer, LocalDate day) {
        return new TicketWhere(asOf, viewer, calendar.workingDayUpTo(day));
    }

    private TicketView view(ResultSet row, Viewer viewer, LocalDate day) throws SQLException {
        TicketState state = TicketState.valueOf(row.getString("state"));
        UUID handlerId = row.getObject("handler", UUID.class);
        StaffId handler = handlerId == null ? null : new StaffId(handlerId);
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        String satisfaction = row.getString("satisfaction");
        Set<TicketAction> actions = viewer.staffId() == null
                ? TicketActions.of(state)
                : TicketActions.of(state, handler, viewer.staffId(), viewer.roles());
        return new TicketView(
                new IssueTicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("ticket_no"),
                row.getString("title"),
                coded(row, "category"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new LeadId(row.getObject("lead_id", UUID.class)),
                row.getString("project_no"),
                row.getString("project_name"),
                coded(row, "park"),
                state,
                row.getObject("occurred_on", LocalDate.class),
                coded(row, "unit"),
                handler,
                row.getString("handler_name"),
                dueOn,
                dueOn == null ? 0 : calendar.workingDaysBetween(dueOn, day),
                level(row, "notice"),
                satisfaction == null ? null : Satisfaction.valueOf(satisfaction),
                row.getObject("raised_on", LocalDate.class),
                row.getString("raised_by_name"),
                actions,
                row.getLong("sequence"));
    }

    private static Coded coded(ResultSet row, String prefix) throws SQLException {
        String code = row.getString(prefix + "_code");
        return code == null ? null : new Coded(code, row.getString(prefix + "_name"));
    }

    private static NoticeLevel level(ResultSet row, String column) throws SQLException {
        int place = row.getInt(column);
        return place == 0 ? null : NoticeLevel.values()[place - 1];
    }
}
