package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Deadline;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.projections.ledger.StandardQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due, over the projects of one person, of a team, or of all that one may see. */
@Component
public class TaskQuery {
    /**
     * The day on which a row {@code k} of {@code project_task} is due, in SQL with the parameter {@code progressEvery}: a progress
     * clock counts from the last progress; all others have a day of their own.
     */
    public static final String DUE =
            "(k.due_on + case when k.kind = 'PROGRESS' then cast(:progressEvery as integer) else 0 end)";

    private final JdbcClient jdbc;
    private final Thresholds thresholds;
    private final StandardQuery standards;
    private final WorkingCalendar calendar;

    public TaskQuery(JdbcClient jdbc, Thresholds thresholds, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.thresholds = thresholds;
        this.standards = new StandardQuery(jdbc, thresholds);
        this.calendar = calendar;
    }

    /**
     * Tasks of some kinds, the earliest first.
     *
     * @param from first day due, or {@code null} for however long past
     * @param to last day due
     */
    public List<DueTask> due(
            Collection<TaskKind> kinds,
            LocalDate from,
            LocalDate to,
            WorkScope scope,
            int limit,
            Viewer viewer,
            LocalDate today) {
        ProjectWhere where = in(scope, viewer)
                .and(
                        "k.kind = any(:kinds)",
                        "kinds",
                        kinds.stream().map(TaskKind::name).toArray(String[]::new))
                .and(DUE + " <= :to", "to", to);
        if (from != null) {
            where.and(DUE + " >= :from", "from", from);
        }
        // Over everything the index of what is due first leads; over one person's projects those do.
        String tasks = scope == WorkScope.PARK ? """
                  (select k.* from unnest(cast(:kinds as text[])) kind(kind) cross join lateral (
                       select k.* from project_task k join project p on p.project_id = k.project_id
                       where k.kind = kind.kind and %s order by k.due_on limit :limit) k)""".formatted(where.sql()) : "project_task";
        return jdbc.sql("""
                        select p.project_id, p.project_no, p.name, p.stage, p.owner, p.rounds, p.is_negotiation,
                               p.talk_place, p.talk_ours, p.talk_open,
                               p.intended, p.intended_currency, p.in_talks, p.in_talks_currency, p.signed,
                               k.kind, k.item, k.note, %1$s as due, k.due_on, o.name as owner_name
                        from %3$s k join project p on p.project_id = k.project_id
                        left join staff o on o.staff_id = p.owner
                        where %2$s
                        order by due, k.kind, p.project_no limit :limit
                        """.formatted(DUE, where.sql(), tasks))
                .params(where.params())
                .param("progressEvery", thresholds.progressEveryDays())
                .param("limit", limit)
                .query((row, n) -> task(row, today))
                .list();
    }

    /** Milestones past their agreed date, the latest first. Where a cause makes the clock stand still nothing is late. */
    public List<OverdueMilestone> overdue(WorkScope scope, int limit, Viewer viewer, LocalDate today) {
        ProjectWhere where = late(scope, viewer, today);
        LightLimits lights = standards.standards(AsOf.NOW).lights(today);
        return jdbc.sql("""
                        select p.project_id, p.project_no, p.name, p.next_step, p.next_on, p.owner, o.name as owner_name,
                               f.phase, f.milestone, f.due_on, f.cause, f.problems
                        from project p join project_phase f on f.project_id = p.project_id
                        left join staff o on o.staff_id = p.owner
                        where %s order by f.due_on, p.project_no, f.ordinal limit :limit
                        """.formatted(where.sql()))
                .params(where.params())
                .param("limit", limit)
                .query((row, n) -> overdue(row, today, lights))
                .list();
    }

    public long overdueCount(WorkScope scope, Viewer viewer, LocalDate today) {
        ProjectWhere where = late(scope, viewer, today);
        return jdbc.sql("select count(*) from project p join project_phase f on f.project_id = p.project_id where "
                        + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static ProjectWhere late(WorkScope scope, Viewer viewer, LocalDate today) {
        return in(scope, viewer)
                .and("p.is_follow_up and p.is_open and f.active and not f.quiet")
                .and("f.due_on < :today", "today", today);
    }

    private static ProjectWhere in(WorkScope scope, Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer);
        if (scope == WorkScope.PARK) {
            return where;
        }
        UUID me = viewer.staffId() == null ? new UUID(0, 0) : viewer.staffId().value();
        return switch (scope) {
            case MINE -> where.and("p.people @> array[cast(:worker as uuid)]", "worker", me);
            case TEAM ->
                where.and(
                        "(p.team_id = (select s.team_id from staff s where s.staff_id = :worker) or p.people && array("
                                + "select s.staff_id from staff s where s.staff_id = :worker or s.team_id = (select"
                                + " w.team_id from staff w where w.staff_id = :worker) and not s.closed))",
                        "worker",
                        me);
            case PARK -> where;
        };
    }

    private DueTask task(ResultSet row, LocalDate today) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        ProjectStage stage = ProjectStage.valueOf(row.getString("stage"));
        UUID owner = row.getObject("owner", UUID.class);
        boolean contact = kind == TaskKind.NEXT_CONTACT;
        int rounds = row.getInt("rounds");
        return new DueTask(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                stage,
                amount(row, stage),
                owner == null ? null : new StaffId(owner),
                row.getString("owner_name"),
                Clock.of(kind, row.getString("item"), row.getObject("due", LocalDate.class), today, calendar),
                kind == TaskKind.PROGRESS
                        ? ChronoUnit.DAYS.between(row.getObject("due_on", LocalDate.class), today)
                        : 0,
                row.getString("note"),
                contact ? row.getString("talk_place") : null,
                contact ? staff((UUID[]) row.getArray("talk_ours").getArray()) : List.of(),
                row.getBoolean("is_negotiation") && rounds > 0 ? rounds + 1 : 0,
                contact ? row.getInt("talk_open") : 0);
    }

    private static OverdueMilestone overdue(ResultSet row, LocalDate today, LightLimits lights) throws SQLException {
        Milestone milestone = Milestone.valueOf(row.getString("milestone"));
        LocalDate due = row.getObject("due_on", LocalDate.class);
        Deadline deadline = new Deadline(milestone, due, false);
        UUID owner = row.getObject("owner", UUID.class);
        String cause = row.getString("cause");
        return new OverdueMilestone(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                new NextMilestone(
                        row.getString("phase"),
                        milestone,
                        due,
                        deadline.daysLate(today),
                        deadline.light(today, lights)),
                cause == null ? null : Cause.valueOf(cause),
                row.getString("problems"),
                row.getString("next_step"),
                row.getObject("next_on", LocalDate.class),
                owner == null ? null : new StaffId(owner),
                row.getString("owner_name"));
    }

    private static List<StaffId> staff(UUID[] ids) {
        return Arrays.stream(ids).map(StaffId::new).toList();
    }

    private static Money amount(ResultSet row, ProjectStage stage) throws SQLException {
        return switch (stage) {
            case LEAD -> money(row.getBigDecimal("intended"), row.getString("intended_currency"));
            case NEGOTIATION -> money(row.getBigDecimal("in_talks"), row.getString("in_talks_currency"));
            case SIGNING, FOLLOW_UP -> money(row.getBigDecimal("signed"), Currency.CNY.name());
        };
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.valueOf(currency));
    }
}
