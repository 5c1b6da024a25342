package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random histories with policies that come and go, through PostgreSQL and the queries: what is answered is held against a recount of
 * the raw events, and against what was answered before.
 */
class TotalsProperties {
    private static final int PROJECTS = 8;
    private static final int STEPS = 150;
    private static final Viewer VIEWER = Viewer.everything();

    private static final List<CountingRules> POLICIES = List.of(
            TestCountingRules.counting(AgreementKind.FRAMEWORK, AgreementKind.FORMAL),
            TestCountingRules.withEnding(Ending.NOT_LOWERED),
            TestCountingRules.lateAfter(20),
            PolicyQuery.rules(PolicyQuery.write(TestCountingRules.without(new Exclusion(
                    "EXPANSIONS_HERE",
                    "本园增资",
                    List.of(ProjectKind.EXPANSION),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(TestDictionaries.PARK),
                    Money.yi("8"))))),
            TestCountingRules.rules(
                    List.of(AgreementKind.LETTER_OF_INTENT, AgreementKind.FRAMEWORK, AgreementKind.FORMAL),
                    Upgrade.AT_FIRST_SIGNATURE,
                    AmountChange.DIFFERENCE_AT_SIGNATURE,
                    Ending.IN_PERIOD_OF_SIGNATURE,
                    30,
                    false,
                    List.of()));

    private static final List<History.Entry> TOLD = new ArrayList<>();
    private static HikariDataSource dataSource;
    private static JdbcClient jdbc;
    private static LedgerModel model;
    private static TotalsQuery totals;

    private Random random;
    private Recounted recounted;

    @BeforeContainer
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        jdbc = JdbcClient.create(dataSource);
        model = TestLedger.model(dataSource, History.stored(TOLD));
        totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
    }

    @AfterContainer
    static void close() {
        dataSource.close();
    }

    private List<History.Entry> begin(long seed) {
        random = new Random(seed);
        TOLD.clear();
        model.reset();
        List<History.Entry> history = RandomHistory.counted(seed, PROJECTS, STEPS, POLICIES);
        recounted = new Recounted(history);
        return history;
    }

    private static void tell(List<History.Entry> entries) {
        TOLD.addAll(entries);
        History.play(model, dataSource, entries, 37);
    }

    /**
     * A random question and what the raw events say of it.
     *
     * @param named {@code code@version}, or {@code null} for the policy that counts on the day
     */
    private record Asked(Measure measure, List<Dimension> by, String named, AsOf asOf, LocalDate from, LocalDate to) {
        TotalsQuery.Request request() {
            return new TotalsQuery.Request(measure, by, named, from, to);
        }

        Instant known() {
            return asOf.knownAt() == null ? Instant.MAX : asOf.knownAt();
        }

        Asked at(AsOf other) {
            return new Asked(measure, by, named, other, from, to);
        }
    }

    private Asked ask(int classes) {
        AsOf asOf = new AsOf(anyDay(), random.nextInt(4) == 0 ? null : anyInstant());
        EnumSet<Dimension> by = EnumSet.noneOf(Dimension.class);
        while (by.size() < classes) {
            by.add(any(List.of(Dimension.values())));
        }
        List<Dimension> shuffled = new ArrayList<>(by);
        Collections.shuffle(shuffled, random);
        Instant known = asOf.knownAt() == null ? Instant.MAX : asOf.knownAt();
        String named = random.nextInt(3) == 0
                ? null
                : any(List.copyOf(recounted.policies(known).keySet()));
        LocalDate from = random.nextInt(3) == 0 ? anyDay() : null;
        LocalDate to = from == null ? null : from.plusDays(random.nextInt(200));
        return new Asked(any(List.of(Measure.values())), shuffled, named, asOf, from, to);
    }

    private LocalDate anyDay() {
        LocalDate first = jdbc.sql("select first_effective from ledger_meta")
                .query(LocalDate.class)
                .single();
        return first.plusDays(random.nextInt(STEPS * 5));
    }

    private Instant anyInstant() {
        List<Instant> instants = TOLD.stream()
                .map(entry -> entry.meta().recordedAt())
                .filter(instant -> !instant.isBefore(firstKnown()))
                .toList();
        return any(instants);
    }

    private static Instant firstKnown() {
        return jdbc.sql("select first_known from ledger_meta")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String policyOf(Asked asked) {
        return asked.named() == null ? recounted.inForce(asked.asOf().asOf(), asked.known()) : asked.named();
    }

    private CountingPolicy policy(String id) {
        String[] parts = id.split("@");
        return new CountingPolicy(
                parts[0],
                Integer.parseInt(parts[1]),
                recounted.policies(Instant.MAX).get(id));
    }

    private Recount.Question question(Asked asked) {
        return new Recount.Question(asked.asOf().asOf(), policy(policyOf(asked)).rules(), asked.from(), asked.to());
    }

    /** @return for each project, what the events say that it has in a cell; none that has nothing */
    private Map<ProjectId, Figure> expected(Asked asked, Map<Dimension, String> cell) {
        CountingPolicy policy = policy(policyOf(asked));
        Map<ProjectId, Figure> expected = new HashMap<>();
        recounted
                .byProject(question(asked), asked.known(), asked.measure(), List.copyOf(cell.keySet()))
                .forEach((project, cells) -> cells.forEach((codes, figure) -> {
                    if (isIn(codes, cell, policy)) {
                        expected.merge(project, figure, Figure::plus);
                    }
                }));
        expected.values().removeIf(Figure::isNothing);
        return expected;
    }

    private static Figure sum(Map<ProjectId, Figure> figures) {
        return figures.values().stream().reduce(Figure.NOTHING, Figure::plus);
    }

    private static boolean isIn(List<String> codes, Map<Dimension, String> cell, CountingPolicy policy) {
        int place = 0;
        for (var asked : cell.entrySet()) {
            String code = codes.get(place++);
            if (asked.getKey() != Dimension.SIZE_BAND || asked.getValue() == null || code == null) {
                if (!Objects.equals(code, asked.getValue())) {
                    return false;
                }
                continue;
            }
            SizeBand band = SizeBand.of(asked.getValue(), policy);
            int reached = Integer.parseInt(code);
            if (band.exclusive() ? reached != band.index() : reached < band.index()) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void the_cube_is_what_a_recount_of_the_raw_events_finds(@ForAll long seed) {
        tell(begin(seed));
        for (int i = 0; i < 25; i++) {
            Asked asked = ask(random.nextInt(3));
            boolean exclusive = random.nextBoolean();
            TotalsQuery.Totals found = totals.totals(
                    exclusive ? asked.request().inExclusiveBands() : asked.request(), asked.asOf(), VIEWER);
            assertThat(found.request().policy()).as("%s", asked).isEqualTo(policyOf(asked));
            CountingPolicy policy = policy(policyOf(asked));
            Map<List<String>, Figure> expected = new HashMap<>();
            recounted
                    .cells(question(asked), asked.known(), asked.measure(), asked.by())
                    .forEach((codes, figure) -> banded(codes, asked.by(), policy, exclusive)
                            .forEach(wider -> expected.merge(wider, figure, Figure::plus)));
            expected.values().removeIf(Figure::isNothing);
            Map<List<String>, Figure> rows = new HashMap<>();
            found.rows()
                    .forEach(row -> rows.put(
                            new ArrayList<>(asked.by().stream()
                                    .map(dimension -> row.code().get(dimension))
                                    .toList()),
                            row.figure()));
            assertThat(rows).as("%s", asked).isEqualTo(expected);
            assertThat(found.total())
                    .as("total of %s", asked)
                    .isEqualTo(recounted
                            .totals(question(asked), asked.known())
                            .getOrDefault(asked.measure(), Figure.NOTHING));
        }
    }

    /** @return the rows in which a project with these codes is shown */
    private static List<List<String>> banded(
            List<String> codes, List<Dimension> by, CountingPolicy policy, boolean exclusive) {
        int place = by.indexOf(Dimension.SIZE_BAND);
        if (place < 0 || codes.get(place) == null) {
            return List.of(codes);
        }
        int reached = Integer.parseInt(codes.get(place));
        List<List<String>> rows = new ArrayList<>();
        for (int index = exclusive ? reached : Math.min(1, reached); index <= reached; index++) {
            List<String> row = new ArrayList<>(codes);
            row.set(place, (exclusive ? SizeBand.exactly(index, policy) : SizeBand.at(index, policy)).code());
            rows.add(row);
        }
        return rows;
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void an_explanation_sums_to_its_cell_and_names_the_projects_that_the_events_put_there(@ForAll long seed) {
        tell(begin(seed));
        for (int i = 0; i < 25; i++) {
            Asked asked = ask(1 + random.nextInt(2));
            Map<Dimension, String> cell = anyCell(asked);
            TotalsQuery.Explanation explained = totals.explain(asked.request(), cell, asked.asOf(), VIEWER);
            Map<ProjectId, Figure> named = new HashMap<>();
            explained.rows().forEach(row -> named.put(row.projectId(), row.figure()));
            assertThat(named).as("%s in %s", asked, cell).isEqualTo(expected(asked, cell));
            assertThat(explained.figure()).as("%s in %s", asked, cell).isEqualTo(sum(named));
            assertThat(explained.rows())
                    .allSatisfy(row -> assertThat(row.events().stream()
                                    .map(TotalsQuery.ExplainedEvent::figure)
                                    .reduce(Figure.NOTHING, Figure::plus))
                            .isEqualTo(row.figure()));
            assertThat(explained.excluded())
                    .as("what is left out of %s in %s, but for what a project in it entered too late", asked, cell)
                    .filteredOn(left -> left.countedOn() == null && named.containsKey(left.projectId()))
                    .isEmpty();
        }
    }

    /** @return a cell that is shown, or one of nothing where there is none */
    private Map<Dimension, String> anyCell(Asked asked) {
        List<TotalsQuery.Row> rows =
                totals.totals(asked.request(), asked.asOf(), VIEWER).rows();
        Map<Dimension, String> cell = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            asked.by().stream()
                    .filter(dimension -> dimension != Dimension.SIZE_BAND)
                    .forEach(dimension -> cell.put(dimension, null));
        } else {
            TotalsQuery.Row row = any(rows);
            asked.by().forEach(dimension -> cell.put(dimension, row.code().get(dimension)));
        }
        return cell;
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void a_waterfall_balances_between_what_the_events_say_at_both_ends_on_either_axis(@ForAll long seed) {
        tell(begin(seed));
        for (int i = 0; i < 25; i++) {
            Asked drawn = ask(random.nextInt(2));
            Asked asked = new Asked(
                    drawn.measure(), drawn.by(), random.nextBoolean() ? null : drawn.named(), drawn.asOf(), null, null);
            boolean known = random.nextBoolean();
            AsOf opening = opening(asked.asOf(), known);
            AsOf closing = known && asked.asOf().knownAt() == null
                    ? new AsOf(asked.asOf().asOf(), TOLD.getLast().meta().recordedAt())
                    : asked.asOf();
            Asked first = asked.at(opening);
            Asked last = asked.at(closing);
            Map<Dimension, String> cell =
                    asked.by().isEmpty() ? Map.of() : anyCell(random.nextBoolean() ? first : last);
            TotalsQuery.Waterfall waterfall = known
                    ? totals.waterfall(
                            asked.request(), cell, opening.knownAt(), closing.knownAt(), asked.asOf(), VIEWER)
                    : totals.waterfall(asked.request(), cell, opening.asOf(), closing.asOf(), asked.asOf(), VIEWER);
            String which = "%s in %s from %s to %s".formatted(asked, cell, opening, closing);
            Figure before = sum(expected(first, cell));
            Figure after = sum(expected(last, cell));
            assertThat(waterfall.opening()).as("opening of %s", which).isEqualTo(before);
            assertThat(waterfall.closing()).as("closing of %s", which).isEqualTo(after);
            assertThat(waterfall.bars().stream().map(TotalsQuery.Bar::figure).reduce(before, Figure::plus))
                    .as("bars of %s", which)
                    .isEqualTo(after);
            assertThat(totals.explain(asked.request(), cell, opening, VIEWER).figure())
                    .as("total at the opening of %s", which)
                    .isEqualTo(before);
            bars(asked, cell, opening, closing, known, waterfall);
        }
    }

    /** The rows that each bar opens to come to the bar. */
    private void bars(
            Asked asked,
            Map<Dimension, String> cell,
            AsOf opening,
            AsOf closing,
            boolean known,
            TotalsQuery.Waterfall waterfall) {
        TotalsQuery.Request counted = asked.request().under(policyOf(asked.at(opening)));
        List<TotalsQuery.Move> moves = known
                ? totals.moves(counted, cell, opening.knownAt(), closing, VIEWER)
                : totals.moves(counted, cell, opening.asOf(), closing, VIEWER);
        Map<MoveCause, Figure> rows = new HashMap<>();
        moves.forEach(move -> rows.merge(move.event().cause(), move.event().figure(), Figure::plus));
        TotalsQuery.Comparison changed = known
                ? totals.policyChange(asked.request(), cell, opening.knownAt(), closing.knownAt(), closing, VIEWER)
                : totals.policyChange(asked.request(), cell, opening.asOf(), closing.asOf(), closing, VIEWER);
        changed.differences()
                .forEach(each ->
                        rows.merge(MoveCause.POLICY_CHANGED, each.other().minus(each.one()), Figure::plus));
        rows.values().removeIf(Figure::isNothing);
        Map<MoveCause, Figure> bars = new HashMap<>();
        waterfall.bars().forEach(bar -> bars.put(bar.cause(), bar.figure()));
        assertThat(rows).as("rows of %s in %s", asked, cell).isEqualTo(bars);
    }

    @Example
    void a_waterfall_that_begins_before_the_first_event_is_refused_where_it_begins() {
        tell(begin(4));
        LocalDate first = jdbc.sql("select first_effective from ledger_meta")
                .query(LocalDate.class)
                .single();
        TotalsQuery.Request signed = TotalsQuery.Request.of(Measure.SIGNED);
        assertThatThrownBy(() -> totals.waterfall(signed, Map.of(), first.minusDays(1), first, AsOf.NOW, VIEWER))
                .asInstanceOf(type(RuleViolated.class))
                .satisfies(TotalsProperties::isBeforeTheFirstAtItsBeginning);
        assertThatThrownBy(() -> totals.waterfall(
                        signed, Map.of(), firstKnown().minusSeconds(1), firstKnown(), AsOf.NOW, VIEWER))
                .asInstanceOf(type(RuleViolated.class))
                .satisfies(TotalsProperties::isBeforeTheFirstAtItsBeginning);
        assertThat(totals.waterfall(signed, Map.of(), first, first, AsOf.NOW, VIEWER)
                        .bars())
                .isEmpty();
    }

    private static void isBeforeTheFirstAtItsBeginning(RuleViolated violated) {
        assertThat(violated.rule()).isEqualTo(LedgerRule.BEFORE_FIRST_EVENT);
        assertThat(violated.violations().getFirst().field()).isEqualTo("from");
    }

    private AsOf opening(AsOf closing, boolean known) {
        if (known) {
            Instant until = closing.knownAt() == null ? Instant.MAX : closing.knownAt();
            return new AsOf(
                    closing.asOf(),
                    any(TOLD.stream()
                            .map(entry -> entry.meta().recordedAt())
                            .filter(instant -> !instant.isAfter(until) && !instant.isBefore(firstKnown()))
                            .toList()));
        }
        LocalDate first = jdbc.sql("select first_effective from ledger_meta")
                .query(LocalDate.class)
                .single();
        long days = closing.asOf().toEpochDay() - first.toEpochDay();
        return new AsOf(closing.asOf().minusDays(random.nextLong(days + 1)), closing.knownAt());
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void what_was_answered_as_known_at_an_instant_is_answered_so_for_ever(@ForAll long seed) {
        record Answer(Asked asked, Map<Dimension, String> cell, TotalsQuery.Totals totals, Figure explained) {}
        List<History.Entry> history = begin(seed);
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < history.size(); from += 20) {
            tell(history.subList(from, Math.min(history.size(), from + 20)));
            Instant now = TOLD.getLast().meta().recordedAt();
            recounted = new Recounted(TOLD);
            if (jdbc.sql("select count(*) from ledger_meta").query(Long.class).single() == 0) {
                continue;
            }
            for (int i = 0; i < 4; i++) {
                Asked asked = ask(1).at(new AsOf(anyDay(), now));
                Asked named =
                        new Asked(asked.measure(), asked.by(), anyName(now), asked.asOf(), asked.from(), asked.to());
                Map<Dimension, String> cell = anyCell(named);
                answers.add(new Answer(
                        named,
                        cell,
                        totals.totals(named.request(), named.asOf(), VIEWER),
                        totals.explain(named.request(), cell, named.asOf(), VIEWER)
                                .figure()));
            }
        }
        assertThat(answers).isNotEmpty().allSatisfy(answer -> {
            TotalsQuery.Totals now =
                    totals.totals(answer.asked().request(), answer.asked().asOf(), VIEWER);
            assertThat(now.request().policy())
                    .as("%s", answer.asked())
                    .isEqualTo(answer.totals().request().policy());
            assertThat(now.total())
                    .as("%s", answer.asked())
                    .isEqualTo(answer.totals().total());
            assertThat(now.rows())
                    .as("%s", answer.asked())
                    .isEqualTo(answer.totals().rows());
            assertThat(totals.explain(
                                    answer.asked().request(),
                                    answer.cell(),
                                    answer.asked().asOf(),
                                    VIEWER)
                            .figure())
                    .as("%s in %s", answer.asked(), answer.cell())
                    .isEqualTo(answer.explained());
        });
    }

    /** @return nothing, a version of a policy that is known by then, or the policy alone for its latest version */
    private String anyName(Instant known) {
        Set<String> names = new TreeSet<>(recounted.policies(known).keySet());
        recounted.policies(known).keySet().forEach(id -> names.add(id.split("@")[0]));
        return random.nextInt(3) == 0 ? null : any(List.copyOf(names));
    }
}
