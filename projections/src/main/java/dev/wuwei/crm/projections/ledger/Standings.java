package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightTurns;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.standard.Standards;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The phases asked for, as SQL, with what they are counted and sorted by: as known now they are kept ({@link Standing}), as known
 * earlier they are made of the ledger's layers. Everything that is asked of them is written once, over the alias {@code s}.
 */
final class Standings {
    /** What has been due longest comes first. */
    static final String ORDER = "s.due_on nulls last, s.project_no, s.place";

    /** The place of a state in it, in SQL, is its ordinal and one. */
    static final String STATES = "array['SIGNED','STARTED','COMPLETED','PRODUCING','ABOVE_SCALE','FULL_CAPACITY']";

    private final AsOf asOf;
    private final Slice slice;
    private final LocalDate today;
    private final LightTurns turns;
    private final String phases;
    private final List<String> conditions = new ArrayList<>();

    Standings(Request request, AsOf asOf, Viewer viewer, Standards standards) {
        this.asOf = asOf;
        boolean kept = asOf.knownAt() == null;
        boolean keptAlone = kept && request.projects().asksForStandingOnly();
        this.slice = (keptAlone ? Slice.ofStandings("l", asOf) : Slice.ofRows("l", asOf)).seenBy(viewer, "l.park");
        this.today = slice.today();
        this.turns = new LightTurns(standards.lights(today));
        if (!request.only().isEmpty()) {
            slice.where("l.project_id = any(:only)")
                    .with("only", request.only().stream().map(id -> id.value()).toArray(UUID[]::new));
        }
        this.phases = "(" + (keptAlone ? kept(request) : kept ? keptOf(request) : asKnown(request)) + ") s";
        conditions(request);
    }

    private String kept(Request request) {
        String standings = Slice.table("standing", asOf) + " l ";
        Boolean overdue = request.projects().overdue();
        request.projects().overdue(null).addTo(slice);
        if (overdue == null) {
            return "select * from " + standings + slice.sql();
        }
        slice.where("l.place = 0").where(late("l") + " is " + (overdue ? "true" : "not true"));
        return request.decisive()
                ? "select * from " + standings + slice.sql()
                : "select g.* from " + standings("g") + " join " + standings + "on l.project_id = g.project_id "
                        + slice.sql();
    }

    /** Projects are looked up in the ledger for what is not kept with their standing. */
    private String keptOf(Request request) {
        request.projects().addTo(slice);
        return "select g.* from " + standings("g") + " join " + Slice.rows("ledger", asOf)
                + " l on l.project_id = g.project_id " + slice.sql();
    }

    private String standings(String alias) {
        return "(select * from " + Slice.table("standing", asOf) + " " + alias + " "
                + Slice.ofStandings(alias, asOf).sql() + ") " + alias;
    }

    private String asKnown(Request request) {
        request.projects().addTo(slice);
        slice.where("l.five_gap is not null");
        return "select l.project_id, row_number() over (partition by l.project_id order by array_position(" + STATES
                + ", p.state), p.due_on nulls last, p.phase, p.follow_up_id) - 1 as place, p.follow_up_id, p.phase,"
                + " l.project_no, l.leader, l.owner, round(l.signed * 100)::bigint as signed_fen, array_position("
                + STATES
                + ", l.five_gap) - 1 as five_gap, p.due_on,"
                + " case when p.clock_stopped_on is null or p.due_on < p.clock_stopped_on then p.due_on + 1 end as late_from, "
                + shownFrom(Light.YELLOW) + " as yellow_from, " + shownFrom(Light.RED) + " as red_from"
                + " from " + Slice.rows("ledger", asOf) + " l left join " + rows("phase", "p")
                + " on p.project_id = l.project_id " + slice.sql();
    }

    /** The same as {@link LightTurns#shownFrom}; a test holds the one against the other. */
    private String shownFrom(Light light) {
        String first = "least(case when p.state = 'SIGNED' then (date_trunc('month', p.due_on) + interval '"
                + turns.monthsAfterStart(light) + " months')::date else p.due_on + " + turns.daysAfterOther(light)
                + " end, case when p.state <> 'FULL_CAPACITY' and p.progress_behind >= " + turns.pointsBehind(light)
                + " then " + day(LightTurns.EVER)
                + " end, case when p.state <> 'FULL_CAPACITY' and p.included_on is null then"
                + " (p.recognised_start + interval '" + turns.monthsUnlisted(light) + " months')::date end)";
        return "case when p.clock_stopped_on is null and " + first + " is not null then greatest(" + first
                + ", p.quiet_until + 1) end";
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
        return today;
    }

    /** @return of the lights on that day */
    LightLimits limits() {
        return turns.limits();
    }

    String late() {
        return late("s");
    }

    private String late(String alias) {
        return "(" + alias + ".late_from <= " + day(today) + ")";
    }

    /** @return whether the light is that one */
    String shows(Light light) {
        return switch (light) {
            case RED -> atLeast(Light.RED);
            case YELLOW -> atLeast(Light.YELLOW) + " and " + atLeast(Light.RED) + " is not true";
            case GREEN -> atLeast(Light.YELLOW) + " is not true";
        };
    }

    /** @return whether the light is that one or a worse one; unknown when nothing known now makes it turn */
    String atLeast(Light light) {
        return "(s." + (light == Light.RED ? "red_from" : "yellow_from") + " <= " + day(today) + ")";
    }

    private static String day(LocalDate day) {
        return "date '" + day + "'";
    }

    /** @return the rows of {@code ledger} or {@code phase} at that point, to select from under that alias */
    String rows(String table, String alias) {
        return "(select * from " + Slice.rows(table, asOf) + " " + alias + " "
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
