package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects that moved most between two days: signed or re-estimated, on or back in their stage, given up or taken up again. */
@Component
public class MoversQuery {
    private static final TotalsQuery.Request SIGNED = TotalsQuery.Request.of(Measure.SIGNED);

    /**
     * A project that moved.
     *
     * @param before as it stood at the end of the first day; {@code null} when it was not there yet
     * @param signed what it added to the signed total, or took from it
     */
    public record Mover(ProjectView before, ProjectView now, Figure signed) {
        /** @return the stages that it went on, negative for back; from the lead for a project that was not there yet */
        public int stages() {
            return now.stage().ordinal() - (before == null ? Stage.LEAD : before.stage()).ordinal();
        }

        public boolean isStageMoved() {
            return stages() != 0;
        }

        public boolean isStatusMoved() {
            return now.status() != (before == null ? ProjectStatus.ACTIVE : before.status());
        }

        /** @return whether it was worth something else before; not for a project that was not there yet */
        public boolean isAmountMoved() {
            return before != null && !Objects.equals(before.amount(), now.amount());
        }

        /** A lead that just came in has not moved yet, and of two that were merged the other one stays. */
        boolean hasMoved() {
            return !signed.isNothing()
                    || now.status() != ProjectStatus.MERGED && (isStageMoved() || isStatusMoved() || isAmountMoved());
        }

        /** The yuan that the move is about: what was signed or re-estimated, or all of a project whose stage moved. */
        BigDecimal weight() {
            BigDecimal weight = signed.in(Currency.CNY).amount().abs();
            if (isAmountMoved()) {
                weight = weight.max(yuan(now).subtract(yuan(before)).abs());
            }
            return isStageMoved() || isStatusMoved() ? weight.max(yuan(now)) : weight;
        }

        private static BigDecimal yuan(ProjectView project) {
            Money amount = project.amount();
            return amount == null || amount.currency() != Currency.CNY ? BigDecimal.ZERO : amount.amount();
        }
    }

    /**
     * @param rows what moved most first
     * @param total of all that moved
     * @param signed sum of all that moved: the signed total of the last day less that of the first
     */
    public record Movers(List<Mover> rows, int total, Figure signed) {}

    private final JdbcClient jdbc;
    private final TotalsQuery totals;

    public MoversQuery(JdbcClient jdbc, TotalsQuery totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    /**
     * @param after the day that is compared with, as it is known at the same instant
     * @param limit rows at most
     * @param asOf the day up to which they moved; amounts are counted by the policy in force on it
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Movers movers(LocalDate after, int limit, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Map<ProjectId, Figure> signed = totals.movedByProject(SIGNED, after, asOf, viewer);
        Slice changed = Slice.ofRows("l", asOf)
                .where("(l.effective_from > :after or l.project_id = any(:signed))")
                .with("after", after)
                .with("signed", ids(signed.keySet()));
        List<ProjectView> now = read(changed, asOf, viewer);
        Set<ProjectId> projects = new HashSet<>(signed.keySet());
        now.forEach(project -> projects.add(project.projectId()));
        AsOf then = new AsOf(after, asOf.knownAt());
        Slice earlier =
                Slice.ofRows("l", then).where("l.project_id = any(:projects)").with("projects", ids(projects));
        Map<ProjectId, ProjectView> before = read(earlier, then, viewer).stream()
                .collect(Collectors.toMap(ProjectView::projectId, Function.identity()));
        List<Mover> movers = now.stream()
                .map(project -> new Mover(
                        before.get(project.projectId()),
                        project,
                        signed.getOrDefault(project.projectId(), Figure.NOTHING)))
                .filter(Mover::hasMoved)
                .sorted(Comparator.comparing(Mover::weight)
                        .thenComparing(mover -> Math.abs(mover.stages()))
                        .reversed()
                        .thenComparing(mover -> mover.now().projectNo()))
                .toList();
        return new Movers(
                movers.stream().limit(limit).toList(),
                movers.size(),
                movers.stream().map(Mover::signed).reduce(Figure.NOTHING, Figure::plus));
    }

    private List<ProjectView> read(Slice slice, AsOf asOf, Viewer viewer) {
        slice.seenBy(viewer, "l.park");
        return slice.bind(jdbc.sql("select " + ProjectQueries.columns(slice) + " from " + Slice.rows("ledger", asOf)
                        + " l" + ProjectQueries.namesJoined(asOf) + " " + slice.sql()))
                .query(ProjectQueries::read)
                .list();
    }

    private static UUID[] ids(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toArray(UUID[]::new);
    }
}
