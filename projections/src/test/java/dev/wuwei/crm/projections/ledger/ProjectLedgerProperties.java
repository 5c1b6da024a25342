package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProjectLedgerProperties {
    private static final CountingPolicy STANDARD = CountingPolicy.standard(TestCountingRules::standard);

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
                            project, key -> new ProjectLedger(project, STANDARD, OTHERS, new TestThresholds()))
                    .append(new Fact(
                            project,
                            entry.meta().position(),
                            entry.meta().recordedAt(),
                            entry.event().getClass().getSimpleName(),
                            entry.event()));
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

        Figure total(Measure measure, CountingPolicy policy, LocalDate day, Instant known) {
            return journal.stream()
                    .filter(e -> e.measure() == measure
                            && e.policy().equals(policy.id())
                            && !e.effectiveOn().isAfter(day)
                            && !e.knownAt().isAfter(known))
                    .map(e -> Figure.of(e.count(), e.amount(), e.currency()))
                    .reduce(Figure.NOTHING, Figure::plus);
        }
    }

    /** Policies that differ from the shipped one in everything that a policy can say. */
    private static final List<CountingPolicy> OTHERS = List.of(
            policy("frameworks", TestCountingRules.counting(AgreementKind.FRAMEWORK, AgreementKind.FORMAL)),
            policy("first-signature", TestCountingRules.withUpgrade(Upgrade.AT_FIRST_SIGNATURE)),
            policy("at-signature", TestCountingRules.withAmountChange(AmountChange.DIFFERENCE_AT_SIGNATURE)),
            policy("as-signed", TestCountingRules.withAmountChange(AmountChange.NOT_COUNTED)),
            policy("in-its-period", TestCountingRules.withEnding(Ending.IN_PERIOD_OF_SIGNATURE)),
            policy("not-lowered", TestCountingRules.withEnding(Ending.NOT_LOWERED)),
            policy("late", TestCountingRules.lateAfter(20)),
            policy(
                    "without",
                    TestCountingRules.without(
                            new Exclusion(
                                    "NEW_TEXTILE",
                                    "新引进纺织",
                                    List.of(ProjectKind.NEWLY_INTRODUCED),
                                    List.of(TestDictionaries.OTHER_INDUSTRY),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    null),
                            new Exclusion(
                                    "SMALL_IN_NORTH",
                                    "小",
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(TestDictionaries.PARK),
                                    Money.yi("5")))),
            policy(
                    "all-at-once",
                    TestCountingRules.rules(
                            List.of(AgreementKind.LETTER_OF_INTENT, AgreementKind.FRAMEWORK, AgreementKind.FORMAL),
                            Upgrade.AT_FIRST_SIGNATURE,
                            AmountChange.DIFFERENCE_AT_SIGNATURE,
                            Ending.IN_PERIOD_OF_SIGNATURE,
                            10,
                            false,
                            List.of())));

    private static CountingPolicy anyPolicy(Random random) {
        return random.nextInt(4) == 0 ? STANDARD : OTHERS.get(random.nextInt(OTHERS.size()));
    }

    /** As it comes out of the store. */
    private static CountingPolicy policy(String code, CountingRules rules) {
        return new CountingPolicy(code, 1, PolicyQuery.rules(PolicyQuery.write(rules)));
    }

    @Property(tries = 120)
    void any_cell_on_any_day_as_known_at_any_instant_under_any_policy_is_what_a_recount_of_the_raw_events_finds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int projects) {
        List<History.Entry> history = RandomHistory.of(seed, projects, 60);
        Tables tables = new Tables();
        history.forEach(tables::take);
        Recounted recounted = new Recounted(history);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(420));
            Instant known = history.get(random.nextInt(history.size())).meta().recordedAt();
            boolean period = random.nextBoolean();
            LocalDate from = period ? RandomHistory.FIRST.plusDays(random.nextInt(300)) : null;
            LocalDate to = period ? from.plusDays(random.nextInt(120)) : null;
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            CountingPolicy policy = anyPolicy(random);
            Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
            Map<List<String>, Figure> found = new HashMap<>();
            tables.journal.stream()
                    .filter(e -> e.policy().equals(policy.id())
                            && e.measure() == measure
                            && !e.effectiveOn().isAfter(day)
                            && !e.knownAt().isAfter(known)
                            && (from == null
                                    || !e.bookedOn().isBefore(from)
                                            && !e.bookedOn().isAfter(to)))
                    .forEach(e -> found.merge(
                            Collections.singletonList(codeOf(e, dimension)),
                            Figure.of(e.count(), e.amount(), e.currency()),
                            Figure::plus));
            found.values().removeIf(Figure::isNothing);
            Map<List<String>, Figure> expected = recounted.cells(
                    new Recount.Question(day, policy.rules(), from, to), known, measure, List.of(dimension));
            assertThat(found)
                    .as(
                            "%s by %s under %s on %s, %s to %s, as known at %s",
                            measure, dimension, policy.id(), day, from, to, known)
                    .isEqualTo(expected);
        }
    }

    private static String codeOf(JournalEntry entry, Dimension dimension) {
        Cell cell = entry.cell();
        return switch (dimension) {
            case INDUSTRY -> cell.industry();
            case PARK -> cell.park();
            case METHOD -> cell.method();
            case ORIGIN -> cell.origin();
            case PROVINCE -> cell.origin() == null ? null : cell.origin().substring(0, 2);
            case CHAIN -> cell.chain();
            case KIND -> cell.kind() == null ? null : cell.kind().name();
            case LEADER -> text(cell.leader());
            case OWNER -> text(cell.owner());
            case TEAM -> text(cell.team());
            case SIZE_BAND -> cell.band() == CountingPolicy.UNKNOWN_SIZE ? null : String.valueOf(cell.band());
            case FIVE_GAP -> cell.fiveGap() == null ? null : cell.fiveGap().name();
            case YEAR, HALF, QUARTER, MONTH -> Recounted.code(dimension, YearMonth.from(entry.bookedOn()));
        };
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
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
                        .flatMap(row -> row.segment.state().booked().postings().stream())
                        .filter(posting -> posting.measure() == measure)
                        .map(posting -> Figure.of(posting.count(), posting.amount(), posting.currency()))
                        .reduce(Figure.NOTHING, Figure::plus);
                assertThat(tables.total(measure, STANDARD, day, known)).isEqualTo(standing);
            }
        }
    }

    @Property(tries = 60)
    void what_was_answered_as_known_at_an_instant_is_answered_so_for_ever(@ForAll long seed) {
        List<History.Entry> history = RandomHistory.of(seed, 3, 60);
        Tables tables = new Tables();
        record Answer(Measure measure, CountingPolicy policy, LocalDate day, Instant known, Figure figure) {}
        List<Answer> answers = new ArrayList<>();
        Random random = new Random(seed);
        for (History.Entry entry : history) {
            tables.take(entry);
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            CountingPolicy policy = anyPolicy(random);
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(420));
            Instant known = entry.meta().recordedAt();
            answers.add(new Answer(measure, policy, day, known, tables.total(measure, policy, day, known)));
        }
        answers.forEach(
                answer -> assertThat(tables.total(answer.measure(), answer.policy(), answer.day(), answer.known()))
                        .as("%s", answer)
                        .isEqualTo(answer.figure()));
    }
}
