package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        String from = " from " + Slice.rows("ledger", asOf) + " l " + slice.sql();
        long[] furthest = new long[Stage.values().length];
        slice.bind(jdbc.sql("select l.furthest, count(*) as reached" + from + " group by l.furthest"))
                .query(row -> {
                    furthest[row.getInt("furthest")] = row.getLong("reached");
                });
        Map<Stage, Standing> standing = new EnumMap<>(Stage.class);
        // Apart, so that each is read from its own index; the median from counts by day, for days are few and rows are
        // many.
        slice.where(ALIVE);
        slice.bind(jdbc.sql("select s.stage, sum(s.n) as n, sum(s.cny) as cny, sum(s.usd) as usd,"
                        + " max(s.stage_since) filter (where s.later * 2 >= s.standing) as since from (select d.*,"
                        + " sum(d.n) over (partition by d.stage order by d.stage_since desc) as later,"
                        + " sum(d.n) over (partition by d.stage) as standing from (select l.stage, l.stage_since,"
                        + " count(*) as n, sum(l.amount_fen) as cny, sum(l.amount_cent) as usd from "
                        + Slice.rows("ledger", asOf) + " l " + slice.sql()
                        + " group by l.stage, l.stage_since) d) s group by s.stage"))
                .query(row -> {
                    standing.put(
                            Stage.valueOf(row.getString("stage")),
                            new Standing(
                                    Figure.ofMinor(row.getLong("n"), row.getBigDecimal("cny"), Currency.CNY)
                                            .plus(Figure.ofMinor(0, row.getBigDecimal("usd"), Currency.USD)),
                                    (int) ChronoUnit.DAYS.between(
                                            row.getObject("since", LocalDate.class), slice.today())));
                });
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
}
