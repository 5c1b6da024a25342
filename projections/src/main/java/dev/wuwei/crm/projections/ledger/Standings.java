package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightDay;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.LightLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The phases asked for, as SQL, with what they are counted and sorted by: of the present they are kept ({@link Standing}), of any
 * other day they are made of the ledger's layers. Everything that is asked of them is written once, over the alias {@code s}.
 */
final class Standings {
    /** What has been due longest comes first. */
    static final String ORDER = "s.due_on nulls last, s.project_no, s.place";

    /** The place of a state in it, in SQL, is its ordinal and one. */
    static final String STATES = "array['SIGNED','STARTED','COMPLETED','PRODUCING','ABOVE_SCALE','FULL_CAPACITY']";

    private final AsOf asOf;
    private final Slice slice;
    private final LightDay today;
    private final String phases;
    private final List<String> conditions = new ArrayList<>();

    Standings(Request request, AsOf asOf, Viewer viewer, LightLimits limits) {
        this.asOf = asOf;
        this.slice = Slice.ofRows("l", asOf).seenBy(viewer, "l.park");
        this.today = new LightDay(slice.today(), limits);
        request.projects().addTo(slice);
        if (!request.only().isEmpty()) {
            slice.where("l.project_id = any(:only)")
                    .with("only", request.only().stream().map(id -> id.value()).toArray(UUID[]::new));
        }
        this.phases = "(" + (asOf.isNow() ? present(request) : then()) + ") s";
        conditions(request);
    }

    /** Projects are looked up in the ledger only for what is not kept with their standing. */
    private String present(Request request) {
        ProjectFilter projects = request.projects();
        if (!projects.asksForStandingOnly()) {
            return "select g.* from standing g join ledger_present l on l.project_id = g.project_id " + slice.sql();
        }
        if (request.decisive() || projects.overdue() == null) {
            return "select * from standing l " + slice.sql();
        }
        slice.where("l.place = 0");
        return "select g.* from standing g join standing l on l.project_id = g.project_id " + slice.sql();
    }

    private String then() {
        String started = "p.state <> 'SIGNED'";
        String onTheWay = "p.state <> 'FULL_CAPACITY'";
        slice.where("l.five_gap is not null");
        return "select l.project_id, row_number() over (partition by l.project_id order by array_position(" + STATES
                + ", p.state), p.due_on nulls last, p.phase, p.follow_up_id) - 1 as place, p.follow_up_id, p.phase,"
                + " l.project_no, l.leader, l.owner, round(l.signed * 100)::bigint as signed_fen, array_position("
                + STATES
                + ", l.five_gap) - 1 as five_gap, p.due_on, p.clock_stopped_on,"
                + " case when " + started + " then null else p.due_on end as start_due,"
                + " case when " + started + " then p.due_on end as other_due,"
                + " case when " + onTheWay + " then p.progress_behind end as points_behind,"
                + " case when " + onTheWay + " and p.included_on is null then p.recognised_start end as unlisted_since,"
                + " p.quiet_until"
                + " from ledger l left join " + rows("phase", "p") + " on p.project_id = l.project_id " + slice.sql();
    }

    private void conditions(Request request) {
        if (request.decisive()) {
            conditions.add("s.place = 0");
        }
        if (!request.states().isEmpty()) {
            conditions.add("s.five_gap = any(:fiveGaps)");
            slice.with("fiveGaps", request.states().stream().map(Enum::ordinal).toArray(Integer[]::new));
        }
        if (request.inCharge() != null) {
            conditions.add("(s.leader = :inCharge or s.owner = :inCharge)");
            slice.with("inCharge", request.inCharge().value());
        }
        if (request.open()) {
            conditions.add("(s.five_gap <> " + PhaseState.FULL_CAPACITY.ordinal() + " or " + late() + ")");
        }
        if (request.light() != null) {
            conditions.add(shows(request.light()));
        }
    }

    /** @return the phases asked for, to select from */
    String from(String... more) {
        List<String> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return all.isEmpty() ? phases : phases + " where " + String.join(" and ", all);
    }

    LocalDate day() {
        return today.day();
    }

    String late() {
        return "s.due_on < least(s.clock_stopped_on, " + day(today.day()) + ")";
    }

    /** @return whether the light is that one */
    String shows(Light light) {
        return switch (light) {
            case RED -> atLeast(Light.RED);
            case YELLOW -> "(" + atLeast(Light.YELLOW) + " and not " + atLeast(Light.RED) + ")";
            case GREEN -> "not " + atLeast(Light.YELLOW);
        };
    }

    /** The same as {@link dev.wuwei.crm.followup.LightVerdict}, for counting many; a test holds the one against the other. */
    String atLeast(Light light) {
        return "coalesce(s.clock_stopped_on is null and (s.quiet_until is null or s.quiet_until < " + day(today.day())
                + ") and (s.start_due < " + day(today.startDueBefore(light))
                + " or s.other_due < " + day(today.otherDueBefore(light))
                + " or s.points_behind >= " + today.pointsBehind(light)
                + " or s.unlisted_since < " + day(today.startedBefore(light)) + "), false)";
    }

    private static String day(LocalDate day) {
        return "date '" + day + "'";
    }

    /** @return the rows of {@code ledger} or {@code phase} at that point, to select from under that alias */
    String rows(String table, String alias) {
        return asOf.isNow()
                ? table + "_present " + alias
                : "(select * from " + table + " " + alias + " "
                        + Slice.ofRows(alias, asOf).sql() + ") " + alias;
    }

    Standings with(String name, Object value) {
        slice.with(name, value);
        return this;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return slice.bind(statement);
    }
}
