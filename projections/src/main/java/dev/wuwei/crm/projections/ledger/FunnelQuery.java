package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the leads of a period came, which share of them went on, and how long that took. */
@Component
public class FunnelQuery {
    /**
     * @param reached projects that ever came this far up to the day asked for, whatever became of them
     * @param conversion share of those that reached the step before; {@code null} for the first step, and when nobody did
     * @param medianDays from the step before to this one, of those that reached it; {@code null} for the first step, and when
     *     nobody did
     */
    public record Step(Stage stage, long reached, Double conversion, Integer medianDays) {}

    private final JdbcClient jdbc;

    public FunnelQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param stages the steps, in the order of the stages
     * @param from first day of registration, or {@code null}
     * @param to last day of registration, or {@code null}
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<Step> funnel(List<Stage> stages, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice leads = leads(from, to, asOf, viewer);
        StringJoiner firsts = new StringJoiner(", ");
        StringJoiner figures = new StringJoiner(", ");
        for (int i = 0; i < stages.size(); i++) {
            firsts.add("min(c.effective_from) filter (where c.furthest >= "
                    + stages.get(i).ordinal() + ") as d" + i);
            figures.add("count(d" + i + ") as n" + i);
            if (i > 0) {
                figures.add("percentile_disc(0.5) within group (order by d" + i + " - d" + (i - 1) + ") as m" + i);
            }
        }
        return leads.bind(jdbc.sql("select " + figures + " from (select " + firsts + " from "
                        + Slice.rows("ledger", asOf) + " l join (select * from ledger c "
                        + Slice.ofCourse("c", asOf).sql() + ") c on c.project_id = l.project_id " + leads.sql()
                        + " group by l.project_id) course"))
                .query((row, number) -> {
                    List<Step> steps = new ArrayList<>();
                    for (int i = 0; i < stages.size(); i++) {
                        long reached = row.getLong("n" + i);
                        long before = i == 0 ? 0 : row.getLong("n" + (i - 1));
                        steps.add(new Step(
                                stages.get(i),
                                reached,
                                before == 0 ? null : (double) reached / before,
                                i == 0 ? null : row.getObject("m" + i, Integer.class)));
                    }
                    return steps;
                })
                .single();
    }

    /**
     * @return the projects that make the figure of a step, the largest first
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<ProjectView> reached(Stage stage, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice leads =
                leads(from, to, asOf, viewer).where("l.furthest >= :furthest").with("furthest", stage.ordinal());
        return leads.bind(jdbc.sql("select " + ProjectQueries.columns(leads) + " from " + Slice.rows("ledger", asOf)
                        + " l" + ProjectQueries.namesJoined(asOf) + " " + leads.sql() + " order by "
                        + ProjectQueries.AMOUNT + " desc nulls last, l.project_no"))
                .query(ProjectQueries::read)
                .list();
    }

    /** What was merged into another lead counts there. */
    private static Slice leads(LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "l.park").where("l.status <> 'MERGED'");
        if (from != null) {
            slice.where("l.registered_on >= :from").with("from", from);
        }
        if (to != null) {
            slice.where("l.registered_on <= :to").with("to", to);
        }
        return slice;
    }
}
