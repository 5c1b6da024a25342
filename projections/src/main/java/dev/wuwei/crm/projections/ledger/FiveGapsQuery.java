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
import dev.wuwei.crm.projections.support.AsOf;
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
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 五未: where the signed projects stand, which of them are late, and every phase of them. */
@Component
public class FiveGapsQuery {
    /**
     * @param parks, industries and the other parts of {@code projects} narrow the projects; its {@code overdue} is that of the
     *     decisive phase
     * @param states only projects that stand there; empty for all
     */
    public record Request(ProjectFilter projects, List<PhaseState> states) {
        public static final Request ALL = new Request(ProjectFilter.ALL, List.of());

        public Request {
            states = states == null ? List.of() : List.copyOf(states);
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
    private final LightLimits limits;

    public FiveGapsQuery(JdbcClient jdbc, Thresholds thresholds) {
        this.jdbc = jdbc;
        this.limits = thresholds.lights();
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
        return new FiveGaps(
                states, states.stream().map(StateFigures::figure).reduce(Figure.NOTHING, Figure::plus), rows);
    }

    /**
     * The states alone, without their rows.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<StateFigures> states(Request request, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice slice = slice(request, asOf, viewer);
        Map<PhaseState, StateFigures> found = new EnumMap<>(PhaseState.class);
        slice.bind(jdbc.sql("select five_gap, count(*) as n, sum(signed) as signed,"
                        + " count(*) filter (where late > 0) as overdue,"
                        + " count(*) filter (where light = 'GREEN') as green,"
                        + " count(*) filter (where light = 'YELLOW') as yellow,"
                        + " count(*) filter (where light = 'RED') as red"
                        + " from (select r.*, " + light(slice) + " as light from (" + select(slice, asOf, false)
                        + ") r where r.decisive) t group by five_gap"))
                .query((row, number) -> {
                    PhaseState state = PhaseState.valueOf(row.getString("five_gap"));
                    return found.put(
                            state,
                            new StateFigures(
                                    state,
                                    Figure.of(row.getLong("n"), row.getBigDecimal("signed"), Currency.CNY),
                                    row.getLong("overdue"),
                                    Map.of(
                                            Light.GREEN,
                                            row.getLong("green"),
                                            Light.YELLOW,
                                            row.getLong("yellow"),
                                            Light.RED,
                                            row.getLong("red"))));
                })
                .list();
        return Arrays.stream(PhaseState.values())
                .map(state -> found.getOrDefault(state, figures(state, List.of())))
                .toList();
    }

    /**
     * Every phase of the projects asked for; a project whose follow-up is not open yet has one row without a phase.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<PhaseView> phases(Request request, AsOf asOf, Viewer viewer) {
        return phases("", slice(request, asOf, viewer), asOf);
    }

    /**
     * The phases whose milestone was recognised for a day of that period, both ends included.
     *
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<PhaseView> reached(
            Milestone milestone, LocalDate from, LocalDate to, Request request, AsOf asOf, Viewer viewer) {
        Slice slice = slice(request, asOf, viewer).with("reachedFrom", from).with("reachedTo", to);
        return phases(
                " where r.recognised_" + MILESTONES.get(milestone.ordinal()) + " between :reachedFrom and :reachedTo",
                slice,
                asOf);
    }

    private List<PhaseView> phases(String where, Slice slice, AsOf asOf) {
        Slice.check(asOf, jdbc);
        LocalDate day = slice.today();
        return slice.bind(jdbc.sql("select r.* from (" + select(slice, asOf, true) + ") r" + where
                        + " order by late desc, project_no, phase"))
                .query((row, number) -> {
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
                            PhaseState.valueOf(row.getString("five_gap")),
                            PhaseState.valueOf(row.getString("state")),
                            PhaseState.valueOf(row.getString("reported_state")),
                            ProjectQueries.date(row, "state_since"),
                            ProjectQueries.constant(row, "sub_state", SubState.class),
                            row.getBoolean("suspended"),
                            row.getBoolean("stopped"),
                            ProjectQueries.constant(row, "cause", Cause.class),
                            ProjectQueries.date(row, "due_on"),
                            ProjectQueries.date(row, "clock_stopped_on") != null,
                            row.getInt("late"),
                            investment == null ? null : new Money(investment, Currency.CNY),
                            invested == null ? null : new Money(invested, Currency.CNY),
                            row.getBigDecimal("progress_percent"),
                            progressBehind,
                            agreed,
                            recognised,
                            LightVerdict.of(facts(row, progressBehind, recognised.getFirst()), day, limits),
                            delay(row),
                            row.getString("delay_owner_name"));
                })
                .list();
    }

    /**
     * Phases whose light is worse on a day than it was the day before.
     *
     * @param today a day that has come
     */
    public List<PhaseView> turnedWorse(LocalDate today, Viewer viewer) {
        Map<String, Light> before = new HashMap<>();
        phases(Request.ALL, AsOf.on(today.minusDays(1)), viewer)
                .forEach(phase -> before.put(phase.projectId() + "/" + phase.phase(), phase.light()));
        return phases(Request.ALL, AsOf.on(today), viewer).stream()
                .filter(phase -> phase.followUpId() != null)
                .filter(phase -> phase.light()
                                .compareTo(before.getOrDefault(phase.projectId() + "/" + phase.phase(), Light.GREEN))
                        > 0)
                .toList();
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

    /** The same as {@link LightVerdict}, for counting many; a test holds the one against the other. */
    private String light(Slice slice) {
        String day = slice.day();
        return "case when r.state = 'FULL_CAPACITY' or r.clock_stopped_on is not null or r.quiet_until >= " + day
                + " then 'GREEN' when "
                + any(
                        day,
                        limits.startRedMonths(),
                        limits.lateRedDays() + 1,
                        limits.progressRedPoints() + 1,
                        limits.statisticsRedMonths())
                + " then 'RED' when "
                + any(
                        day,
                        limits.startYellowMonths(),
                        limits.lateYellowDays(),
                        limits.progressYellowPoints(),
                        limits.statisticsYellowMonths())
                + " then 'YELLOW' else 'GREEN' end";
    }

    private static String any(String day, int startMonths, int lateDays, int points, int statisticsMonths) {
        return "(r.state = 'SIGNED' and date_trunc('month', r.due_on) + interval '" + startMonths + " months' <= " + day
                + " or r.state <> 'SIGNED' and r.late >= " + lateDays
                + " or r.progress_behind >= " + points
                + " or r.included_on is null and r.recognised_start + interval '" + statisticsMonths + " months' <= "
                + day + ")";
    }

    private static Slice slice(Request request, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "l.park").where("l.five_gap is not null");
        request.projects().addTo(slice);
        if (!request.states().isEmpty()) {
            slice.where("l.five_gap = any(:fiveGaps)")
                    .with("fiveGaps", request.states().stream().map(Enum::name).toArray(String[]::new));
        }
        return slice;
    }

    private static String select(Slice slice, AsOf asOf, boolean withNames) {
        Slice phases = Slice.ofRows("p", asOf);
        String late = "greatest(0, coalesce(p.clock_stopped_on, " + slice.day() + ") - p.due_on)";
        return "select l.project_id, l.project_no, l.name, l.park, l.park_name, l.industry, l.industry_name, l.leader,"
                + " l.owner, l.team, l.signed, l.signed_on, l.five_gap, p.follow_up_id, p.phase,"
                + " coalesce(p.state, 'SIGNED') as state, coalesce(p.reported_state, 'SIGNED') as reported_state,"
                + " coalesce(p.state_since, l.signed_on) as state_since, p.sub_state,"
                + " coalesce(p.suspended, false) as suspended, coalesce(p.stopped, false) as stopped, p.cause, p.due_on,"
                + " p.clock_stopped_on, coalesce(" + late
                + ", 0) as late, p.investment, p.invested, p.progress_percent,"
                + " p.progress_behind, p.included_on, p.delay_milestone, p.delay_cause, p.delay_explanation, p.delay_owner,"
                + " p.next_action, p.next_action_on, p.quiet_until, p.agreed_start, p.agreed_completion, p.agreed_production, p.agreed_scale_up,"
                + " p.agreed_full_capacity, p.recognised_start, p.recognised_completion, p.recognised_production,"
                + " p.recognised_scale_up, p.recognised_full_capacity,"
                + (withNames ? " lead.name as leader_name, own.name as owner_name, sees.name as delay_owner_name," : "")
                + " row_number() over (partition by l.project_id order by array_position("
                + STATES + ", p.state), p.due_on nulls last, p.phase) = 1 as decisive"
                + " from " + Slice.table("ledger", asOf) + " l left join (select * from " + Slice.table("phase", asOf)
                + " p " + phases.sql() + ") p on p.project_id = l.project_id"
                + (withNames
                        ? " left join ledger_label lead on lead.kind = 'staff' and lead.code = l.leader::text"
                                + " left join ledger_label own on own.kind = 'staff' and own.code = l.owner::text"
                                + " left join ledger_label sees on sees.kind = 'staff' and sees.code = p.delay_owner::text"
                        : "")
                + " " + slice.sql();
    }

    private static final String STATES =
            "array['SIGNED','STARTED','COMPLETED','PRODUCING','ABOVE_SCALE','FULL_CAPACITY']";

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
