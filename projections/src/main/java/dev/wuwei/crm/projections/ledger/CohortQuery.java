package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.ledger.Cohort.Member;
import dev.wuwei.crm.projections.ledger.Cohort.Setback;
import dev.wuwei.crm.projections.ledger.Cohort.Stay;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 批次: how far the projects signed in a year have come, how long they stood where, and what threw them back. A project stands where
 * its least advanced phase stands by recognised milestones, as everywhere; its days are read from the stretches of the ledger.
 */
@Component
public class CohortQuery {
    private final JdbcClient jdbc;

    public CohortQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param filter narrows the projects by how they stand on the day asked for
     * @return by year of signing, the latest first
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<Cohort> cohorts(ProjectFilter filter, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        AsOf point = new AsOf(lastDay(asOf), asOf.knownAt());
        Slice slice =
                Slice.ofRows("l", point).seenBy(viewer, "l.park").where("l.furthest >= " + Stage.SIGNED.ordinal());
        filter.addTo(slice);
        Map<ProjectId, Member> members = new LinkedHashMap<>();
        members(slice, point).forEach(member -> members.put(member.projectId(), member));
        Map<Integer, List<Member>> byYear = new TreeMap<>(Comparator.reverseOrder());
        members.values()
                .forEach(member -> byYear.computeIfAbsent(member.signedOn().getYear(), year -> new ArrayList<>())
                        .add(member));
        Map<Integer, List<Setback>> setbacks = new TreeMap<>();
        setbacks(slice, point, members)
                .forEach(setback -> setbacks.computeIfAbsent(
                                setback.member().signedOn().getYear(), year -> new ArrayList<>())
                        .add(setback));
        return byYear.entrySet().stream()
                .map(cohort -> new Cohort(
                        cohort.getKey(),
                        point.asOf(),
                        cohort.getValue(),
                        setbacks.getOrDefault(cohort.getKey(), List.of())))
                .toList();
    }

    /** Nobody can have been known to reach anything after the instant of the knowledge: months beyond it would count as missed. */
    private static LocalDate lastDay(AsOf asOf) {
        return Stream.of(
                        asOf.asOf(),
                        asOf.knownAt() == null ? null : LocalDate.ofInstant(asOf.knownAt(), EventMeta.ZONE),
                        ParkTime.today())
                .filter(day -> day != null)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<Member> members(Slice slice, AsOf point) {
        return slice.bind(jdbc.sql("with l as materialized (select l.project_id, l.project_no, l.name from "
                        + Slice.rows("ledger", point) + " l " + slice.sql()
                        + "), h as (select h.project_id, h.effective_from, h.five_gap, h.signed_on, h.signed,"
                        + " lag(h.five_gap) over (partition by h.project_id order by h.effective_from) as before"
                        + " from ledger h "
                        + Slice.ofCourse("h", point)
                                .where("h.project_id in (select project_id from l)")
                                .sql()
                        + "), c as (select project_id, min(signed_on) filter (where five_gap is not null) as signed_on,"
                        + " (array_agg(signed order by effective_from desc) filter (where five_gap is not null))[1] as signed,"
                        + " array_agg(effective_from order by effective_from) filter (where moved) as days,"
                        + " array_agg(coalesce(array_position(" + Standings.STATES + ", five_gap), 0)"
                        + " order by effective_from) filter (where moved) as states"
                        + " from (select h.*, five_gap is distinct from before as moved from h) m group by project_id)"
                        + " select l.*, c.signed_on, c.signed, c.days, c.states from c join l using (project_id)"
                        + " where c.signed_on is not null order by c.signed_on, l.project_no"))
                .query((row, number) -> member(row))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        LocalDate[] days = Arrays.stream((Date[]) row.getArray("days").getArray())
                .map(Date::toLocalDate)
                .toArray(LocalDate[]::new);
        Integer[] states = (Integer[]) row.getArray("states").getArray();
        LocalDate[] reached = new LocalDate[Milestone.values().length];
        List<Stay> stays = new ArrayList<>();
        for (int at = 0; at < days.length; at++) {
            for (int milestone = 0; milestone < states[at] - 1; milestone++) {
                reached[milestone] = reached[milestone] == null ? days[at] : reached[milestone];
            }
            if (states[at] > 0) {
                boolean last = at + 1 == days.length;
                stays.add(new Stay(
                        PhaseState.values()[states[at] - 1],
                        days[at],
                        last ? null : days[at + 1],
                        !last && states[at + 1] > states[at]));
            }
        }
        int end = days.length - 1;
        return new Member(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                ProjectQueries.date(row, "signed_on"),
                new Money(row.getBigDecimal("signed"), Currency.CNY),
                states[end] == 0 ? days[end] : null,
                Arrays.asList(reached),
                stays);
    }

    /** @param to first day on which the phase no longer stood so, {@code null} while it does */
    private record Stretch(
            ProjectId project,
            FollowUpId followUp,
            String phase,
            LocalDate from,
            LocalDate to,
            PhaseState state,
            boolean stopped,
            LocalDate belowSince) {
        boolean isOf(Stretch other) {
            return followUp.equals(other.followUp) && phase.equals(other.phase);
        }
    }

    private List<Setback> setbacks(Slice slice, AsOf point, Map<ProjectId, Member> members) {
        String to = "p.effective_to > :asOf" + (point.knownAt() == null ? "" : " or p.effective_to_known > :knownAt");
        List<Stretch> stretches = slice.bind(jdbc.sql("with p as (select p.project_id, p.follow_up_id, p.phase,"
                        + " p.effective_from, case when " + to + " then null else p.effective_to end as effective_to,"
                        + " p.state, p.stopped, case when p.state = 'FULL_CAPACITY' then p.due_on end as below_since,"
                        + " coalesce(array_position(" + Standings.STATES + ", p.state) < lag(array_position("
                        + Standings.STATES + ", p.state)) over (partition by p.follow_up_id, p.phase order by"
                        + " p.effective_from), false) as fell from phase p "
                        + Slice.ofCourse("p", point)
                                .where("p.project_id in (select l.project_id from " + Slice.rows("ledger", point)
                                        + " l " + slice.sql() + ")")
                                .sql()
                        + ") select * from (select p.*, bool_or(stopped or fell or below_since is not null)"
                        + " over (partition by follow_up_id, phase) as relapsed from p) s where relapsed"
                        + " order by follow_up_id, phase, effective_from"))
                .query((row, number) -> new Stretch(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        ProjectQueries.id(row, "follow_up_id", FollowUpId::new),
                        row.getString("phase"),
                        ProjectQueries.date(row, "effective_from"),
                        ProjectQueries.date(row, "effective_to"),
                        ProjectQueries.constant(row, "state", PhaseState.class),
                        row.getBoolean("stopped"),
                        ProjectQueries.date(row, "below_since")))
                .list();
        List<Setback> found = new ArrayList<>();
        Map<Relapse, Setback> open = new EnumMap<>(Relapse.class);
        for (int at = 0; at < stretches.size(); at++) {
            Stretch here = stretches.get(at);
            Stretch before = at == 0 || !here.isOf(stretches.get(at - 1)) ? null : stretches.get(at - 1);
            Stretch after =
                    at + 1 == stretches.size() || !here.isOf(stretches.get(at + 1)) ? null : stretches.get(at + 1);
            boolean dropped = here.state().compareTo(PhaseState.ABOVE_SCALE) < 0
                    && (open.containsKey(Relapse.SCALE_DROPPED)
                            || before != null && before.state().compareTo(PhaseState.ABOVE_SCALE) >= 0);
            Member member = members.get(here.project());
            stands(open, found, here, Relapse.PRODUCTION_STOPPED, here.stopped() ? here.from() : null, member);
            stands(open, found, here, Relapse.SCALE_DROPPED, dropped ? here.from() : null, member);
            stands(open, found, here, Relapse.BELOW_CAPACITY, here.belowSince(), member);
            boolean goesOn = here.to() == null || after != null && after.from().equals(here.to());
            if (!goesOn || after == null) {
                open.values().forEach(setback -> found.add(ended(setback, here.to())));
                open.clear();
            }
        }
        found.sort(Comparator.comparing(Setback::from)
                .thenComparing(setback -> setback.member().projectNo())
                .thenComparing(Setback::phase));
        return found;
    }

    /** @param since from when the relapse counts, {@code null} where it does not stand there */
    private static void stands(
            Map<Relapse, Setback> open,
            List<Setback> found,
            Stretch here,
            Relapse kind,
            LocalDate since,
            Member member) {
        if (since == null) {
            Setback over = open.remove(kind);
            if (over != null) {
                found.add(ended(over, here.from()));
            }
        } else {
            open.putIfAbsent(kind, new Setback(member, here.phase(), kind, since, null));
        }
    }

    private static Setback ended(Setback setback, LocalDate on) {
        return new Setback(setback.member(), setback.phase(), setback.kind(), setback.from(), on);
    }
}
