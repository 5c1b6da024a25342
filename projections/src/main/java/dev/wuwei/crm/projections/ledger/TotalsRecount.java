package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.platform.axon.HistoryReader;
import dev.wuwei.crm.platform.axon.HistoryReader.Point;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** What a project is counted under that its events alone tell. */
    private static final List<Dimension> CLASSES = List.of(
            Dimension.INDUSTRY, Dimension.PARK, Dimension.METHOD, Dimension.ORIGIN, Dimension.CHAIN, Dimension.LEADER);

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
            Map<ProjectId, Recount> projects = recounts(point);
            List<CountingPolicy> counted = policies.all(AsOf.NOW).stream()
                    .map(PolicyQuery.PolicyVersion::policy)
                    .toList();
            Comparison comparison = new Comparison(projects, day);
            counted.forEach(comparison::compare);
            return new Result(
                    point.position(),
                    counted.stream().map(CountingPolicy::id).toList(),
                    projects.size(),
                    comparison.figures,
                    comparison.sorted());
        });
    }

    private Map<ProjectId, Recount> recounts(Point point) {
        Map<ProjectId, Recount> projects = new HashMap<>();
        try {
            history.read(Point.BEGINNING, point, events -> {
                for (Recorded recorded : events) {
                    ProjectId project = Recount.projectOf(recorded.event());
                    if (project != null) {
                        projects.computeIfAbsent(project, first -> new Recount())
                                .take(new Recount.Entry(
                                        recorded.event(), recorded.meta().recordedAt()));
                    }
                }
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The recount was interrupted", e);
        }
        return projects;
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
            Recount.Question question = new Recount.Question(day, policy.rules(), null, null);
            projects.forEach((project, recount) -> answers.put(project, recount.answer(question)));
            for (Measure measure : Measure.values()) {
                Map<ProjectId, Map<List<String>, Figure>> shown =
                        totals.byProject(measure, CLASSES, policy, new AsOf(day, null));
                Set<ProjectId> counted = new HashSet<>(shown.keySet());
                answers.forEach((project, answer) -> {
                    if (answer.figures().containsKey(measure)) {
                        counted.add(project);
                    }
                });
                figures += counted.size();
                for (ProjectId project : counted) {
                    Recount.Answer answer = answers.getOrDefault(project, Recount.Answer.NOTHING);
                    compare(project, policy, measure, shown.getOrDefault(project, Map.of()), answer);
                }
            }
        }

        private void compare(
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
                return;
            }
            for (int i = 0; i < CLASSES.size(); i++) {
                String expected = answer.classes().get(CLASSES.get(i));
                for (List<String> codes : shown.keySet()) {
                    if (!Objects.equals(codes.get(i), expected)) {
                        differences.add(new TotalsDifference(
                                project,
                                numberOf(project),
                                policy.id(),
                                measure.key(),
                                CLASSES.get(i).key(),
                                null,
                                null,
                                null,
                                null,
                                codes.get(i),
                                expected));
                    }
                }
            }
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
