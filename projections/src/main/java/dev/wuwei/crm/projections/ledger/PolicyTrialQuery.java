package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Thresholds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 试算: a figure by rules that nobody has defined. Every history is kept in the books once more, by those rules too, so that it
 * comes to what it would come to if they were a policy; nothing of it is stored.
 */
@Component
public class PolicyTrialQuery {
    private static final String TRIED = "tried";
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final StoredFacts facts;
    private final CountingPolicy standard;
    private final Thresholds thresholds;
    private final PolicyQuery policies;
    private final TotalsQuery totals;
    private final TransactionTemplate snapshot;

    public PolicyTrialQuery(
            JdbcClient jdbc,
            RecordedEvents events,
            CountingStandard standard,
            Thresholds thresholds,
            PolicyQuery policies,
            TotalsQuery totals,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.facts = new StoredFacts(() -> jdbc, events);
        this.standard = CountingPolicy.standard(standard);
        this.thresholds = thresholds;
        this.policies = policies;
        this.totals = totals;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * A policy compared with rules that are tried, as {@link TotalsQuery#compare} compares two policies.
     *
     * @param request its policy is not looked at
     * @param policy {@code code@version}
     * @param tried rules that obey what {@link dev.wuwei.crm.counting.CountingChecks} asks
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}, {@link LedgerRule#UNKNOWN_POLICY}
     */
    public TotalsQuery.Comparison compare(
            TotalsQuery.Request request, String policy, CountingRules tried, AsOf asOf, Viewer viewer) {
        CountingPolicy other = new CountingPolicy(TRIED, 0, tried);
        return snapshot.execute(status -> {
            Slice.check(asOf, jdbc);
            CountingPolicy one = policies.of(policy, asOf);
            return totals.comparison(
                    one,
                    other,
                    totals.byProject(request, one, asOf, viewer),
                    byProject(request, other, asOf, viewer),
                    asOf);
        });
    }

    private Map<ProjectId, Figure> byProject(
            TotalsQuery.Request request, CountingPolicy tried, AsOf asOf, Viewer viewer) {
        List<ProjectId> projects = concerned(request.measure());
        Map<ProjectId, Figure> figures = new LinkedHashMap<>();
        for (int from = 0; from < projects.size(); from += CHUNK) {
            Map<ProjectId, ProjectLedger> ledgers = new HashMap<>();
            for (Fact fact : facts.of(projects.subList(from, Math.min(projects.size(), from + CHUNK)))) {
                ProjectLedger.Changes changes = ledgers.computeIfAbsent(
                                fact.projectId(),
                                project -> new ProjectLedger(project, standard, List.of(tried), thresholds))
                        .append(fact);
                if (changes != null) {
                    changes.journal().stream()
                            .filter(entry -> entry.policy().equals(tried.id())
                                    && isAskedFor(entry, request, asOf)
                                    && sees(viewer, entry))
                            .forEach(entry -> figures.merge(
                                    entry.projectId(),
                                    Figure.of(entry.count(), entry.amount(), entry.currency()),
                                    Figure::plus));
                }
            }
        }
        figures.values().removeIf(Figure::isNothing);
        return figures;
    }

    /** Nothing is in a figure of talks that was not talked about, nor in any other that was not signed. */
    private List<ProjectId> concerned(Measure measure) {
        return jdbc.sql("select distinct project_id from ledger_fact where name = ? order by project_id")
                .param(measure == Measure.IN_TALKS ? "negotiation.NegotiationOpened" : "signing.AgreementSigned")
                .query((row, number) -> new ProjectId(row.getObject("project_id", UUID.class)))
                .list();
    }

    private static boolean isAskedFor(JournalEntry entry, TotalsQuery.Request request, AsOf asOf) {
        return entry.measure() == request.measure()
                && (asOf.asOf() == null || !entry.effectiveOn().isAfter(asOf.asOf()))
                && (asOf.knownAt() == null || !entry.knownAt().isAfter(asOf.knownAt()))
                && (request.from() == null || !entry.bookedOn().isBefore(request.from()))
                && (request.to() == null || !entry.bookedOn().isAfter(request.to()));
    }

    private static boolean sees(Viewer viewer, JournalEntry entry) {
        return viewer.seesAllParks()
                || Arrays.asList(viewer.parkScope()).contains(entry.cell().park());
    }
}
