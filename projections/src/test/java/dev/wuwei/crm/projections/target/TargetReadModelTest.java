package dev.wuwei.crm.projections.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDelivered;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDeliveryWithdrawn;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FunnelQuery;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery.HandOver;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.ScorecardView.Standing;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.target.Formula;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRevised;
import dev.wuwei.crm.target.ScorecardId;
import dev.wuwei.crm.target.TargetEvent.TargetRevised;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.target.TargetEvent.TargetWithdrawn;
import dev.wuwei.crm.target.TargetId;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetReadModelTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final Coded AUCTION = new Coded("judicial-auction", "司法拍卖");
    private static final LocalDate DAY = day("2023-11-30");
    private static final LocalDate OCTOBER = day("2023-10-20");
    private static final TargetScope WHOLE = new TargetScope(ScopeKind.WHOLE, null, null, null, null);
    private static final ScoreItem CAPPED = new ScoreItem(
            TargetMeasure.SIGNED_AMOUNT,
            ScoreBasis.COMPLETION,
            Formula.CAPPED,
            new BigDecimal("60"),
            new BigDecimal("66"));
    private static final ScoreItem EFFICACY =
            new ScoreItem(TargetMeasure.SIGNED_COUNT, ScoreBasis.ACTUAL, Formula.EFFICACY, new BigDecimal("40"), null);

    private final TargetId amount = TargetId.next();
    private TargetQuery targets;
    private TargetProgressQuery progress;
    private ScorecardQuery scorecards;

    TargetReadModelTest() {
        story.history.on("2023-01-10").by(story.head);
        record(amount, TargetMeasure.SIGNED_AMOUNT, WHOLE, "2023", TargetValue.of(Money.yi("50")));
        set(TargetMeasure.SIGNED_COUNT, WHOLE, "2023", TargetValue.of(10));
        set(TargetMeasure.SIGNED_GE10, WHOLE, "2023", TargetValue.of(2));
        set(TargetMeasure.SIGNED_ON_SITE_COUNT, WHOLE, "2023", TargetValue.of(2));
        for (String part : List.of("2023-10", "2023-Q4")) {
            set(TargetMeasure.SIGNED_AMOUNT, WHOLE, part, TargetValue.of(Money.yi("5")));
        }
        set(TargetMeasure.IN_TALKS_COUNT, WHOLE, "2023", TargetValue.of(4));
        set(TargetMeasure.CONSTRUCTION_STARTED, WHOLE, "2023", TargetValue.of(2));
        set(TargetMeasure.REVITALISED_LAND, WHOLE, "2023", TargetValue.of(Area.mu("150")));
        set(TargetMeasure.ARRIVED_AMOUNT, WHOLE, "2023", TargetValue.of(Money.yi("10")));
        for (int quarter = 1; quarter <= 4; quarter++) {
            set(
                    TargetMeasure.ARRIVED_AMOUNT,
                    WHOLE,
                    "2023-Q" + quarter,
                    TargetValue.of(Money.yi(List.of("1", "2", "3", "5").get(quarter - 1))));
        }
        for (Coded park : List.of(Story.NORTH, Story.SOUTH)) {
            set(TargetMeasure.SIGNED_AMOUNT, in(park), "2023", TargetValue.of(Money.yi("10")));
        }
        set(
                TargetMeasure.SIGNED_COUNT,
                new TargetScope(ScopeKind.PERSON, null, null, null, story.promoter),
                "2023",
                TargetValue.of(2));
        TargetId wrong = TargetId.next();
        record(wrong, TargetMeasure.ABOVE_SCALE, WHOLE, "2023", TargetValue.of(100));
        story.history.on("2023-01-12").because("多打一个零");
        story.history.record(new TargetWithdrawn(wrong, day("2023-01-12")));
        set(TargetMeasure.ABOVE_SCALE, WHOLE, "2023", TargetValue.of(10));
        story.history.on("2023-07-05").because("年中上调");
        story.history.record(
                new TargetRevised(amount, TargetValue.of(Money.yi("60")), "县委〔2023〕8号", day("2023-07-01")));
        for (Coded park : List.of(Story.NORTH, Story.SOUTH)) {
            set(TargetMeasure.REVITALISED_LAND, in(park), "2023", TargetValue.of(Area.mu("50")));
        }
        story.history.on("2023-05-12").by(story.promoter);
        EventMeta tooMuch = land(story.foodFollowUp, "2023-05-10", "40.5", AUCTION);
        story.history.on("2023-06-01").because("多填 10 亩").correcting(tooMuch);
        story.history.record(
                new ElementDeliveryWithdrawn(story.foodFollowUp, story.food, ElementKind.LAND, day("2023-05-10")));
        land(story.foodFollowUp, "2023-05-10", "30.5", AUCTION);
        land(FollowUpId.next(), "2023-06-20", "12", AUCTION);
        land(FollowUpId.next(), "2023-07-20", "100", null);
        land(FollowUpId.next(), "2024-01-02", "7", AUCTION);
        ScorecardId card = ScorecardId.next();
        story.history.on("2023-02-01").by(story.head);
        story.history.record(
                new ScorecardDefined(card, "园区考核", 2023, ScopeKind.PARK, List.of(CAPPED), day("2023-02-01")));
        story.history.on("2023-08-01").because("加一项");
        story.history.record(new ScorecardRevised(card, 2, "园区考核", List.of(CAPPED, EFFICACY), day("2023-08-01")));
    }

    private EventMeta land(FollowUpId followUp, String on, String mu, Coded disposalMethod) {
        return story.history.record(new ElementDelivered(
                followUp, story.food, ElementKind.LAND, Area.mu(mu), disposalMethod, null, List.of(), day(on)));
    }

    private static TargetScope in(Coded park) {
        return new TargetScope(ScopeKind.PARK, park, null, null, null);
    }

    private void set(TargetMeasure measure, TargetScope scope, String period, TargetValue value) {
        record(TargetId.next(), measure, scope, period, value);
    }

    private void record(TargetId id, TargetMeasure measure, TargetScope scope, String period, TargetValue value) {
        story.history.record(
                new TargetSet(id, measure, scope, TargetPeriod.of(period), value, null, day("2023-01-10")));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Override
    protected ReadModel model() {
        return new TargetReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(TestLedger.model(dataSource, story.history));
    }

    @BeforeEach
    void query() {
        targets = new TargetQuery(jdbc);
        progress = progress(TestCountingRules::standard);
        scorecards = new ScorecardQuery(targets, progress);
    }

    private TargetProgressQuery progress(CountingStandard standard) {
        return new TargetProgressQuery(
                targets,
                new TotalsQuery(
                        jdbc, new PolicyQuery(jdbc, standard), new CatalogueQuery(jdbc, new TestDictionaries())),
                new PipelineQuery(jdbc),
                new FunnelQuery(jdbc),
                new FiveGapsQuery(jdbc, new TestThresholds()),
                new RevitalisedLandQuery(jdbc));
    }

    private List<TargetProgress> all(AsOf asOf, Viewer viewer) {
        return progress.progress(2023, Set.of(), asOf, viewer, DAY);
    }

    private TargetProgress of(TargetMeasure measure, TargetScope scope, String period, AsOf asOf) {
        return all(asOf, EVERYBODY).stream()
                .filter(one -> one.target().measure() == measure
                        && one.target().scope().key().equals(scope.key())
                        && one.target().period().toString().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private TargetProgress whole(TargetMeasure measure) {
        return of(measure, WHOLE, "2023", AsOf.NOW);
    }

    @Test
    void actuals_are_those_of_the_ledger() {
        assertThat(whole(TargetMeasure.SIGNED_AMOUNT).actual())
                .isEqualByComparingTo(Money.yi("10.5").amount());
        assertThat(whole(TargetMeasure.SIGNED_COUNT).actual()).isEqualByComparingTo("1");
        assertThat(whole(TargetMeasure.SIGNED_GE10).actual()).isEqualByComparingTo("1");
        assertThat(whole(TargetMeasure.IN_TALKS_COUNT).actual()).isEqualByComparingTo("1");
        assertThat(whole(TargetMeasure.CONSTRUCTION_STARTED).actual()).isEqualByComparingTo("1");
        assertThat(whole(TargetMeasure.ARRIVED_AMOUNT).actual())
                .isEqualByComparingTo(Money.wan("12000").amount());
        assertThat(of(TargetMeasure.ARRIVED_AMOUNT, WHOLE, "2023-Q1", AsOf.NOW).actual())
                .isEqualByComparingTo("0");
        assertThat(of(TargetMeasure.SIGNED_AMOUNT, in(Story.SOUTH), "2023", AsOf.NOW)
                        .actual())
                .isEqualByComparingTo("0");
    }

    @Test
    void land_that_lay_idle_counts_for_the_day_on_which_it_was_handed_over() {
        assertThat(whole(TargetMeasure.REVITALISED_LAND).actual())
                .as("30.5 and 12; 100 of it never lay idle, and 7 came the year after")
                .isEqualByComparingTo("42.5");
        assertThat(land(WHOLE, AsOf.on(day("2023-06-19")))).isEqualByComparingTo("30.5");
        assertThat(land(WHOLE, AsOf.on(day("2023-05-09")))).isEqualByComparingTo("0");
        assertThat(land(in(Story.NORTH), AsOf.NOW)).isEqualByComparingTo("42.5");
        assertThat(land(in(Story.SOUTH), AsOf.NOW)).isEqualByComparingTo("0");
    }

    @Test
    void a_hand_over_that_was_taken_back_is_known_up_to_then() {
        LocalDate may = day("2023-05-31");
        assertThat(land(WHOLE, AsOf.on(may))).isEqualByComparingTo("30.5");
        assertThat(land(WHOLE, new AsOf(may, Instant.parse("2023-05-20T00:00:00Z"))))
                .isEqualByComparingTo("40.5");
        assertThat(land(WHOLE, new AsOf(may, Instant.parse("2023-05-12T00:00:00Z"))))
                .as("the day on which it was entered, before office hours")
                .isEqualByComparingTo("0");
    }

    private BigDecimal land(TargetScope scope, AsOf asOf) {
        return of(TargetMeasure.REVITALISED_LAND, scope, "2023", asOf).actual();
    }

    @Test
    void every_actual_ties_to_the_rows_that_it_opens_to() {
        assertThat(all(AsOf.NOW, EVERYBODY)).isNotEmpty().allSatisfy(one -> {
            TargetView target = one.target();
            if (target.measure().ledger() != null) {
                assertThat(TargetFigures.number(
                                target.measure(),
                                progress.entries(target, AsOf.NOW, EVERYBODY)
                                        .orElseThrow()
                                        .figure()))
                        .as("%s %s", target.measure(), target.scope().key())
                        .isEqualByComparingTo(one.actual());
            } else if (target.measure().milestone() != null) {
                assertThat(progress.phases(target, AsOf.NOW, EVERYBODY))
                        .hasSize(one.actual().intValueExact());
            } else {
                assertThat(progress.land(target, AsOf.NOW, EVERYBODY).stream()
                                .map(HandOver::mu)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(one.actual());
            }
        });
    }

    private static final BigDecimal ROUNDED = new BigDecimal("0.00005");

    @Test
    void the_pace_goes_by_days_or_by_the_quarters_that_were_set() {
        Pace signed = whole(TargetMeasure.SIGNED_AMOUNT).pace();
        assertThat(signed.by()).isEqualTo(Pace.By.DAYS);
        assertThat(signed.share()).as("334 of 365").isCloseTo(new BigDecimal("0.9151"), within(ROUNDED));
        TargetProgress arrived = whole(TargetMeasure.ARRIVED_AMOUNT);
        assertThat(arrived.pace().by()).isEqualTo(Pace.By.PARTS);
        assertThat(arrived.pace().share()).isCloseTo(new BigDecimal("0.8468"), within(ROUNDED));
        assertThat(arrived.ahead()).isNegative();
        assertThat(arrived.isLessThanItsParts()).as("11 of 10").isTrue();
        assertThat(whole(TargetMeasure.SIGNED_AMOUNT).isLessThanItsParts()).isFalse();
        assertThat(whole(TargetMeasure.IN_TALKS_COUNT).pace()).isNull();
    }

    @Test
    void before_it_begins_a_target_is_neither_ahead_nor_behind() {
        assertThat(progress.progress(2023, Set.of(), AsOf.NOW, EVERYBODY, day("2022-12-31")))
                .filteredOn(one -> one.pace() != null)
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.hasBegun()).isFalse();
                    assertThat(one.ahead()).isNull();
                });
    }

    private Forecast forecast(TargetMeasure measure, String period) {
        return forecasts(period, OCTOBER).stream()
                .filter(one -> one.target().measure() == measure)
                .findFirst()
                .orElseThrow()
                .forecast();
    }

    private List<TargetProgress> forecasts(String period, LocalDate day) {
        return progress.progress(2023, Set.of(ScopeKind.WHOLE), AsOf.on(day), EVERYBODY, day).stream()
                .filter(one -> one.target().period().toString().equals(period))
                .toList();
    }

    @Test
    void the_forecast_adds_the_talks_by_the_shares_that_went_on_to_sign() {
        Forecast forecast = forecast(TargetMeasure.SIGNED_AMOUNT, "2023");
        assertThat(forecast.talks())
                .containsExactly(new Forecast.Talks(
                        Stage.FIRST_CONTACT, Money.yi("12").amount(), new BigDecimal("0.5000"), true));
        assertThat(forecast.number())
                .as("9.6, as the policy of that day counts, and half of 12")
                .isEqualByComparingTo(Money.yi("15.6").amount());
        assertThat(forecast(TargetMeasure.SIGNED_GE10, "2023").talks())
                .containsExactly(new Forecast.Talks(null, BigDecimal.ONE, new BigDecimal("0.5000"), true));
    }

    @Test
    void the_forecast_of_signatures_of_a_kind_takes_their_share_of_all_signatures() {
        Forecast onSite = forecast(TargetMeasure.SIGNED_ON_SITE_COUNT, "2023");
        assertThat(onSite.share()).as("甲子食品 was signed on site").isEqualByComparingTo("1");
        assertThat(onSite.number()).isEqualByComparingTo("1.5");
    }

    @Test
    void talks_that_cannot_be_signed_before_the_period_ends_are_not_in_its_forecast() {
        assertThat(forecast(TargetMeasure.SIGNED_AMOUNT, "2023-10").talks())
                .as("from the first contact to a signature it takes a month and a half")
                .singleElement()
                .returns(false, Forecast.Talks::inTime);
        assertThat(forecast(TargetMeasure.SIGNED_AMOUNT, "2023-10").number()).isEqualByComparingTo("0");
        assertThat(forecast(TargetMeasure.SIGNED_AMOUNT, "2023-Q4").number())
                .as("half of 12")
                .isEqualByComparingTo(Money.yi("6").amount());
    }

    @Test
    void where_there_is_no_forecast_it_is_said_why() {
        assertThat(forecasts("2023", OCTOBER))
                .allSatisfy(one -> assertThat(one.forecast() == null)
                        .as("%s", one.target().measure())
                        .isEqualTo(one.noForecast() != null));
        assertThat(whole(TargetMeasure.ARRIVED_AMOUNT).noForecast()).isEqualTo(Forecast.None.NOT_IN_TALKS);
        assertThat(whole(TargetMeasure.CONSTRUCTION_STARTED).noForecast()).isEqualTo(Forecast.None.NOT_IN_TALKS);
        assertThat(whole(TargetMeasure.IN_TALKS_COUNT).noForecast()).isEqualTo(Forecast.None.STANDING);
        assertThat(forecasts("2023-Q4", day("2023-09-30")))
                .filteredOn(one -> one.target().measure() == TargetMeasure.SIGNED_AMOUNT)
                .singleElement()
                .returns(Forecast.None.NOT_BEGUN, TargetProgress::noForecast);
        assertThat(progress.progress(2023, Set.of(), AsOf.NOW, EVERYBODY, day("2024-02-01")))
                .as("a year that is over comes to what it came to")
                .allSatisfy(one -> assertThat(one.forecast()).isNull())
                .filteredOn(one -> one.target().measure() == TargetMeasure.SIGNED_AMOUNT)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.noForecast()).isEqualTo(Forecast.None.ENDED));
    }

    @Test
    void a_target_is_the_one_of_the_day_and_as_known_then() {
        assertThat(of(TargetMeasure.SIGNED_AMOUNT, WHOLE, "2023", AsOf.on(day("2023-06-30")))
                        .target()
                        .value())
                .isEqualTo(TargetValue.of(Money.yi("50")));
        AsOf known = new AsOf(day("2023-07-03"), Instant.parse("2023-07-03T12:00:00Z"));
        assertThat(of(TargetMeasure.SIGNED_AMOUNT, WHOLE, "2023", known)
                        .target()
                        .value())
                .as("revised for 1 July, entered on 5 July")
                .isEqualTo(TargetValue.of(Money.yi("50")));
        assertThat(of(TargetMeasure.SIGNED_AMOUNT, WHOLE, "2023", AsOf.on(day("2023-07-03")))
                        .target()
                        .value())
                .isEqualTo(TargetValue.of(Money.yi("60")));
        assertThat(targets.targets(2023, AsOf.on(day("2023-01-09")), EVERYBODY)).isEmpty();
        assertThat(targets.targets(2024, AsOf.NOW, EVERYBODY)).isEmpty();
    }

    @Test
    void a_size_that_the_policy_does_not_tell_apart_has_no_figure_rather_than_none() {
        CountingRules shipped = TestCountingRules.standard();
        CountingRules coarse = new CountingRules(
                shipped.kinds(),
                shipped.upgrade(),
                shipped.amountChange(),
                shipped.ending(),
                shipped.lateAfterDays(),
                shipped.creditFollowsOwner(),
                shipped.exclusions(),
                List.of(BigDecimal.ONE));
        TargetProgress large = of(progress(() -> coarse), TargetMeasure.SIGNED_GE10);
        assertThat(large.actual()).isNull();
        assertThat(large.forecast()).isNull();
        assertThat(large.noForecast()).isEqualTo(Forecast.None.NO_ACTUAL);
        assertThat(progress(() -> coarse).entries(large.target(), AsOf.NOW, EVERYBODY))
                .isEmpty();
        assertThat(of(progress(() -> coarse), TargetMeasure.SIGNED_COUNT).actual())
                .isEqualByComparingTo("1");
    }

    private static TargetProgress of(TargetProgressQuery query, TargetMeasure measure) {
        return query.progress(2023, Set.of(ScopeKind.WHOLE), AsOf.NOW, EVERYBODY, DAY).stream()
                .filter(one -> one.target().measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_step_is_kept_whatever_came_of_it() {
        assertThat(whole(TargetMeasure.SIGNED_AMOUNT).target())
                .returns(1, TargetView::revisions)
                .extracting(TargetView::basis)
                .isEqualTo("县委〔2023〕8号");
        assertThat(whole(TargetMeasure.ABOVE_SCALE).target().steps())
                .extracting(TargetView.Step::value)
                .containsExactly(TargetValue.of(100), null, TargetValue.of(10));
        assertThat(whole(TargetMeasure.ABOVE_SCALE).target().steps().get(1).reason())
                .isEqualTo("多打一个零");
    }

    @Test
    void the_course_of_a_year_ends_where_it_stands() {
        TargetProgress signed = whole(TargetMeasure.SIGNED_AMOUNT);
        List<TargetProgressQuery.Milepost> course = progress.course(signed, 2023, AsOf.NOW, EVERYBODY, DAY);
        assertThat(course).hasSize(12);
        assertThat(course.get(1).actual()).isEqualByComparingTo("0");
        assertThat(course.get(10).actual()).isEqualByComparingTo(signed.actual());
        assertThat(course.get(11).actual()).isNull();
        assertThat(course.get(11).expected())
                .isEqualByComparingTo(signed.target().value().number());
    }

    @Test
    void everybody_reads_within_their_parks_and_their_own() {
        Viewer north = new Viewer(story.colleague, Set.of(Role.PROMOTER), Set.of(Story.NORTH.code()));
        assertThat(all(AsOf.NOW, north))
                .extracting(one -> one.target().scope().key())
                .containsOnly("PARK:" + Story.NORTH.code());
        Viewer own = new Viewer(story.promoter, Set.of(Role.PROMOTER), Set.of(Story.NORTH.code()));
        assertThat(all(AsOf.NOW, own))
                .extracting(one -> one.target().scope().key())
                .containsOnly("PARK:" + Story.NORTH.code(), "PERSON:" + story.promoter);
    }

    @Test
    void a_scorecard_ranks_by_the_version_of_the_day_and_explains_its_points() {
        ScorecardView now = scorecards.scorecards(2023, AsOf.NOW, EVERYBODY).getFirst();
        assertThat(now.inForce())
                .returns(2, ScorecardView.Version::number)
                .returns("加一项", ScorecardView.Version::reason);
        assertThat(now.ranking()).extracting(Standing::place).containsExactly(1, 2);
        Standing north = now.ranking().getFirst();
        assertThat(north.scope().park()).isEqualTo(Story.NORTH);
        assertThat(north.scores().get(0).figure()).isEqualByComparingTo("1.05");
        assertThat(north.scores().get(0).points()).isEqualByComparingTo("63");
        assertThat(north.scores().get(1).points()).isEqualByComparingTo("40");
        assertThat(north.total()).isEqualByComparingTo("103");
        assertThat(now.ranking().get(1).total()).as("60% of 40").isEqualByComparingTo("24");

        ScorecardView before = scorecards
                .scorecards(2023, AsOf.on(day("2023-07-31")), EVERYBODY)
                .getFirst();
        assertThat(before.inForce().number()).isEqualTo(1);
        assertThat(scorecards.scorecards(2022, AsOf.NOW, EVERYBODY)).isEmpty();
    }

    @Test
    void who_sees_one_park_sees_its_place_among_all() {
        Viewer south = new Viewer(story.colleague, Set.of(Role.PROMOTER), Set.of(Story.SOUTH.code()));
        assertThat(scorecards.scorecards(2023, AsOf.NOW, south).getFirst().ranking())
                .singleElement()
                .returns(2, Standing::place);
    }
}
