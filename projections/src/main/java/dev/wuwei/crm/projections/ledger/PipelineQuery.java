package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many projects stand at each stage, how long they have stood there, and how many go on. */
@Component
public class PipelineQuery {
    /**
     * @param figure active projects that stand there; see {@link ProjectView#amount}
     * @param medianDays days that these have stood there, up to the day asked for; 0 when there are none
     * @param reached projects that ever came this far up to that day, whatever became of them
     * @param conversion share of those that went on further; {@code null} when none came this far, and for the last stage
     */
    public record StageFigures(Stage stage, Figure figure, int medianDays, long reached, Double conversion) {}

    /** @param total of all stages */
    public record Pipeline(List<StageFigures> stages, Figure total) {}

    private record Standing(Figure figure, int medianDays) {}

    private final JdbcClient jdbc;

    public PipelineQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param filter its statuses are ignored: a pipeline is of what is alive
     * @return every stage, in order
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Pipeline pipeline(ProjectFilter filter, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "l.park").where("l.status <> 'MERGED'");
        filter.inStatuses(null).addTo(slice);
        String from = " from " + Slice.table("ledger", asOf) + " l ";
        long[] furthest = new long[Stage.values().length];
        Map<Stage, Standing> standing = new EnumMap<>(Stage.class);
        slice.bind(jdbc.sql("select case when grouping(l.stage) = 0 then l.stage end as stage, l.furthest,"
                        + " count(*) as reached, count(*) filter (where " + ALIVE + ") as n,"
                        + " sum(" + ProjectQueries.AMOUNT + ") filter (where " + ALIVE + " and "
                        + ProjectQueries.AMOUNT_CURRENCY + " = 'CNY') as cny,"
                        + " sum(l.estimate) filter (where " + ALIVE + " and " + ProjectQueries.AMOUNT_CURRENCY
                        + " = 'USD') as usd,"
                        + " percentile_disc(0.5) within group (order by " + slice.day()
                        + " - l.stage_since) filter (where " + ALIVE + ") as days"
                        + from + slice.sql() + " group by grouping sets ((l.stage), (l.furthest))"))
                .query((row, number) -> {
                    String stage = row.getString("stage");
                    if (stage == null) {
                        furthest[row.getInt("furthest")] = row.getLong("reached");
                    } else {
                        standing.put(
                                Stage.valueOf(stage),
                                new Standing(
                                        Figure.of(row.getLong("n"), orZero(row.getBigDecimal("cny")), Currency.CNY)
                                                .plus(Figure.of(0, orZero(row.getBigDecimal("usd")), Currency.USD)),
                                        row.getInt("days")));
                    }
                    return number;
                })
                .list();
        List<StageFigures> stages = new ArrayList<>();
        Figure total = Figure.NOTHING;
        for (Stage stage : Stage.values()) {
            long reached = 0;
            for (int i = stage.ordinal(); i < furthest.length; i++) {
                reached += furthest[i];
            }
            long further = reached - furthest[stage.ordinal()];
            Standing stand = standing.getOrDefault(stage, new Standing(Figure.NOTHING, 0));
            total = total.plus(stand.figure());
            stages.add(new StageFigures(
                    stage,
                    stand.figure(),
                    stand.medianDays(),
                    reached,
                    reached == 0 || stage == Stage.FULL_CAPACITY ? null : (double) further / reached));
        }
        return new Pipeline(stages, total);
    }

    private static final String ALIVE = "l.status in ('ACTIVE', 'FULFILLED')";

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
