package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.standard.StandardEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The ledger of one project. Facts go in by position; out come the rows known no longer, the rows known now, and the journal
 * entries, which are nothing but the difference between the two. Here and nowhere else figures are made.
 */
final class ProjectLedger {
    /** What one fact changes. */
    record Changes(
            Instant known,
            Timeline.Difference<ProjectState> project,
            Map<String, Timeline.Difference<PhaseFigures>> phases,
            List<JournalEntry> journal) {}

    private record Key(Measure measure, LocalDate bookedOn, Currency currency, Cell cell) {}

    private record Sum(int count, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, amount.add(other.amount));
        }

        Sum negated() {
            return new Sum(-count, amount.negate());
        }

        boolean isZero() {
            return count == 0 && amount.signum() == 0;
        }
    }

    private final ProjectId projectId;
    private final ProjectFile file;
    private final CountingPolicy standard;
    private final Timeline<ProjectState> project = new Timeline<>();
    private final Map<String, Timeline<PhaseFigures>> phases = new LinkedHashMap<>(1);
    private final Map<CountingPolicy, Timeline<Booked>> others = new LinkedHashMap<>(0);
    private int facts;
    private long lastPosition = -1;
    private Instant lastKnown = Instant.MIN;
    private List<Standing> standings;

    /**
     * @param standard by which the rows of the ledger say what is signed
     * @param others by which the journal is kept as well
     */
    ProjectLedger(
            ProjectId projectId, CountingPolicy standard, Collection<CountingPolicy> others, Thresholds thresholds) {
        this.projectId = projectId;
        this.standard = standard;
        this.file = new ProjectFile(standard, thresholds);
        others.forEach(policy -> this.others.put(policy, new Timeline<>()));
    }

    /** @return how many it is made of */
    int facts() {
        return facts;
    }

    long lastPosition() {
        return lastPosition;
    }

    Timeline<ProjectState> project() {
        return project;
    }

    Map<String, Timeline<PhaseFigures>> phases() {
        return phases;
    }

    /** @return what 五未 counts of it, over time; the same list until something changes */
    List<Standing> standings() {
        if (standings == null) {
            standings = Standing.of(projectId, project, phases.values(), file.standards());
        }
        return standings;
    }

    /**
     * @param fact recorded after all those before
     * @return what it changes, or {@code null} when nothing
     */
    Changes append(Fact fact) {
        facts++;
        lastPosition = fact.position();
        // Knowledge only grows: a clock that was set back must not slip a fact in before what was answered already.
        lastKnown = fact.recordedAt().isAfter(lastKnown) ? fact.recordedAt() : lastKnown;
        LocalDate since = file.apply(fact.event(), LocalDate.ofInstant(fact.recordedAt(), EventMeta.ZONE));
        if (fact.event() instanceof StandardEvent) {
            standings = null;
        }
        if (since == null) {
            return null;
        }
        Map<LocalDate, Map<Key, Sum>> was = movements(since, project, ProjectState::booked);
        TreeSet<LocalDate> dates = file.dates(since, standard.rules());
        List<Timeline.Step<ProjectState>> steps = new ArrayList<>(dates.size());
        Map<String, List<Timeline.Step<PhaseFigures>>> phaseSteps = new LinkedHashMap<>(1);
        ProjectState before = project.before(since);
        for (LocalDate day : dates) {
            Map<String, PhaseFigures> there = file.phases(day);
            ProjectState state = file.state(day, before, there);
            steps.add(new Timeline.Step<>(day, state));
            before = state;
            Set<String> named = new LinkedHashSet<>(phases.keySet());
            named.addAll(there.keySet());
            named.addAll(phaseSteps.keySet());
            for (String phase : named) {
                phaseSteps
                        .computeIfAbsent(phase, key -> new ArrayList<>())
                        .add(new Timeline.Step<>(day, there.get(phase)));
            }
        }
        var difference = project.replaceFrom(since, steps, lastKnown, fact.position());
        Map<String, Timeline.Difference<PhaseFigures>> phaseDifferences = new LinkedHashMap<>(1);
        phaseSteps.forEach((phase, its) -> {
            var phaseDifference = phases.computeIfAbsent(phase, key -> new Timeline<>())
                    .replaceFrom(since, its, lastKnown, fact.position());
            if (!phaseDifference.isEmpty()) {
                phaseDifferences.put(phase, phaseDifference);
            }
        });
        List<JournalEntry> journal = new ArrayList<>();
        journal(fact, standard, was, movements(since, project, ProjectState::booked), journal);
        others.forEach((policy, booked) -> append(fact, since, policy, booked, journal));
        if (difference.isEmpty() && phaseDifferences.isEmpty() && journal.isEmpty()) {
            return null;
        }
        standings = null;
        return new Changes(lastKnown, difference, phaseDifferences, journal);
    }

    /** Under another policy: the project stands as it stands, but counts otherwise. */
    private void append(
            Fact fact, LocalDate since, CountingPolicy policy, Timeline<Booked> booked, List<JournalEntry> journal) {
        Map<LocalDate, Map<Key, Sum>> was = movements(since, booked, Function.identity());
        List<Timeline.Step<Booked>> steps = file.dates(since, policy.rules()).stream()
                .map(day -> {
                    ProjectState state = project.at(day);
                    return new Timeline.Step<>(day, state == null ? null : file.booked(day, policy, state));
                })
                .toList();
        booked.replaceFrom(since, steps, lastKnown, fact.position());
        journal(fact, policy, was, movements(since, booked, Function.identity()), journal);
    }

    /** @return by day, what moves from the day before to that day */
    private static <S> Map<LocalDate, Map<Key, Sum>> movements(
            LocalDate since, Timeline<S> timeline, Function<S, Booked> booked) {
        Map<LocalDate, Map<Key, Sum>> movements = new LinkedHashMap<>();
        timeline.dates(since).distinct().forEach(day -> {
            Booked before = of(timeline.before(day), booked);
            Booked now = of(timeline.at(day), booked);
            if (before != null && before.equals(now)) {
                return;
            }
            Map<Key, Sum> moved = new LinkedHashMap<>();
            if (before != null) {
                before.postings().forEach(posting -> add(moved, before.cell(), posting, -1));
            }
            if (now != null) {
                now.postings().forEach(posting -> add(moved, now.cell(), posting, 1));
            }
            moved.values().removeIf(Sum::isZero);
            if (!moved.isEmpty()) {
                movements.put(day, moved);
            }
        });
        return movements;
    }

    private static <S> Booked of(S state, Function<S, Booked> booked) {
        return state == null ? null : booked.apply(state);
    }

    private static void add(Map<Key, Sum> moved, Cell cell, Posting posting, int sign) {
        Sum sum = new Sum(posting.count(), posting.amount());
        moved.merge(
                new Key(posting.measure(), posting.bookedOn(), posting.currency(), cell),
                sign > 0 ? sum : sum.negated(),
                Sum::plus);
    }

    private void journal(
            Fact fact,
            CountingPolicy policy,
            Map<LocalDate, Map<Key, Sum>> was,
            Map<LocalDate, Map<Key, Sum>> now,
            List<JournalEntry> into) {
        MoveCause cause = MoveCause.of(fact.event());
        TreeSet<LocalDate> days = new TreeSet<>(was.keySet());
        days.addAll(now.keySet());
        int line = 0;
        for (LocalDate day : days) {
            Map<Key, Sum> difference = new LinkedHashMap<>();
            was.getOrDefault(day, Map.of()).forEach((key, sum) -> difference.put(key, sum.negated()));
            now.getOrDefault(day, Map.of()).forEach((key, sum) -> difference.merge(key, sum, Sum::plus));
            for (var each : difference.entrySet()) {
                Key key = each.getKey();
                Sum sum = each.getValue();
                if (!sum.isZero()) {
                    into.add(new JournalEntry(
                            projectId,
                            fact.position(),
                            line++,
                            policy.id(),
                            key.measure(),
                            key.cell(),
                            sum.count(),
                            sum.amount(),
                            key.currency(),
                            day,
                            key.bookedOn(),
                            lastKnown,
                            cause));
                }
            }
        }
    }
}
