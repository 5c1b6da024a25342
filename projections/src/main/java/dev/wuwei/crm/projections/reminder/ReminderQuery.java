package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.reminder.ReminderId;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderWay;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be read, what is to be raised, and what has not left the house yet. */
@Component
public class ReminderQuery {
    private static final int ROWS = 500;
    private static final String ORDER = " order by r.due_on, r.project_no, r.kind";

    /** As known now, on {@code :today}: still to be kept, or to be put right. Dates are reminded of by their milestones. */
    private static final String OPEN_COMMITMENT = """
            c.known_to is null and c.effective_from <= :today and (c.effective_to is null or c.effective_to > :today)
            and c.frozen_on is null and (c.state = any(array['RECTIFYING', 'PERSISTENT'])
                 or c.state = any(array['PENDING', 'DUE', 'PROMISED', 'CONDITION_MET', 'CLAIMED', 'VERIFIED'])
                 and coalesce(c.words ->> 'metric', '') not like '%_DATE')""";

    /** What was broken is due again on the day by which it is to be put right. */
    private static final String COMMITMENT_DUE =
            "case when c.state = any(array['RECTIFYING', 'PERSISTENT']) then c.deadline else c.due_on end";

    /** What a look-back demanded and has not passed its recheck; its words are long, and a reminder is short. */
    private static final String OPEN_RECTIFICATIONS = """
            (select f.project_id, left(cast(f.payload as jsonb) ->> 'demand', 60) as item,
                    cast(coalesce((
                        select cast(m.payload as jsonb) ->> 'deadline' from lookback_fact m
                        where m.review_id = f.review_id and m.name = 'lookback.RectificationRescheduled'
                        and cast(m.payload as jsonb) ->> 'rectificationId' = cast(f.payload as jsonb) ->> 'rectificationId'
                        order by m.sequence desc limit 1), cast(f.payload as jsonb) ->> 'deadline') as date) as due_on
             from lookback_fact f where f.name = 'lookback.RectificationDemanded' and not exists (
                 select from lookback_fact e where e.review_id = f.review_id
                 and (e.name = any(array['lookback.ReviewClosed', 'lookback.ReviewEscalated'])
                      or e.name = 'lookback.RectificationRechecked'
                      and cast(e.payload as jsonb) ->> 'rectificationId' = cast(f.payload as jsonb) ->> 'rectificationId'
                      and cast(cast(e.payload as jsonb) ->> 'passed' as boolean))))""";

    /** Campaigns that are not closed, by their last plan, the day it was moved to and who took over. */
    private static final String OPEN_CAMPAIGNS = """
            (select l.item, l.due_on, l.reviewers from (
                 select distinct on (f.campaign_id) f.campaign_id,
                        f.campaign_id || '|' || (cast(f.payload as jsonb) ->> 'name') as item,
                        cast(coalesce((
                            select cast(m.payload as jsonb) ->> 'finishBy' from lookback_fact m
                            where m.campaign_id = f.campaign_id and m.name = 'lookback.CampaignRescheduled'
                            order by m.sequence desc limit 1), cast(f.payload as jsonb) ->> 'finishBy') as date) as due_on,
                        coalesce((
                            select cast(m.payload as jsonb) -> 'reviewers' from lookback_fact m
                            where m.campaign_id = f.campaign_id and m.name = 'lookback.ReviewersChanged'
                            order by m.sequence desc limit 1), cast(f.payload as jsonb) -> 'reviewers') as reviewers
                 from lookback_fact f where f.name = any(array['lookback.CampaignPlanned', 'lookback.PlanRevised'])
                 order by f.campaign_id, f.sequence desc) l
             where l.due_on is not null and not exists (select from lookback_fact e
                 where e.campaign_id = l.campaign_id and e.name = 'lookback.CampaignClosed'))""";

    /** What has been done meanwhile reminds nobody any more. */
    private static final String STILL_DUE =
            """
            (case when r.kind = any(array['MONTHLY_RETURN', 'LIGHT', 'TOTALS_CHECK']) then true
                  when r.kind = 'DIGEST' then r.due_on = :today
                  when r.kind = 'CAMPAIGN' then exists (
                      select from %s g where g.item = r.item and g.due_on = r.due_on
                      and jsonb_exists(g.reviewers, cast(r.recipient as text)))
                  when r.kind = 'COMMITMENT' then exists (
                      select from commitment c where c.project_id = r.project_id and c.clause = r.item
                      and %s and r.due_on = %s)
                  when r.kind = 'RECTIFICATION' then exists (
                      select from %s d where d.project_id = r.project_id and d.item = r.item and d.due_on = r.due_on)
                  else exists (select from project_task k where k.project_id = r.project_id and k.kind = r.kind
                               and k.item = r.item and %s = r.due_on) end)
            and (r.kind <> 'MONTHLY_RETURN' or exists (
                  select from project_phase f where f.project_id = r.project_id and f.phase = r.item and f.active
                  and coalesce(f.returned_for, '') < to_char(r.due_on - interval '1 month', 'YYYY-MM')))
            """.formatted(OPEN_CAMPAIGNS, OPEN_COMMITMENT, COMMITMENT_DUE, OPEN_RECTIFICATIONS, TaskQuery.DUE);

    private static final String WAITING = """
            from reminder r left join reminder_settings s on s.staff_id = r.recipient
            where r.read_at is null and not (r.kind = any(coalesce(s.muted, '{}')))
            and (r.snoozed_until is null or r.snoozed_until <= :today) and
            """ + STILL_DUE;

    private static final String NOT_RAISED = """
            not exists (select from reminder r where r.recipient = d.recipient and r.kind = d.kind
                        and r.project_id is not distinct from d.project_id and r.item = d.item and r.due_on = d.due_on
                        and r.past = (d.due_on < :today))
            and not exists (select from reminder_settings s where s.staff_id = d.recipient and d.kind = any(s.muted))
            """;

    private final JdbcClient jdbc;
    private final Thresholds thresholds;

    public ReminderQuery(JdbcClient jdbc, Thresholds thresholds) {
        this.jdbc = jdbc;
        this.thresholds = thresholds;
    }

    /** @return what waits for this person on this day, the longest due first */
    public List<ReminderView> inbox(StaffId staff, LocalDate today) {
        return waiting("select r.* ", " and r.recipient = :staff" + ORDER + " limit " + ROWS, today)
                .param("staff", staff.value())
                .query(ReminderQuery::view)
                .list();
    }

    public int unread(StaffId staff, LocalDate today) {
        return waiting("select count(*) ", " and r.recipient = :staff", today)
                .param("staff", staff.value())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec waiting(String select, String rest, LocalDate today) {
        return jdbc.sql(select + WAITING + rest)
                .param("today", today)
                .param("progressEvery", thresholds.progressEveryDays());
    }

    /** @return how this person wants to be reminded */
    public ReminderWishes wishes(StaffId staff) {
        return jdbc.sql("select muted, email from reminder_settings where staff_id = ?")
                .param(staff.value())
                .query((row, number) -> new ReminderWishes(
                        kinds((String[]) row.getArray("muted").getArray()), row.getString("email")))
                .optional()
                .orElse(ReminderWishes.NONE);
    }

    private static Set<ReminderKind> kinds(String[] names) {
        Set<ReminderKind> kinds = EnumSet.noneOf(ReminderKind.class);
        Arrays.stream(names).map(ReminderKind::valueOf).forEach(kinds::add);
        return kinds;
    }

    /**
     * What concerns whoever is in charge of a project or of the task, and has not been raised yet.
     *
     * @param daysAhead for each kind, how many days before the day it is raised
     * @param since what was due before that day is not raised any more
     */
    public List<DueThing> tasks(Map<ReminderKind, Integer> daysAhead, LocalDate today, LocalDate since) {
        return jdbc.sql("""
                        select d.* from (
                            select coalesce(k.recipient, p.owner) as recipient, k.kind, p.project_id, p.project_no, p.name,
                                   p.park_code, k.item, %s as due_on, w.days
                            from project_task k
                            join unnest(cast(:kinds as text[]), cast(:days as integer[])) as w(kind, days) on w.kind = k.kind
                            join project p on p.project_id = k.project_id
                            where coalesce(k.recipient, p.owner) is not null and p.is_open
                              and not (k.kind = 'MILESTONE' and exists (
                                  select from project_phase f where f.project_id = k.project_id and f.quiet
                                  and starts_with(k.item, f.phase || '|')))) d
                        where d.due_on between :since and cast(:today as date) + d.days and %s
                        order by d.due_on, d.project_no
                        """.formatted(TaskQuery.DUE, NOT_RAISED))
                .param("kinds", daysAhead.keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("days", daysAhead.values().toArray(Integer[]::new))
                .param("progressEvery", thresholds.progressEveryDays())
                .param("today", today)
                .param("since", since)
                .query(ReminderQuery::due)
                .list();
    }

    /**
     * Phases that are built and of which no monthly return (月报) has come in for a month.
     *
     * @param month of the return
     * @param dueOn the day by which it should be in
     */
    public List<DueThing> missingReturns(YearMonth month, LocalDate dueOn, LocalDate today) {
        return jdbc.sql("""
                        select d.* from (
                            select p.owner as recipient, 'MONTHLY_RETURN' as kind, p.project_id, p.project_no, p.name,
                                   p.park_code, f.phase as item, cast(:due as date) as due_on
                            from project_phase f join project p on p.project_id = f.project_id
                            where p.owner is not null and p.is_open and p.is_follow_up and f.active and not f.quiet
                              and f.state = any(array['STARTED', 'COMPLETED'])
                              and coalesce(f.returned_for, '') < :month) d
                        where %s order by d.project_no, d.item
                        """.formatted(NOT_RAISED))
                .param("month", month.toString())
                .param("due", dueOn)
                .param("today", today)
                .query(ReminderQuery::due)
                .list();
    }

    /**
     * Commitments of either side that fall due or are to be put right, and what look-backs demanded.
     *
     * @param daysAhead for each kind, how many days before the day it is raised
     * @param since what was due before that day is not raised any more
     */
    public List<DueThing> commitments(Map<ReminderKind, Integer> daysAhead, LocalDate today, LocalDate since) {
        return jdbc.sql("""
                        select d.* from (
                            select p.owner as recipient, w.kind, p.project_id, p.project_no, p.name, p.park_code,
                                   c.clause as item, w.days, %s as due_on
                            from commitment c join project p on p.project_id = c.project_id
                            join unnest(cast(:kinds as text[]), cast(:days as integer[])) as w(kind, days)
                                 on w.kind = 'COMMITMENT'
                            where p.owner is not null and %s
                            union all
                            select p.owner, w.kind, p.project_id, p.project_no, p.name, p.park_code, o.item, w.days, o.due_on
                            from %s o join project p on p.project_id = o.project_id
                            join unnest(cast(:kinds as text[]), cast(:days as integer[])) as w(kind, days)
                                 on w.kind = 'RECTIFICATION'
                            where p.owner is not null) d
                        where d.due_on between :since and cast(:today as date) + d.days and %s
                        order by d.due_on, d.project_no, d.item
                        """.formatted(COMMITMENT_DUE, OPEN_COMMITMENT, OPEN_RECTIFICATIONS, NOT_RAISED))
                .param("kinds", daysAhead.keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("days", daysAhead.values().toArray(Integer[]::new))
                .param("today", today)
                .param("since", since)
                .query(ReminderQuery::due)
                .list();
    }

    /**
     * Look-back campaigns (回头看) that are to be finished, of which every reviewer is reminded.
     *
     * @param daysAhead how many days before the day it is raised
     * @param since what was due before that day is not raised any more
     */
    public List<DueThing> campaigns(int daysAhead, LocalDate today, LocalDate since) {
        return jdbc.sql("""
                        select d.* from (
                            select cast(w.reviewer as uuid) as recipient, 'CAMPAIGN' as kind, cast(null as uuid) as project_id,
                                   null as project_no, null as name, null as park_code, g.item, g.due_on
                            from %s g cross join lateral jsonb_array_elements_text(g.reviewers) as w(reviewer)) d
                        where d.due_on between :since and :until and %s
                        order by d.due_on, d.item, d.recipient
                        """.formatted(OPEN_CAMPAIGNS, NOT_RAISED))
                .param("since", since)
                .param("until", today.plusDays(daysAhead))
                .param("today", today)
                .query(ReminderQuery::due)
                .list();
    }

    /**
     * What waits to leave the house this way, the longest due first.
     *
     * @param raisedFrom what was raised before, and did not come back since, is no news any more
     */
    public List<ReminderView> undelivered(ReminderWay way, LocalDate raisedFrom, LocalDate today) {
        return waiting(
                        "select r.* ",
                        " and greatest(r.raised_on, r.snoozed_until) >= :from and not (:way = any(r.delivered))"
                                + ORDER,
                        today)
                .param("from", raisedFrom)
                .param("way", way.name())
                .query(ReminderQuery::view)
                .list();
    }

    private static ReminderView view(ResultSet row, int number) throws SQLException {
        return new ReminderView(
                new ReminderId(row.getObject("reminder_id", UUID.class)),
                new StaffId(row.getObject("recipient", UUID.class)),
                ReminderKind.valueOf(row.getString("kind")),
                ProjectId.ofNullable(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("project_name"),
                row.getString("park_code"),
                row.getString("item"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("past"),
                row.getObject("raised_on", LocalDate.class));
    }

    private static DueThing due(ResultSet row, int number) throws SQLException {
        return new DueThing(
                new StaffId(row.getObject("recipient", UUID.class)),
                ReminderKind.valueOf(row.getString("kind")),
                ProjectId.ofNullable(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                row.getString("park_code"),
                row.getString("item"),
                row.getObject("due_on", LocalDate.class));
    }
}
