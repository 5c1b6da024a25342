package dev.wuwei.crm.projections.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FunnelQuery;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.ScorecardView.Score;
import dev.wuwei.crm.projections.target.ScorecardView.Standing;
import dev.wuwei.crm.projections.target.TargetProgressQuery.Milepost;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.target.Formula;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.ScorecardId;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.target.TargetId;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was said of a year once it was over stays so: 乙丑纺织, in talks at the end of 2023, is signed in 2024 and has long been
 * overdue since.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedYearTest {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final AsOf YEAR_END = AsOf.on(day("2023-12-31"));
    private static final AsOf NEXT_SUMMER = AsOf.on(day("2024-07-15"));
    private static final TargetScope WHOLE = new TargetScope(ScopeKind.WHOLE, null, null, null, null);
    private static final int BEFORE_THE_LEDGER = 2019;

    private final Story story = new Story();
    private HikariDataSource dataSource;
    private TargetProgressQuery progress;
    private ScorecardQuery scorecards;

    @BeforeAll
    void play() {
        story.history.on("2023-01-10").by(story.head);
        set(WHOLE, "2023", 4);
        set(WHOLE, "2023-02", 2);
        set(WHOLE, "2023-Q2", 2);
        set(WHOLE, "2024", 4);
        set(WHOLE, String.valueOf(BEFORE_THE_LEDGER), 3);
        for (Coded park : List.of(Story.NORTH, Story.SOUTH)) {
            set(in(park), "2023", 2);
            set(in(park), String.valueOf(BEFORE_THE_LEDGER), 2);
        }
        card(2023);
        card(BEFORE_THE_LEDGER);
        textileSigned();
        dataSource = TestPostgres.migratedDataSource();
        History.play(TestLedger.model(dataSource, story.history), dataSource, story.history.entries(), 50);
        History.play(new TargetReadModel(dataSource), dataSource, story.history.entries(), 50);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TargetQuery targets = new TargetQuery(jdbc);
        progress = new TargetProgressQuery(
                targets,
                new TotalsQuery(
                        jdbc,
                        new PolicyQuery(jdbc, TestCountingRules::standard),
                        new CatalogueQuery(jdbc, new TestDictionaries())),
                new PipelineQuery(jdbc),
                new FunnelQuery(jdbc),
                new FiveGapsQuery(jdbc, new TestThresholds()),
                new RevitalisedLandQuery(jdbc));
        scorecards = new ScorecardQuery(targets, progress);
    }

    @AfterAll
    void close() {
        dataSource.close();
    }

    private void set(TargetScope scope, String period, int projects) {
        story.history.record(new TargetSet(
                TargetId.next(),
                TargetMeasure.IN_TALKS_COUNT,
                scope,
                TargetPeriod.of(period),
                TargetValue.of(projects),
                null,
                day("2023-01-10")));
    }

    private void card(int year) {
        story.history.record(new ScorecardDefined(
                ScorecardId.next(),
                "园区考核",
                year,
                ScopeKind.PARK,
                List.of(
                        new ScoreItem(null, ScoreBasis.OVERDUE, Formula.DEDUCTION, BigDecimal.ONE, BigDecimal.TEN),
                        new ScoreItem(
                                TargetMeasure.IN_TALKS_COUNT,
                                ScoreBasis.COMPLETION,
                                Formula.LINEAR,
                                BigDecimal.TEN,
                                null)),
                day("2023-01-10")));
    }

    private void textileSigned() {
        LocalDate day = day("2024-01-15");
        SigningId agreement = SigningId.next();
        List<AgreedPhase> phases = List.of(
                new AgreedPhase("一期", Money.yi("12"), null, day("2024-03-31"), day("2025-03-31"), null, null, null));
        story.history.on("2024-01-15").by(story.colleague);
        story.history.record(new NegotiationSigned(story.textileTalks, story.textile, agreement, day));
        story.history.record(new AgreementSigned(
                agreement,
                story.textile,
                "ZS-2023-0002",
                story.textileTalks,
                AgreementKind.FORMAL,
                "LQ-2024-001",
                List.of(),
                new AgreementTerms(Money.yi("12"), null, null, null, List.of(), phases, List.of(), List.of()),
                null,
                false,
                true,
                Story.TEXTILE,
                Story.SOUTH,
                story.colleague,
                List.of(),
                day));
        story.history.record(new FollowUpOpened(
                FollowUpId.next(), story.textile, "ZS-2023-0002", agreement, 1, Story.SOUTH, phases, day));
    }

    private static TargetScope in(Coded park) {
        return new TargetScope(ScopeKind.PARK, park, null, null, null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private TargetProgress whole(String period, AsOf asOf) {
        TargetPeriod asked = TargetPeriod.of(period);
        return progress
                .progress(
                        asked.year(),
                        Set.of(ScopeKind.WHOLE),
                        asOf,
                        EVERYBODY,
                        asOf.asOf() == null ? day("2026-11-28") : asOf.asOf())
                .stream()
                .filter(one -> one.target().period().equals(asked))
                .findFirst()
                .orElseThrow();
    }

    private List<Standing> ranking(int year, AsOf asOf) {
        return scorecards.scorecards(year, asOf, EVERYBODY).getFirst().ranking();
    }

    private static Score score(List<Standing> ranking, Coded park, int item) {
        return ranking.stream()
                .filter(standing -> park.equals(standing.scope().park()))
                .findFirst()
                .orElseThrow()
                .scores()
                .get(item);
    }

    @Test
    void in_talks_are_those_of_the_last_day_of_the_period() {
        assertThat(whole("2023-02", AsOf.NOW).actual())
                .as("甲子食品, signed in March")
                .isEqualByComparingTo("1");
        assertThat(whole("2023-Q2", AsOf.NOW).actual()).isEqualByComparingTo("0");
        assertThat(whole("2023", AsOf.NOW).actual())
                .as("乙丑纺织, signed in January")
                .isEqualByComparingTo("1");
        assertThat(whole("2023", AsOf.on(day("2023-11-30"))).actual())
                .as("a year that is running: those of the day")
                .isEqualByComparingTo("1");
        assertThat(whole("2023", AsOf.on(day("2023-09-30"))).actual()).isEqualByComparingTo("0");
        assertThat(whole("2024", AsOf.NOW).actual()).isEqualByComparingTo("0");
    }

    @Test
    void in_talks_tie_to_the_rows_that_they_open_to() {
        for (String period : List.of("2023-02", "2023-Q2", "2023", "2024")) {
            TargetProgress one = whole(period, AsOf.NOW);
            assertThat(progress.entries(one.target(), AsOf.NOW, EVERYBODY)
                            .orElseThrow()
                            .figure()
                            .count())
                    .as(period)
                    .isEqualTo(one.actual().longValueExact());
        }
    }

    @Test
    void a_point_of_the_curve_of_talks_is_that_of_its_day() {
        List<Milepost> course = progress.course(whole("2023", AsOf.NOW), 2023, AsOf.NOW, EVERYBODY, day("2026-11-28"));
        List<String> inTalks = IntStream.of(1, 2, 9, 11)
                .mapToObj(month -> course.get(month).actual().toPlainString())
                .toList();
        assertThat(inTalks).as("February, March, October, December").containsExactly("1", "0", "1", "1");
    }

    @Test
    void a_scorecard_of_a_closed_year_does_not_move_any_more() {
        List<Standing> then = ranking(2023, YEAR_END);
        assertThat(score(then, Story.SOUTH, 0).actual()).isEqualByComparingTo("0");
        assertThat(score(then, Story.NORTH, 0).actual())
                .as("甲子食品's second phase was due in October")
                .isEqualByComparingTo("1");
        assertThat(score(then, Story.SOUTH, 1).figure()).isEqualByComparingTo("0.5");
        assertThat(ranking(2023, NEXT_SUMMER)).isEqualTo(then);
        assertThat(ranking(2023, AsOf.NOW)).isEqualTo(then);
        assertThat(scorecards.scorecards(2023, AsOf.NOW, EVERYBODY).getFirst().day())
                .isEqualTo(YEAR_END.asOf());
    }

    @Test
    void a_scorecard_of_a_running_year_is_that_of_the_day() {
        AsOf november = AsOf.on(day("2023-11-30"));
        assertThat(scorecards.scorecards(2023, november, EVERYBODY).getFirst().day())
                .isEqualTo(november.asOf());
        assertThat(score(ranking(2023, AsOf.on(day("2023-09-30"))), Story.SOUTH, 1)
                        .figure())
                .isEqualByComparingTo("0");
    }

    @Test
    void of_a_year_before_the_ledger_nobody_can_say_who_was_in_talks_or_overdue() {
        assertThat(whole(String.valueOf(BEFORE_THE_LEDGER), AsOf.NOW))
                .returns(null, TargetProgress::actual)
                .satisfies(one -> assertThat(progress.entries(one.target(), AsOf.NOW, EVERYBODY))
                        .isEmpty());
        assertThat(score(ranking(BEFORE_THE_LEDGER, AsOf.NOW), Story.NORTH, 0))
                .returns(null, Score::figure)
                .returns(null, Score::points);
    }
}
