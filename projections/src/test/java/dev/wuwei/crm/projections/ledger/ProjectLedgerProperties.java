package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProjectLedgerProperties {
    /** What the tables would hold. */
    private static final class Tables {
        final List<Row> rows = new ArrayList<>();
        final List<JournalEntry> journal = new ArrayList<>();
        final Map<ProjectId, ProjectLedger> ledgers = new HashMap<>();

        static final class Row {
            ProjectId project;
            Segment<ProjectState> segment;
            Instant knownTo;

            boolean at(LocalDate day, Instant known) {
                return !segment.from().isAfter(day)
                        && (segment.to() == null
                                || segment.to().isAfter(day)
                                || segment.toKnown().isAfter(known))
                        && !segment.knownFrom().isAfter(known)
                        && (knownTo == null || knownTo.isAfter(known));
            }
        }

        void take(History.Entry entry) {
            ProjectId project = Facts.projectOf(entry.event());
            if (project == null) {
                return;
            }
            var changes = ledgers.computeIfAbsent(
                            project, key -> new ProjectLedger(project, CountingPolicy.DEFAULT, 24))
                    .append(new Fact(
                            project,
                            entry.meta().position(),
                            entry.meta().recordedAt(),
                            Facts.nameOf(entry.event()),
                            Facts.read(Facts.nameOf(entry.event()), Facts.write(entry.event()))));
            if (changes == null) {
                return;
            }
            changes.project()
                    .closed()
                    .forEach(closed -> rows.stream()
                            .filter(row ->
                                    row.knownTo == null && row.project.equals(project) && row.segment.equals(closed))
                            .forEach(row -> row.knownTo = changes.known()));
            changes.project()
                    .ended()
                    .forEach(ended -> rows.stream()
                            .filter(row -> row.knownTo == null
                                    && row.project.equals(project)
                                    && row.segment.equals(ended.before()))
                            .forEach(row -> row.segment = ended.after()));
            changes.project().opened().forEach(opened -> {
                Row row = new Row();
                row.project = project;
                row.segment = opened;
                rows.add(row);
            });
            journal.addAll(changes.journal());
        }

        Figure total(Measure measure, LocalDate day, Instant known) {
            return journal.stream()
                    .filter(e -> e.measure() == measure
                            && !e.effectiveOn().isAfter(day)
                            && !e.knownAt().isAfter(known))
                    .map(e -> Figure.of(e.count(), e.amount(), e.currency()))
                    .reduce(Figure.NOTHING, Figure::plus);
        }
    }

    @Property(tries = 150)
    void any_figure_on_any_day_as_known_at_any_instant_is_the_fold_of_the_raw_events(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int projects) {
        List<History.Entry> history = RandomHistory.of(seed, projects, 60);
        Tables tables = new Tables();
        history.forEach(tables::take);
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(420));
            Instant known = history.get(random.nextInt(history.size())).meta().recordedAt();
            Map<Measure, Figure> naive = NaiveFold.at(history, day, known);
            for (Measure measure : NaiveFold.MEASURES) {
                Figure expected = naive.getOrDefault(measure, Figure.NOTHING);
                Figure found = tables.total(measure, day, known);
                assertThat(found.count())
                        .as("%s on %s as known at %s", measure, day, known)
                        .isEqualTo(expected.count());
                if (measure != Measure.IN_TALKS) {
                    assertThat(found)
                            .as("%s on %s as known at %s", measure, day, known)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Property(tries = 80)
    void a_project_stands_one_way_only_on_a_day_as_known_at_an_instant_and_the_journal_agrees_with_it(
            @ForAll long seed) {
        List<History.Entry> history = RandomHistory.of(seed, 3, 60);
        Tables tables = new Tables();
        history.forEach(tables::take);
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(420));
            Instant known = history.get(random.nextInt(history.size())).meta().recordedAt();
            List<Tables.Row> rows =
                    tables.rows.stream().filter(row -> row.at(day, known)).toList();
            assertThat(rows).extracting(row -> row.project).doesNotHaveDuplicates();
            for (Measure measure : Measure.values()) {
                Figure standing = rows.stream()
                        .flatMap(row -> row.segment.state().postings().stream())
                        .filter(posting -> posting.measure() == measure)
                        .map(posting -> Figure.of(posting.count(), posting.amount(), posting.currency()))
                        .reduce(Figure.NOTHING, Figure::plus);
                assertThat(tables.total(measure, day, known)).isEqualTo(standing);
            }
        }
    }

    @Property(tries = 60)
    void what_was_answered_as_known_at_an_instant_is_answered_so_for_ever(@ForAll long seed) {
        List<History.Entry> history = RandomHistory.of(seed, 3, 60);
        Tables tables = new Tables();
        record Answer(Measure measure, LocalDate day, Instant known, Figure figure) {}
        List<Answer> answers = new ArrayList<>();
        Random random = new Random(seed);
        for (History.Entry entry : history) {
            tables.take(entry);
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(420));
            Instant known = entry.meta().recordedAt();
            answers.add(new Answer(measure, day, known, tables.total(measure, day, known)));
        }
        answers.forEach(answer -> assertThat(tables.total(answer.measure(), answer.day(), answer.known()))
                .isEqualTo(answer.figure()));
    }
}
