package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingEvent.CountingPolicyDefined;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRevised;
import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.platform.axon.HistoryReader;
import dev.wuwei.crm.platform.axon.HistoryReader.Point;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 数据核对: counts every project once more from its raw events, apart from the ledger, and says where the screens show
 * something else. Both are of the same event: the ledger is read in one snapshot, history up to where the ledger was in it.
 */
@Component
public class TotalsRecount {
    private static final String LEDGER = "ledger";

    /** What a project is counted under; a province is what its origin begins with. */
    private static final List<Dimension> CLASSES = List.of(
            Dimension.INDUSTRY,
            Dimension.PARK,
            Dimension.METHOD,
            Dimension.ORIGIN,
            Dimension.CHAIN,
            Dimension.KIND,
            Dimension.LEADER,
            Dimension.OWNER,
            Dimension.TEAM,
            Dimension.SIZE_BAND,
            Dimension.FIVE_GAP);

    /** Read at once with the month that a figure belongs to: years, halves and quarters are made of months. */
    private static final List<Dimension> ASKED =
            Stream.concat(CLASSES.stream(), Stream.of(Dimension.MONTH)).toList();

    /**
     * @param position everything up to this event was counted
     * @param policies {@code code@version}
     * @param figures that were compared
     */
    public record Result(
            long position, List<String> policies, int projects, long figures, List<TotalsDifference> differences) {}

    private final TotalsQuery totals;
    private final PolicyQuery policies;
    private final HistoryReader history;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public TotalsRecount(
            TotalsQuery totals,
            PolicyQuery policies,
            HistoryReader history,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.totals = totals;
        this.policies = policies;
        this.history = history;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Counts under every version of every policy. */
    public Result of(LocalDate day) {
        return snapshot.execute(status -> {
            Point point = history.pointOf(LEDGER, jdbc);
            Told told = told(point);
            Comparison comparison = new Comparison(told.projects(), day);
            told.policies().forEach(comparison::compare);
            return new Result(
                    point.position(),
                    told.policies().stream().map(CountingPolicy::id).toList(),
                    told.projects().size(),
                    comparison.figures,
                    comparison.sorted());
        });
    }

    /** What the events tell: of projects, and by which policies they are counted. */
    private record Told(Map<ProjectId, Recount> projects, List<CountingPolicy> policies) {}

    private Told told(Point point) {
        Map<ProjectId, Recount> projects = new HashMap<>();
        List<CountingPolicy> counted = new ArrayList<>(List.of(policies.standard()));
        try {
            history.read(Point.BEGINNING, point, events -> {
                for (Recorded recorded : events) {
                    ProjectId project = Recount.projectOf(recorded.event());
                    if (project != null) {
                        projects.computeIfAbsent(project, first -> new Recount())
                                .take(new Recount.Entry(
                                        recorded.event(), recorded.meta().recordedAt()));
                    }
                    switch (recorded.event()) {
                        case CountingPolicyDefined e ->
                            counted.add(new CountingPolicy(e.code(), e.version(), e.rules()));
                        case CountingPolicyRevised e ->
                            counted.add(new CountingPolicy(e.code(), e.version(), e.rules()));
                        default -> {}
                    }
                }
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The recount was interrupted", e);
        }
        return new Told(projects, counted);
    }

    private final class Comparison {
        private final Map<ProjectId, Recount> projects;
        private final LocalDate day;
        private final List<TotalsDifference> differences = new ArrayList<>();
        private long figures;

        Comparison(Map<ProjectId, Recount> projects, LocalDate day) {
            this.projects = projects;
            this.day = day;
        }

        void compare(CountingPolicy policy) {
            Map<ProjectId, Recount.Answer> answers = new HashMap<>();
            Map<ProjectId, Map<YearMonth, Map<Measure, Figure>>> months = new HashMap<>();
            Recount.Question question = new Recount.Question(day, policy.rules(), null, null);
            projects.forEach((project, recount) -> {
                answers.put(project, recount.answer(question));
                months.put(project, recount.months(question));
            });
            for (Measure measure : Measure.values()) {
                Map<ProjectId, Map<List<String>, Figure>> shown =
                        totals.byProject(measure, ASKED, policy, new AsOf(day, null));
                Set<ProjectId> counted = new HashSet<>(shown.keySet());
                answers.forEach((project, answer) -> {
                    if (answer.figures().containsKey(measure)) {
                        counted.add(project);
                    }
                });
                figures += counted.size();
                for (ProjectId project : counted) {
                    Recount.Answer answer = answers.getOrDefault(project, Recount.Answer.NOTHING);
                    Map<List<String>, Figure> its = shown.getOrDefault(project, Map.of());
                    if (compare(project, policy, measure, its, answer)) {
                        compare(project, policy, measure, its, months.getOrDefault(project, Map.of()));
                    }
                }
            }
        }

        /** @return whether the figure is the same, under whichever classes */
        private boolean compare(
                ProjectId project,
                CountingPolicy policy,
                Measure measure,
                Map<List<String>, Figure> shown,
                Recount.Answer answer) {
            Figure sum = shown.values().stream().reduce(Figure.NOTHING, Figure::plus);
            Figure recounted = answer.figures().getOrDefault(measure, Figure.NOTHING);
            if (!sum.equals(recounted)) {
                currencies(sum, recounted)
                        .forEach(currency -> differences.add(new TotalsDifference(
                                project,
                                numberOf(project),
                                policy.id(),
                                measure.key(),
                                null,
                                sum.count(),
                                amount(sum, currency),
                                recounted.count(),
                                amount(recounted, currency),
                                null,
                                null)));
                return false;
            }
            // What was counted and taken back again comes to nothing, and still stands under its class in its months.
            boolean byMonth = sum.isNothing();
            for (int i = 0; i < CLASSES.size(); i++) {
                int place = i;
                String expected = answer.classes().get(CLASSES.get(i));
                Map<List<String>, Figure> byClass = new HashMap<>();
                shown.forEach((codes, figure) -> byClass.merge(
                        Arrays.asList(codes.get(place), byMonth ? codes.getLast() : null), figure, Figure::plus));
                byClass.values().removeIf(Figure::isNothing);
                byClass.keySet().stream()
                        .map(List::getFirst)
                        .filter(code -> !Objects.equals(code, expected))
                        .distinct()
                        .forEach(code -> misplaced(project, policy, measure, CLASSES.get(place), code, expected));
            }
            return true;
        }

        /** What is booked to a month too much is named beside a month to which as much too little is booked. */
        private void compare(
                ProjectId project,
                CountingPolicy policy,
                Measure measure,
                Map<List<String>, Figure> shown,
                Map<YearMonth, Map<Measure, Figure>> recounted) {
            Map<String, Figure> over = new TreeMap<>();
            shown.forEach((codes, figure) -> over.merge(codes.getLast(), figure, Figure::plus));
            recounted.forEach((month, figures) -> over.merge(
                    month.toString(),
                    Figure.NOTHING.minus(figures.getOrDefault(measure, Figure.NOTHING)),
                    Figure::plus));
            over.values().removeIf(Figure::isNothing);
            List<String> tooMuch = new ArrayList<>();
            List<String> tooLittle = new ArrayList<>();
            over.forEach((month, figure) -> (isPositive(figure) ? tooMuch : tooLittle).add(month));
            for (int i = 0; i < Math.max(tooMuch.size(), tooLittle.size()); i++) {
                misplaced(
                        project,
                        policy,
                        measure,
                        Dimension.MONTH,
                        i < tooMuch.size() ? tooMuch.get(i) : null,
                        i < tooLittle.size() ? tooLittle.get(i) : null);
            }
        }

        private static boolean isPositive(Figure figure) {
            return figure.count() > 0
                    || figure.count() == 0 && figure.sums().stream().anyMatch(money -> !money.isNegative());
        }

        private void misplaced(
                ProjectId project,
                CountingPolicy policy,
                Measure measure,
                Dimension dimension,
                String shown,
                String recounted) {
            differences.add(new TotalsDifference(
                    project,
                    numberOf(project),
                    policy.id(),
                    measure.key(),
                    dimension.key(),
                    null,
                    null,
                    null,
                    null,
                    shown,
                    recounted));
        }

        private String numberOf(ProjectId project) {
            Recount recount = projects.get(project);
            return recount == null ? null : recount.projectNo();
        }

        List<TotalsDifference> sorted() {
            differences.sort(
                    Comparator.comparing(TotalsDifference::projectNo, Comparator.nullsLast(Comparator.naturalOrder())));
            return List.copyOf(differences);
        }

        private Set<Currency> currencies(Figure one, Figure other) {
            Set<Currency> currencies = new TreeSet<>();
            Stream.of(one, other)
                    .flatMap(figure -> figure.sums().stream())
                    .map(Money::currency)
                    .filter(currency -> !one.in(currency).equals(other.in(currency)))
                    .forEach(currencies::add);
            return currencies.isEmpty() ? Set.of(Currency.CNY) : currencies;
        }

        private Money amount(Figure figure, Currency currency) {
            Money amount = figure.in(currency);
            return amount.isZero() ? null : amount;
        }
    }
}
