package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.ledger.LedgerTables.StandardEntry;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The ledgers of the projects that a batch touches: opened from their facts on first touch, kept while there is room. */
final class Books {
    private static final int CHUNK = 5000;

    private static final int SOME = 500;

    /** Ledgers take as much as the rows of some ten tables: a fact of one takes seven hundred bytes. */
    private static final int FACTS_FOR_A_ROW = 8;

    private final Batch batch;
    private final StoredFacts storedFacts;
    private final CountingPolicy standard;
    private final List<CountingPolicy> others;
    private final Thresholds thresholds;
    private final List<StandardEntry> standards;
    private final Map<ProjectId, ProjectLedger> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<ProjectId> seen = new HashSet<>();

    /** Facts in the open ledgers; counted anew when there seem to be too many. */
    private long held;

    Books(Batch batch, RecordedEvents events, CountingPolicy standard, Thresholds thresholds) {
        this.batch = batch;
        this.storedFacts = new StoredFacts(batch::jdbc, events);
        this.standard = standard;
        this.thresholds = thresholds;
        this.others = new ArrayList<>(PolicyQuery.policies(batch.jdbc()));
        this.standards = new ArrayList<>(StandardQuery.entries(batch.jdbc()));
    }

    /**
     * Counts by one policy more from now on.
     *
     * @param entries takes what every project's history comes to under it
     */
    void count(CountingPolicy policy, Consumer<JournalEntry> entries) {
        batch.flush();
        others.add(policy);
        open.clear();
        List<ProjectId> projects = batch.jdbc()
                .sql("select distinct project_id from ledger_fact order by project_id")
                .query((row, number) -> new ProjectId(row.getObject("project_id", UUID.class)))
                .list();
        for (int from = 0; from < projects.size(); from += CHUNK) {
            Map<ProjectId, ProjectLedger> ledgers = new HashMap<>();
            for (Fact fact : facts(projects.subList(from, Math.min(projects.size(), from + CHUNK)))) {
                ProjectLedger.Changes changes = ledgers.computeIfAbsent(
                                fact.projectId(),
                                project -> new ProjectLedger(project, standard, List.of(policy), thresholds))
                        .append(fact);
                if (changes != null) {
                    changes.journal().stream()
                            .filter(entry -> entry.policy().equals(policy.id()))
                            .forEach(entries);
                }
            }
            batch.flush();
        }
    }

    boolean knows(StandardEntry entry) {
        return standards.stream().anyMatch(known -> known.position() == entry.position());
    }

    /**
     * Knows of one more decision on a standard from now on.
     *
     * @param projects takes every project that may stand otherwise by it; its ledger does not know of it yet
     */
    void decide(StandardEntry entry, Consumer<ProjectId> projects) {
        if (entry.event().standard().isCountedBy()) {
            batch.flush();
            Set<ProjectId> concerned = new LinkedHashSet<>(open.keySet());
            batch.jdbc()
                    .sql("select distinct project_id from phase order by project_id")
                    .query((row, number) -> concerned.add(new ProjectId(row.getObject("project_id", UUID.class))))
                    .list();
            List<ProjectId> all = List.copyOf(concerned);
            for (int from = 0; from < all.size(); from += SOME) {
                List<ProjectId> some = all.subList(from, Math.min(all.size(), from + SOME));
                prefetch(some);
                some.forEach(projects);
                batch.flush();
            }
        }
        standards.add(entry);
    }

    /** To be told of one fact, which is counted. */
    ProjectLedger of(ProjectId project) {
        held++;
        ProjectLedger ledger = open.get(project);
        if (ledger == null) {
            prefetch(List.of(project));
            ledger = open.get(project);
        }
        return ledger;
    }

    void prefetch(Collection<ProjectId> projects) {
        forgetThoseTouchedLongestAgo();
        Map<ProjectId, ProjectLedger> stored = new LinkedHashMap<>();
        for (ProjectId project : projects) {
            if (!open.containsKey(project)) {
                ProjectLedger ledger = newLedger(project);
                if (!batch.startsEmpty() || seen.contains(project)) {
                    stored.put(project, ledger);
                } else {
                    standards.forEach(entry -> ledger.append(entry.of(project)));
                }
                open.put(project, ledger);
                seen.add(project);
            }
        }
        if (stored.isEmpty()) {
            return;
        }
        if (batch.startsEmpty()) {
            batch.flush();
        }
        List<ProjectId> all = List.copyOf(stored.keySet());
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Fact> facts = facts(all.subList(from, Math.min(all.size(), from + CHUNK)));
            facts.forEach(fact -> stored.get(fact.projectId()).append(fact));
            held += facts.size();
        }
    }

    private void forgetThoseTouchedLongestAgo() {
        long room = (long) FACTS_FOR_A_ROW * batch.room();
        if (held <= room) {
            return;
        }
        held = open.values().stream().mapToLong(ProjectLedger::facts).sum();
        Iterator<ProjectLedger> eldest = open.values().iterator();
        while (held > room) {
            held -= eldest.next().facts();
            eldest.remove();
        }
    }

    private ProjectLedger newLedger(ProjectId project) {
        return new ProjectLedger(project, standard, others, thresholds);
    }

    /** @return a ledger that knows nothing yet, in the place of the one there was */
    ProjectLedger reopen(ProjectId project) {
        ProjectLedger ledger = newLedger(project);
        open.put(project, ledger);
        return ledger;
    }

    /** @return by project, in order; what was decided on standards is among those of each */
    List<Fact> facts(Collection<ProjectId> projects) {
        List<Fact> facts = new ArrayList<>(storedFacts.of(projects));
        if (!standards.isEmpty()) {
            projects.forEach(project -> standards.forEach(entry -> facts.add(entry.of(project))));
            facts.sort(Comparator.comparing((Fact fact) -> fact.projectId().value())
                    .thenComparingLong(Fact::position));
        }
        return facts;
    }
}
