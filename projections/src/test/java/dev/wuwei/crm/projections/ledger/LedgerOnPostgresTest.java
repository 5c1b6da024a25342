package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightReason;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestStandardBook;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random lives of many projects, through PostgreSQL and the queries, beside a recount of their events. */
class LedgerOnPostgresTest {
    private static final LocalDate LAST = LocalDate.of(2060, 1, 1);

    private static HikariDataSource dataSource;
    private static JdbcClient jdbc;
    private static LedgerModel model;
    private static final List<History.Entry> told = new ArrayList<>();

    @BeforeAll
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        jdbc = JdbcClient.create(dataSource);
        model = TestLedger.model(dataSource, History.stored(told));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static void forget() {
        told.clear();
        model.reset();
    }

    private static void tell(List<History.Entry> entries, int batch) {
        told.addAll(entries);
        History.play(model, dataSource, entries, batch);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void totals_comparisons_and_explanations_are_those_of_the_raw_events(long seed) {
        CountingRules other = TestCountingRules.rules(
                List.of(AgreementKind.FRAMEWORK, AgreementKind.FORMAL),
                Upgrade.AT_FIRST_SIGNATURE,
                AmountChange.DIFFERENCE_AT_SIGNATURE,
                Ending.IN_PERIOD_OF_SIGNATURE,
                30,
                false,
                List.of());
        List<History.Entry> history = definedOnTheWay(RandomHistory.of(seed, 25, 400), other);
        Recounted recounted = new Recounted(history);
        forget();
        tell(history, 37);
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            LocalDate day = RandomHistory.FIRST.plusDays(60 + random.nextInt(1800));
            Instant known = history.get(history.size() / 4 + random.nextInt(history.size() * 3 / 4))
                    .meta()
                    .recordedAt();
            AsOf asOf = new AsOf(day, known);
            Map<Measure, Figure> expected =
                    recounted.totals(new Recount.Question(day, TestCountingRules.standard(), null, null), known);
            Map<Measure, Figure> otherwise = recounted.totals(new Recount.Question(day, other, null, null), known);
            for (Measure measure : Measure.values()) {
                TotalsQuery.Request request = TotalsQuery.Request.of(measure).under("default@1");
                Figure total = totals.totals(request, asOf, Viewer.everything()).total();
                assertThat(total)
                        .as("%s at %s", measure, asOf)
                        .isEqualTo(expected.getOrDefault(measure, Figure.NOTHING));
                Figure counted = totals.totals(request.under("other@1"), asOf, Viewer.everything())
                        .total();
                assertThat(counted)
                        .as("%s at %s, counted otherwise", measure, asOf)
                        .isEqualTo(otherwise.getOrDefault(measure, Figure.NOTHING));
                TotalsQuery.Comparison comparison =
                        totals.compare(request, "default@1", "other@1", asOf, Viewer.everything());
                assertThat(comparison.one()).isEqualTo(total);
                assertThat(comparison.other()).isEqualTo(counted);
                assertThat(comparison.differences().stream()
                                .map(each -> each.other().minus(each.one()))
                                .reduce(total, Figure::plus))
                        .isEqualTo(counted);
                breakdowns(totals, measure, asOf, total);
            }
            movers(totals, asOf);
            funnel(asOf);
            list(asOf, expected);
        }
    }

    /** The same lives, with another policy ({@code other@1}) that is defined on the way and never adopted. */
    private static List<History.Entry> definedOnTheWay(List<History.Entry> lives, CountingRules other) {
        History.Entry before = lives.get(lives.size() / 3);
        EventMeta meta =
                History.placed(before.meta(), lives.size() + 1, before.meta().eventId());
        List<History.Entry> told = new ArrayList<>(lives);
        told.add(
                lives.size() / 3 + 1,
                new History.Entry(
                        new CountingEvent.CountingPolicyDefined(
                                new CountingPolicyId(new UUID(7, 7)), "other", 1, "另一口径", other, meta.today()),
                        meta,
                        before.aggregate()));
        return told;
    }

    /** What is shown of a past day is what somebody who asked on that day was shown: nothing of a light is stored. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void lights_as_of_any_past_day_are_those_of_a_fresh_run_up_to_it(long seed) {
        List<History.Entry> history = RandomHistory.of(seed, 25, 400);
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        forget();
        tell(history, 37);
        Map<AsOf, FiveGapsQuery.FiveGaps> then = new LinkedHashMap<>();
        for (int share = 4; share <= 10; share++) {
            Instant known = history.get(history.size() * share / 10 - 1).meta().recordedAt();
            for (int days : new int[] {0, 45, 200}) {
                AsOf asOf = new AsOf(LocalDate.ofInstant(known, EventMeta.ZONE).minusDays(days), known);
                then.put(asOf, query.fiveGaps(FiveGapsQuery.Request.ALL, asOf, Viewer.everything()));
            }
        }
        assertThat(then.values().stream().flatMap(gaps -> gaps.rows().stream()))
                .extracting(FiveGapsQuery.PhaseView::light)
                .contains(Light.GREEN, Light.YELLOW, Light.RED);
        then.forEach((asOf, gaps) -> {
            forget();
            tell(
                    history.stream()
                            .filter(entry -> !entry.meta().recordedAt().isAfter(asOf.knownAt()))
                            .toList(),
                    37);
            AsOf day = AsOf.on(asOf.asOf());
            assertThat(query.phases(FiveGapsQuery.Request.ALL, day, Viewer.everything()))
                    .as("%s", asOf)
                    .isEqualTo(gaps.rows());
            assertThat(query.states(FiveGapsQuery.Request.ALL, day, Viewer.everything()))
                    .as("counted by the database at %s", asOf)
                    .isEqualTo(gaps.states());
        });
    }

    /** What is kept narrow of every day is what the layers of the ledger say of it, whatever is asked for. */
    @ParameterizedTest
    @ValueSource(longs = {4, 6})
    void standings_of_any_day_are_those_of_the_layers_of_the_ledger(long seed) {
        Instant lately = Instant.now().minus(Duration.ofDays(90));
        List<History.Entry> history = RandomHistory.of(seed, 40, 700).stream()
                .filter(entry -> entry.meta().recordedAt().isBefore(lately))
                .toList();
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        forget();
        tell(history, 37);
        AsOf today = AsOf.on(ParkTime.today());
        Viewer viewer = Viewer.everything();
        List<PhaseView> all = query.phases(Request.ALL, AsOf.NOW, viewer);
        assertThat(all).extracting(PhaseView::decisive).contains(true, false);
        PhaseView some = all.getFirst();
        ProjectFilter everything = ProjectFilter.ALL;
        List<Request> requests = List.of(
                Request.ALL,
                Request.of(everything.overdue(true)),
                Request.of(everything.overdue(true)).decisiveOnly(),
                Request.of(everything.overdue(false)),
                Request.of(everything.inParks(Set.of(some.park().code()))).decisiveOnly(),
                Request.of(everything.matching(some.projectNo())),
                Request.of(everything.signedBetween(some.signedOn(), some.signedOn())),
                Request.ofProjects(Set.of(some.projectId())),
                Request.ALL.in(List.of(some.projectState())),
                Request.ALL.inChargeIs(some.owner()),
                Request.ALL.showing(Light.RED),
                Request.ALL.showing(Light.YELLOW),
                Request.ALL.showing(Light.GREEN));
        for (Request request : requests) {
            assertThat(query.fiveGaps(request, AsOf.NOW, viewer))
                    .as("today, %s", request)
                    .isEqualTo(query.fiveGaps(request, today, viewer));
            for (int days : new int[] {0, 60, 200, 500}) {
                AsOf day = AsOf.on(today.asOf().minusDays(days));
                AsOf layers = new AsOf(day.asOf(), Instant.now());
                FiveGapsQuery.FiveGaps gaps = query.fiveGaps(request, day, viewer);
                assertThat(gaps.rows()).as("%s at %s", request, day).isEqualTo(query.phases(request, layers, viewer));
                assertThat(query.states(request, day, viewer))
                        .as("counted by the database for %s at %s", request, day)
                        .isEqualTo(gaps.states())
                        .isEqualTo(query.states(request, layers, viewer));
                assertThat(query.phases(request, 1, 3, day, viewer))
                        .isEqualTo(gaps.rows().stream().skip(1).limit(3).toList());
            }
        }
    }

    /** What holds only from tomorrow on turns no light of today, however the present is kept; the limits are the highest there may be. */
    @Test
    void a_limit_that_holds_from_a_day_to_come_leaves_today_as_it_is() {
        List<History.Entry> lives = RandomHistory.of(4, 40, 700);
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        Viewer viewer = Viewer.everything();
        LocalDate today = ParkTime.today();
        forget();
        tell(lives, 37);
        FiveGapsQuery.FiveGaps before = query.fiveGaps(Request.ALL, AsOf.NOW, viewer);
        assertThat(before.rows()).extracting(PhaseView::light).contains(Light.RED);

        History decisions = new History(lives.getLast().meta().position());
        decisions.on(today.toString());
        for (Standard standard : Standard.values()) {
            if (standard.isLight()) {
                decisions.record(TestStandardBook.adopted(standard, "1000", today.plusDays(1)));
            }
        }
        tell(decisions.entries(), 3);
        assertThat(query.fiveGaps(Request.ALL, AsOf.NOW, viewer)).isEqualTo(before);
        assertThat(query.states(Request.ALL, AsOf.NOW, viewer)).isEqualTo(before.states());
        List<PhaseView> red = before.rows().stream()
                .filter(phase -> phase.light() == Light.RED)
                .toList();
        assertThat(query.phases(Request.ALL.showing(Light.RED), AsOf.NOW, viewer))
                .isEqualTo(red);
        assertThat(query.phases(Request.ALL.showing(Light.RED), AsOf.on(today.plusDays(1)), viewer))
                .hasSizeLessThan(red.size());
    }

    /** Whoever asks what somebody has in hand finds by the steps of their projects what the list of that day shows. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void the_last_step_of_each_course_is_what_the_list_shows(long seed) {
        List<History.Entry> history = RandomHistory.of(seed, 25, 400);
        forget();
        tell(history, 37);
        CourseQuery courses = new CourseQuery(jdbc);
        LedgerQuery list = new LedgerQuery(jdbc);
        Viewer viewer = Viewer.everything();
        for (int share = 4; share <= 10; share += 3) {
            Instant known = history.get(history.size() * share / 10 - 1).meta().recordedAt();
            AsOf asOf = new AsOf(LocalDate.ofInstant(known, EventMeta.ZONE).minusDays(30), known);
            List<ProjectView> all = list.projects(
                            ProjectFilter.ALL, ProjectSort.of("projectNo"), Page.first(1000), asOf, viewer)
                    .rows();
            Set<StaffId> owners = all.stream()
                    .map(ProjectView::owner)
                    .filter(owner -> owner != null)
                    .collect(Collectors.toSet());
            assertThat(owners).isNotEmpty();
            for (StaffId owner : owners) {
                assertThat(courses.ownedBy(owner, asOf, viewer).values().stream()
                                .map(List::getLast)
                                .filter(step -> owner.equals(step.owner()))
                                .map(step -> List.<Object>of(step.projectNo(), step.stage(), step.status())))
                        .as("%s at %s", owner, asOf)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(project -> owner.equals(project.owner()))
                                .map(project -> List.<Object>of(project.projectNo(), project.stage(), project.status()))
                                .toList());
            }
        }
    }

    @Test
    void the_wall_shows_red_ones_first_and_what_has_been_due_longest() {
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        forget();
        tell(RandomHistory.of(4, 40, 700), 37);
        Viewer viewer = Viewer.everything();
        List<FiveGapsQuery.StateFigures> states = query.states(Request.ALL, AsOf.NOW, viewer);
        List<PhaseView> paged = new ArrayList<>();
        for (int offset = 0; offset <= paged.size(); offset += 4) {
            paged.addAll(query.mostUrgent(Request.ALL, states, offset, 4, AsOf.NOW, viewer));
        }
        List<PhaseView> sorted = query.phases(Request.ALL.decisiveOnly(), AsOf.NOW, viewer).stream()
                .sorted(Comparator.comparing(PhaseView::light).reversed())
                .toList();
        assertThat(sorted).extracting(PhaseView::light).contains(Light.RED, Light.GREEN);
        assertThat(paged).isEqualTo(sorted);
    }

    /** 达产后回落, recorded or told by the figures alone: the stage stays, and it counts as overdue. */
    @Test
    void what_fell_below_full_capacity_is_overdue_where_it_stands() {
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        forget();
        List<History.Entry> lives = RandomHistory.of(5, 12, 900).stream()
                .filter(entry -> !(entry.event() instanceof StandardEvent))
                .toList();
        tell(lives, 37);
        List<PhaseView> fallen = query.phases(Request.ALL, AsOf.on(LAST), Viewer.everything()).stream()
                .filter(LedgerOnPostgresTest::isFallen)
                .toList();
        assertThat(fallen).isNotEmpty().allSatisfy(phase -> {
            assertThat(phase.daysLate()).isPositive();
            assertThat(phase.verdict().reasons())
                    .extracting(LightReason::kind)
                    .containsExactly(LightReason.Kind.BELOW_CAPACITY);
        });
        assertThat(query.phases(Request.ALL.openOnly(), AsOf.on(LAST), Viewer.everything()))
                .containsAll(fallen);
        whatIsEnoughIsLowered(query, lives.getLast().meta());
    }

    /** Nothing that the figures alone tell of is below one percent of what was agreed. */
    private void whatIsEnoughIsLowered(FiveGapsQuery query, EventMeta last) {
        LocalDate end = LocalDate.ofInstant(last.recordedAt(), EventMeta.ZONE);
        AsOf before = new AsOf(LAST, last.recordedAt());
        List<PhaseView> then = query.phases(Request.ALL, AsOf.on(LAST), Viewer.everything());
        LocalDate from = then.stream()
                .filter(LedgerOnPostgresTest::isFallen)
                .map(PhaseView::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<PhaseView> earlier = query.phases(Request.ALL, AsOf.on(from.minusDays(1)), Viewer.everything());
        History decisions = new History(last.position());
        decisions.on(end.plusDays(1).toString());
        decisions.record(TestStandardBook.adopted(Standard.FULL_CAPACITY, "1", from));
        tell(decisions.entries(), 1);

        List<PhaseView> now = query.phases(Request.ALL, AsOf.on(LAST), Viewer.everything());
        assertThat(now.stream().filter(LedgerOnPostgresTest::isFallen)).isEmpty();
        assertThat(query.phases(Request.ALL, before, Viewer.everything()))
                .as("as known before")
                .isEqualTo(then);
        assertThat(query.phases(Request.ALL, AsOf.on(from.minusDays(1)), Viewer.everything()))
                .as("the day before")
                .isEqualTo(earlier);
    }

    private static boolean isFallen(PhaseView phase) {
        return phase.state() == PhaseState.FULL_CAPACITY && phase.dueOn() != null;
    }

    /** Projects that moved come to what the signed total moved by, however few of them are shown. */
    private static void movers(TotalsQuery totals, AsOf asOf) {
        LocalDate after =
                Collections.max(List.of(RandomHistory.FIRST, asOf.asOf().minusDays(200)));
        MoversQuery.Movers movers = new MoversQuery(jdbc, totals).movers(after, 3, asOf, Viewer.everything());
        TotalsQuery.Request signed = TotalsQuery.Request.of(Measure.SIGNED);
        TotalsQuery.Request counted = signed.under(totals.policy(signed, asOf).id());
        assertThat(movers.signed())
                .as("signed after %s at %s", after, asOf)
                .isEqualTo(totals.totals(counted, asOf, Viewer.everything())
                        .total()
                        .minus(totals.totals(counted, new AsOf(after, asOf.knownAt()), Viewer.everything())
                                .total()))
                .isEqualTo(totals.moves(counted, Map.of(), after, asOf, Viewer.everything()).stream()
                        .map(move -> move.event().figure())
                        .reduce(Figure.NOTHING, Figure::plus));
        assertThat(movers.rows()).hasSize(Math.min(3, movers.total()));
    }

    /** The funnel of all leads is the pipeline's count of who ever came that far. */
    private static void funnel(AsOf asOf) {
        FunnelQuery query = new FunnelQuery(jdbc);
        List<FunnelQuery.Step> steps = query.funnel(List.of(Stage.values()), null, null, asOf, Viewer.everything());
        List<PipelineQuery.StageFigures> stages = new PipelineQuery(jdbc)
                .pipeline(ProjectFilter.ALL, asOf, Viewer.everything())
                .stages();
        assertThat(steps)
                .extracting(FunnelQuery.Step::stage, FunnelQuery.Step::reached)
                .containsExactlyElementsOf(stages.stream()
                        .map(stage -> tuple(stage.stage(), stage.reached()))
                        .toList());
        FunnelQuery.Step signed = steps.get(Stage.SIGNED.ordinal());
        assertThat(query.reached(Stage.SIGNED, null, null, asOf, Viewer.everything()))
                .hasSize((int) signed.reached());
    }

    private static void breakdowns(TotalsQuery totals, Measure measure, AsOf asOf, Figure total) {
        for (Dimension dimension : Dimension.values()) {
            var request = TotalsQuery.Request.of(measure, dimension);
            var broken = totals.totals(request, asOf, Viewer.everything());
            assertThat(broken.total()).isEqualTo(total);
            if (dimension != Dimension.SIZE_BAND) {
                assertThat(broken.rows().stream().map(TotalsQuery.Row::figure).reduce(Figure.NOTHING, Figure::plus))
                        .as("rows by %s", dimension)
                        .isEqualTo(total);
            }
            if (dimension.dictionary() != null) {
                List<String> offered = new TestDictionaries()
                        .all(dimension.dictionary()).stream().map(Coded::code).toList();
                assertThat(broken.rows().stream()
                                .map(row -> row.code().get(dimension))
                                .filter(offered::contains))
                        .as("order of %s", dimension)
                        .isSortedAccordingTo(Comparator.comparingInt(offered::indexOf));
            }
            if (!broken.rows().isEmpty()) {
                var row = broken.rows().getLast();
                var explained = totals.explain(
                        request,
                        Collections.singletonMap(dimension, row.code().get(dimension)),
                        asOf,
                        Viewer.everything());
                assertThat(explained.figure()).as("cell of %s", dimension).isEqualTo(row.figure());
                explained
                        .rows()
                        .forEach(project -> assertThat(project.events().stream()
                                        .map(TotalsQuery.ExplainedEvent::figure)
                                        .reduce(Figure.NOTHING, Figure::plus))
                                .isEqualTo(project.figure()));
            }
        }
    }

    /** Stage by stage it is the projects of the list, and half of them stand there longer than the median. */
    private static void pipeline(List<ProjectView> projects, AsOf asOf) {
        List<PipelineQuery.StageFigures> stages = new PipelineQuery(jdbc)
                .pipeline(ProjectFilter.ALL, asOf, Viewer.everything())
                .stages();
        for (PipelineQuery.StageFigures stage : stages) {
            List<LocalDate> since = projects.stream()
                    .filter(project -> project.stage() == stage.stage())
                    .filter(project ->
                            project.status() == ProjectStatus.ACTIVE || project.status() == ProjectStatus.FULFILLED)
                    .map(ProjectView::stageSince)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            assertThat(stage.figure().count())
                    .as("%s at %s", stage.stage(), asOf)
                    .isEqualTo(since.size());
            if (!since.isEmpty()) {
                assertThat(asOf.asOf().minusDays(stage.medianDays()))
                        .as("median of %s at %s", stage.stage(), asOf)
                        .isEqualTo(since.get((since.size() - 1) / 2));
            }
        }
    }

    private static void list(AsOf asOf, Map<Measure, Figure> naive) {
        var projects = new LedgerQuery(jdbc)
                .projects(ProjectFilter.ALL, ProjectSort.of("-signed"), Page.first(1000), asOf, Viewer.everything());
        assertThat(projects.rows()).extracting(ProjectView::projectId).doesNotHaveDuplicates();
        assertThat(projects.total().count()).isEqualTo(projects.rows().size());
        pipeline(projects.rows(), asOf);
        assertThat(projects.signed().sums())
                .isEqualTo(naive.getOrDefault(Measure.SIGNED, Figure.NOTHING).sums());
        var gaps = new FiveGapsQuery(jdbc, new TestThresholds())
                .fiveGaps(FiveGapsQuery.Request.ALL, asOf, Viewer.everything());
        var byGap = new TotalsQuery(
                        jdbc,
                        new PolicyQuery(jdbc, TestCountingRules::standard),
                        new CatalogueQuery(jdbc, new TestDictionaries()))
                .totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.FIVE_GAP), asOf, Viewer.everything());
        gaps.states().stream()
                .filter(state -> state.figure().count() > 0)
                .forEach(state -> assertThat(byGap.rows().stream()
                                .filter(row ->
                                        state.state().name().equals(row.code().get(Dimension.FIVE_GAP)))
                                .map(TotalsQuery.Row::figure)
                                .findFirst())
                        .contains(state.figure()));
    }
}
