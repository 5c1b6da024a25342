package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightFacts;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.standard.Standards;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 五未: where the signed projects stand, which of them are late, and every phase of them. */
@Component
public class FiveGapsQuery {
    /**
     * Which phases are asked for.
     *
     * @param projects narrow the projects; its {@code overdue} is that of the decisive phase
     * @param states only projects that stand there; empty for all
     * @param only these projects; empty for all
     * @param decisive one phase for each project, the one that makes its state
     * @param inCharge only projects that this person leads or owns, or {@code null}
     * @param light only phases that show it, or {@code null}
     * @param open only what has a milestone to come or fell below full capacity
     */
    public record Request(
            ProjectFilter projects,
            List<PhaseState> states,
            Set<ProjectId> only,
            boolean decisive,
            StaffId inCharge,
            Light light,
            boolean open) {
        public static final Request ALL = Request.of(ProjectFilter.ALL);

        public Request {
            states = states == null ? List.of() : List.copyOf(states);
            only = Set.copyOf(only);
        }

        public static Request of(ProjectFilter projects) {
            return new Request(projects, List.of(), Set.of(), false, null, null, false);
        }

        public static Request ofProjects(Set<ProjectId> only) {
            return new Request(ProjectFilter.ALL, List.of(), only, false, null, null, false);
        }

        /** @param states empty for all */
        public Request in(List<PhaseState> states) {
            return new Request(projects, states, only, decisive, inCharge, light, open);
        }

        public Request decisiveOnly() {
            return new Request(projects, states, only, true, inCharge, light, open);
        }

        public Request inChargeIs(StaffId person) {
            return new Request(projects, states, only, decisive, person, light, open);
        }

        /** What is on the wall: all but what is at full capacity and has not fallen below it. */
        public Request openOnly() {
            return new Request(projects, states, only, decisive, inCharge, light, true);
        }

        public Request showing(Light wanted) {
            return new Request(projects, states, only, decisive, inCharge, wanted, open);
        }
    }

    /**
     * @param figure projects that stand there and their signed amounts; ties with totals by {@link Dimension#FIVE_GAP}
     * @param overdue how many of them are past the date agreed for the next milestone
     * @param lights how many of them show each light
     */
    public record StateFigures(PhaseState state, Figure figure, long overdue, Map<Light, Long> lights) {}

    /**
     * One phase.
     *
     * @param decisive the least advanced of its project, which makes the project's state; one for each project
     * @param projectState the project's state
     * @param state by recognised milestones; of a project whose follow-up is not open yet {@link PhaseState#SIGNED}
     * @param reportedState by reported milestones too
     * @param dueOn date agreed for the next milestone, or {@code null}
     * @param daysLate past {@code dueOn}; stands still while the clock does
     * @param cause whose side a suspension or stop lies on, or {@code null}
     * @param agreed dates agreed, in the order of {@link dev.wuwei.crm.followup.Milestone}
     * @param recognised dates recognised, in the same order
     * @param facts what its light is reckoned from
     * @param verdict its light, and why
     * @param delay what keeps it from the next milestone, {@code null} while nobody has said
     * @param delayOwnerName who sees to it
     */
    public record PhaseView(
            ProjectId projectId,
            String projectNo,
            String projectName,
            Coded park,
            Coded industry,
            StaffId leader,
            String leaderName,
            StaffId owner,
            String ownerName,
            TeamId team,
            Money signed,
            LocalDate signedOn,
            FollowUpId followUpId,
            String phase,
            boolean decisive,
            PhaseState projectState,
            PhaseState state,
            PhaseState reportedState,
            LocalDate stateSince,
            SubState subState,
            boolean suspended,
            boolean stopped,
            Cause cause,
            LocalDate dueOn,
            boolean clockStopped,
            int daysLate,
            Money investment,
            Money invested,
            BigDecimal progressPercent,
            Integer progressBehind,
            List<LocalDate> agreed,
            List<LocalDate> recognised,
            LightFacts facts,
            LightVerdict verdict,
            Delay delay,
            String delayOwnerName) {

        public Light light() {
            return verdict.light();
        }

        /** @return whose side the delay lies on, as explained, or as the suspension or stop says; or {@code null} */
        public Cause lateCause() {
            return delay == null ? cause : delay.cause();
        }
    }

    /** @param total of all states */
    public record FiveGaps(List<StateFigures> states, Figure total, List<PhaseView> rows) {}

    private final JdbcClient jdbc;
    private final StandardQuery standards;

    public FiveGapsQuery(JdbcClient jdbc, Thresholds thresholds) {
        this.jdbc = jdbc;
        this.standards = new StandardQuery(jdbc, thresholds);
    }

    /**
     * States and rows together, so that they tie.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public FiveGaps fiveGaps(Request request, AsOf asOf, Viewer viewer) {
        List<PhaseView> rows = phases(request, asOf, viewer);
        Map<PhaseState, List<PhaseView>> byState = new EnumMap<>(PhaseState.class);
        rows.stream()
                .filter(PhaseView::decisive)
                .forEach(row -> byState.computeIfAbsent(row.projectState(), state -> new ArrayList<>())
                        .add(row));
        List<StateFigures> states = Arrays.stream(PhaseState.values())
                .map(state -> figures(state, byState.getOrDefault(state, List.of())))
                .toList();
        return new FiveGaps(states, total(states), rows);
    }

    /**
     * The states and one page of the rows.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public FiveGaps fiveGaps(Request request, Page page, AsOf asOf, Viewer viewer) {
        List<StateFigures> states = states(request, asOf, viewer);
        return new FiveGaps(states, total(states), phases(request, page.offset(), page.size(), asOf, viewer));
    }

    private static Figure total(List<StateFigures> states) {
        return states.stream().map(StateFigures::figure).reduce(Figure.NOTHING, Figure::plus);
    }

    /**
     * The states alone, without their rows.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<StateFigures> states(Request request, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Standings standings = standings(request.decisiveOnly(), asOf, viewer);
        Map<PhaseState, StateFigures> found = new EnumMap<>(PhaseState.class);
        standings
                .bind(jdbc.sql(
                        "select s.five_gap, count(*) as n, sum(s.signed_fen) / 100 as signed, count(*) filter (where "
                                + standings.late() + ") as overdue, count(*) filter (where "
                                + standings.atLeast(Light.YELLOW)
                                + ") as lit, count(*) filter (where " + standings.atLeast(Light.RED) + ") as red from "
                                + standings.from() + " group by s.five_gap"))
                .query((row, number) -> {
                    PhaseState state = PhaseState.values()[row.getInt("five_gap")];
                    long projects = row.getLong("n");
                    long lit = row.getLong("lit");
                    long red = row.getLong("red");
                    return found.put(
                            state,
                            new StateFigures(
                                    state,
                                    Figure.of(projects, row.getBigDecimal("signed"), Currency.CNY),
                                    row.getLong("overdue"),
                                    Map.of(Light.GREEN, projects - lit, Light.YELLOW, lit - red, Light.RED, red)));
                })
                .list();
        return Arrays.stream(PhaseState.values())
                .map(state -> found.getOrDefault(state, figures(state, List.of())))
                .toList();
    }

    /**
     * Every phase of the projects asked for, what has been due longest first; a project whose follow-up is not open yet has one row
     * without a phase.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<PhaseView> phases(Request request, AsOf asOf, Viewer viewer) {
        return phases(request, 0, Integer.MAX_VALUE, asOf, viewer);
    }

    /**
     * Some of the phases asked for, in the same order.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<PhaseView> phases(Request request, long offset, int limit, AsOf asOf, Viewer viewer) {
        Standings standings = standings(request, asOf, viewer);
        return phases(standings, standings.from(), offset, limit, asOf);
    }

    /**
     * The phases whose milestone was recognised for a day of that period, both ends included.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<PhaseView> reached(
            Milestone milestone, LocalDate from, LocalDate to, Request request, AsOf asOf, Viewer viewer) {
        Standings standings =
                standings(request, asOf, viewer).with("reachedFrom", from).with("reachedTo", to);
        String there = standings.from("(s.follow_up_id, s.phase) in (select p.follow_up_id, p.phase from "
                + standings.rows("phase", "p") + " where p.recognised_" + MILESTONES.get(milestone.ordinal())
                + " between :reachedFrom and :reachedTo)");
        return phases(standings, there, 0, Integer.MAX_VALUE, asOf);
    }

    /** @param from the phases, as {@link Standings#from} says it */
    private List<PhaseView> phases(Standings standings, String from, long offset, int limit, AsOf asOf) {
        Slice.check(asOf, jdbc);
        LocalDate day = standings.day();
        LightLimits limits = standings.limits();
        String some = "select s.project_id, s.place, s.follow_up_id, s.phase, s.five_gap, s.due_on, s.project_no from "
                + from + " order by " + Standings.ORDER + " limit :limit offset :offset";
        return standings
                .bind(jdbc.sql(
                        "with s as materialized (" + some + ") select l.project_id, l.project_no, l.name, l.park,"
                                + " l.park_name, l.industry, l.industry_name, l.leader, l.owner, l.team, l.signed, l.signed_on,"
                                + " s.place = 0 as decisive, s.five_gap, p.follow_up_id, p.phase,"
                                + " coalesce(p.state, 'SIGNED') as state, coalesce(p.reported_state, 'SIGNED') as reported_state,"
                                + " coalesce(p.state_since, l.signed_on) as state_since, p.sub_state,"
                                + " coalesce(p.suspended, false) as suspended, coalesce(p.stopped, false) as stopped, p.cause,"
                                + " p.due_on, p.clock_stopped_on, p.investment, p.invested, p.progress_percent,"
                                + " p.progress_behind, p.included_on, p.delay_milestone, p.delay_cause, p.delay_explanation,"
                                + " p.delay_owner, p.next_action, p.next_action_on, p.quiet_until, p.agreed_start,"
                                + " p.agreed_completion, p.agreed_production, p.agreed_scale_up, p.agreed_full_capacity,"
                                + " p.recognised_start, p.recognised_completion, p.recognised_production,"
                                + " p.recognised_scale_up, p.recognised_full_capacity, lead.name as leader_name,"
                                + " own.name as owner_name, sees.name as delay_owner_name"
                                + " from s join " + standings.rows("ledger", "l") + " on l.project_id = s.project_id"
                                + " left join " + standings.rows("phase", "p")
                                + " on p.follow_up_id = s.follow_up_id and p.phase = s.phase"
                                + " left join ledger_label lead on lead.kind = 'staff' and lead.code = l.leader::text"
                                + " left join ledger_label own on own.kind = 'staff' and own.code = l.owner::text"
                                + " left join ledger_label sees on sees.kind = 'staff' and sees.code = p.delay_owner::text"
                                + " order by " + Standings.ORDER))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> {
                    LocalDate due = ProjectQueries.date(row, "due_on");
                    LocalDate stopped = ProjectQueries.date(row, "clock_stopped_on");
                    BigDecimal investment = row.getBigDecimal("investment");
                    BigDecimal invested = row.getBigDecimal("invested");
                    int behind = row.getInt("progress_behind");
                    Integer progressBehind = row.wasNull() ? null : behind;
                    List<LocalDate> agreed = new ArrayList<>();
                    List<LocalDate> recognised = new ArrayList<>();
                    for (String milestone : MILESTONES) {
                        agreed.add(ProjectQueries.date(row, "agreed_" + milestone));
                        recognised.add(ProjectQueries.date(row, "recognised_" + milestone));
                    }
                    LightFacts facts = facts(row, progressBehind, recognised.getFirst());
                    return new PhaseView(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            row.getString("project_no"),
                            row.getString("name"),
                            row.getString("park") == null
                                    ? null
                                    : new Coded(row.getString("park"), row.getString("park_name")),
                            row.getString("industry") == null
                                    ? null
                                    : new Coded(row.getString("industry"), row.getString("industry_name")),
                            ProjectQueries.id(row, "leader", StaffId::new),
                            row.getString("leader_name"),
                            ProjectQueries.id(row, "owner", StaffId::new),
                            row.getString("owner_name"),
                            ProjectQueries.id(row, "team", TeamId::new),
                            new Money(row.getBigDecimal("signed"), Currency.CNY),
                            ProjectQueries.date(row, "signed_on"),
                            ProjectQueries.id(row, "follow_up_id", FollowUpId::new),
                            row.getString("phase"),
                            row.getBoolean("decisive"),
                            PhaseState.values()[row.getInt("five_gap")],
                            PhaseState.valueOf(row.getString("state")),
                            PhaseState.valueOf(row.getString("reported_state")),
                            ProjectQueries.date(row, "state_since"),
                            ProjectQueries.constant(row, "sub_state", SubState.class),
                            row.getBoolean("suspended"),
                            row.getBoolean("stopped"),
                            ProjectQueries.constant(row, "cause", Cause.class),
                            due,
                            stopped != null,
                            ProjectQueries.daysLate(due, stopped, day),
                            investment == null ? null : new Money(investment, Currency.CNY),
                            invested == null ? null : new Money(invested, Currency.CNY),
                            row.getBigDecimal("progress_percent"),
                            progressBehind,
                            agreed,
                            recognised,
                            facts,
                            LightVerdict.of(facts, day, limits),
                            delay(row),
                            row.getString("delay_owner_name"));
                })
                .list();
    }

    /**
     * The decisive phases by urgency: red ones first, then yellow, then green; in each what has been due longest. Read light by
     * light, for an index knows what is due and none knows the day's lights.
     *
     * @param states of the same request at the same point, which say how many show each light
     */
    public List<PhaseView> mostUrgent(
            Request request, List<StateFigures> states, long offset, int limit, AsOf asOf, Viewer viewer) {
        List<PhaseView> found = new ArrayList<>();
        long skip = offset;
        for (Light light : List.of(Light.RED, Light.YELLOW, Light.GREEN)) {
            long there = states.stream()
                    .mapToLong(state -> state.lights().get(light))
                    .sum();
            if (skip < there && found.size() < limit) {
                found.addAll(phases(request.decisiveOnly().showing(light), skip, limit - found.size(), asOf, viewer));
            }
            skip = Math.max(0, skip - there);
        }
        return found;
    }

    /**
     * Phases whose light is worse on a day than it was on an earlier one.
     *
     * @param today a day that has come
     */
    public List<PhaseView> turnedWorse(LocalDate since, LocalDate today, Viewer viewer) {
        Map<PhaseKey, Lit> before = lit(AsOf.on(since), viewer);
        Map<PhaseKey, Lit> now = lit(AsOf.on(today), viewer);
        now.entrySet()
                .removeIf(phase -> before.containsKey(phase.getKey())
                        && before.get(phase.getKey())
                                        .light()
                                        .compareTo(phase.getValue().light())
                                >= 0);
        if (now.isEmpty()) {
            return List.of();
        }
        Set<ProjectId> projects = now.values().stream().map(Lit::project).collect(Collectors.toSet());
        return phases(Request.ofProjects(projects), AsOf.on(today), viewer).stream()
                .filter(phase -> now.containsKey(new PhaseKey(phase.followUpId(), phase.phase())))
                .toList();
    }

    private record PhaseKey(FollowUpId followUpId, String phase) {}

    private record Lit(ProjectId project, Light light) {}

    /** @return phases whose light is not green */
    private Map<PhaseKey, Lit> lit(AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Standings standings = standings(Request.ALL, asOf, viewer);
        Map<PhaseKey, Lit> found = new HashMap<>();
        standings
                .bind(jdbc.sql("select s.project_id, s.follow_up_id, s.phase, coalesce(" + standings.atLeast(Light.RED)
                        + ", false)" + " as red from "
                        + standings.from("s.phase is not null", standings.atLeast(Light.YELLOW))))
                .query((row, number) -> found.put(
                        new PhaseKey(ProjectQueries.id(row, "follow_up_id", FollowUpId::new), row.getString("phase")),
                        new Lit(
                                new ProjectId(row.getObject("project_id", UUID.class)),
                                row.getBoolean("red") ? Light.RED : Light.YELLOW)))
                .list();
        return found;
    }

    private static final List<String> MILESTONES =
            List.of("start", "completion", "production", "scale_up", "full_capacity");

    private static LightFacts facts(ResultSet row, Integer behind, LocalDate startedOn) throws SQLException {
        return new LightFacts(
                PhaseState.valueOf(row.getString("state")).next(),
                ProjectQueries.date(row, "due_on"),
                ProjectQueries.date(row, "clock_stopped_on"),
                behind,
                startedOn,
                ProjectQueries.date(row, "included_on"),
                ProjectQueries.date(row, "quiet_until"));
    }

    private static Delay delay(ResultSet row) throws SQLException {
        return row.getString("delay_cause") == null
                ? null
                : new Delay(
                        ProjectQueries.constant(row, "delay_milestone", Milestone.class),
                        ProjectQueries.constant(row, "delay_cause", Cause.class),
                        row.getString("delay_explanation"),
                        ProjectQueries.id(row, "delay_owner", StaffId::new),
                        row.getString("next_action"),
                        ProjectQueries.date(row, "next_action_on"),
                        ProjectQueries.date(row, "quiet_until"));
    }

    private Standings standings(Request request, AsOf asOf, Viewer viewer) {
        Standards known = standards.standards(asOf);
        LocalDate today = ParkTime.today();
        boolean changeAhead = !known.lightsChangeOn().tailSet(today.plusDays(1)).isEmpty();
        // The present is what stands for ever after, and so by limits that hold only from a day to come.
        return new Standings(request, asOf.isNow() && changeAhead ? AsOf.on(today) : asOf, viewer, known);
    }

    private static StateFigures figures(PhaseState state, List<PhaseView> rows) {
        Map<Light, Long> lights = new EnumMap<>(Light.class);
        for (Light light : Light.values()) {
            lights.put(light, rows.stream().filter(row -> row.light() == light).count());
        }
        return new StateFigures(
                state,
                rows.stream()
                        .map(row -> Figure.of(1, row.signed().amount(), Currency.CNY))
                        .reduce(Figure.NOTHING, Figure::plus),
                rows.stream().filter(row -> row.daysLate() > 0).count(),
                lights);
    }
}
