package dev.wuwei.crm.projections.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.Grade;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.RectificationId;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ReviewState;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.lookback.Sheet;
import dev.wuwei.crm.lookback.SheetLine;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookBackReadModelTest extends ReadModelContract {
    private static final Coded NORTH = new Coded("north", "城北园区");
    private static final Viewer EVERYBODY = Viewer.everything();

    private final CampaignId campaign = CampaignId.next();
    private final LookBackReviewId review = LookBackReviewId.of(campaign, story.food);
    private final RectificationId item = RectificationId.next();
    private LookBackQuery query;

    LookBackReadModelTest() {
        ScopeEntry project =
                new ScopeEntry(story.food, "ZS-2023-0001", "甲子食品产业园", NORTH, null, Money.yi("9.6"), day("2023-03-26"));
        ScopeRule rule = new ScopeRule(day("2020-11-01"), day("2023-10-31"), List.of(), List.of(), null);
        story.history.on("2023-11-01").by(story.head);
        story.history.record(new CampaignEvent.CampaignPlanned(
                campaign,
                "2023 年度",
                rule,
                day("2023-10-31"),
                day("2024-01-31"),
                List.of(story.head),
                day("2023-11-01")));
        story.history.record(new CampaignEvent.ScopeFrozen(campaign, List.of(project), day("2023-11-01")));
        story.history.on("2023-11-02");
        story.history.record(new CampaignEvent.DataPulled(
                campaign, "2023 年度", List.of(project), day("2023-10-31"), day("2023-11-02")));
        story.history.record(new ReviewEvent.ReviewOpened(
                review,
                campaign,
                "2023 年度",
                story.food,
                project,
                day("2023-10-31"),
                Instant.parse("2023-11-02T01:00:00Z"),
                77,
                new Sheet(PhaseState.STARTED, 0, 2, List.of(line()), List.of()),
                day("2023-11-02")));
        story.history.on("2023-11-10");
        story.history.record(new ReviewEvent.ReviewRated(
                review, campaign, story.food, Grade.C, Cause.ENTERPRISE, "开工逾期", List.of(), day("2023-11-10")));
        story.history.record(
                new ReviewEvent.ResultNotified(review, campaign, story.food, "8 号", List.of(), day("2023-11-10")));
        story.history.record(new ReviewEvent.RectificationDemanded(
                review,
                campaign,
                story.food,
                item,
                CommitmentSide.COMPANY,
                "赶工",
                "企业",
                day("2023-12-20"),
                day("2023-11-10")));
        story.history.on("2023-11-15");
        story.history.record(new CampaignEvent.CampaignRescheduled(
                campaign, "2023 年度", day("2024-03-31"), day("2024-01-31"), day("2023-11-15")));
        story.history.record(new CampaignEvent.ReviewersChanged(
                campaign, "2023 年度", List.of(story.colleague), List.of(story.head), day("2023-11-15")));
        story.history.record(new ReviewEvent.RectificationRescheduled(
                review, campaign, story.food, item, "赶工", day("2024-01-20"), day("2023-12-20"), day("2023-11-15")));
    }

    private SheetLine line() {
        return new SheetLine(
                story.foodAgreement,
                new CompanyCommitment(
                        "05",
                        "一期",
                        Metric.START_DATE,
                        CompanyCommitment.Operator.NOT_LATER_THAN,
                        "2023-08-31",
                        null,
                        DueRule.on(day("2023-08-31")),
                        null,
                        null),
                null,
                1,
                CommitmentState.BREACHED,
                1,
                day("2023-08-31"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Override
    protected ReadModel model() {
        return new LookBackReadModel(dataSource);
    }

    @BeforeEach
    void query() {
        query = new LookBackQuery(jdbc);
    }

    @Test
    void a_campaign_is_told_with_its_reviews_and_their_sheets() {
        CampaignView found = query.find(campaign, AsOf.NOW, EVERYBODY).orElseThrow();
        assertThat(found.state()).isEqualTo(CampaignState.DATA_PULLED);
        assertThat(found.unfinished()).isEqualTo(1);
        ReviewView one = found.reviews().getFirst();
        assertThat(one.progress().state()).isEqualTo(ReviewState.RECTIFYING);
        assertThat(one.progress().open()).isEqualTo(1);
        assertThat(one.fulfilment(CommitmentSide.COMPANY).rate()).isEqualByComparingTo("0.0");
        assertThat(one.lines(CommitmentSide.COMPANY))
                .singleElement()
                .satisfies(line -> assertThat(line.daysLate())
                        .as("counted to the cut-off date, whenever it is opened")
                        .isEqualTo(61));
    }

    @Test
    void what_was_moved_shows_the_first_day_beside_the_one_that_holds() {
        CampaignView found = query.find(campaign, AsOf.NOW, EVERYBODY).orElseThrow();
        assertThat(found.finishBy()).isEqualTo(day("2024-03-31"));
        assertThat(found.finishPlanned()).isEqualTo(day("2024-01-31"));
        assertThat(found.reviews().getFirst().progress().rectifications())
                .singleElement()
                .returns(day("2024-01-20"), ReviewProgress.Rectification::deadline)
                .returns(day("2023-12-20"), ReviewProgress.Rectification::firstDeadline);
        assertThat(query.reviews(story.food, AsOf.on(day("2023-11-14")), EVERYBODY)
                        .getFirst()
                        .progress()
                        .rectifications())
                .as("the day before it was moved")
                .extracting(ReviewProgress.Rectification::deadline)
                .containsExactly(day("2023-12-20"));
    }

    @Test
    void who_took_over_reviews_from_that_day_on() {
        CampaignView found = query.find(campaign, AsOf.NOW, EVERYBODY).orElseThrow();
        assertThat(found.reviewers()).containsExactly(story.colleague);
        assertThat(found.reviewersPlanned()).containsExactly(story.head);
        assertThat(query.find(campaign, AsOf.on(day("2023-11-14")), EVERYBODY)
                        .orElseThrow()
                        .reviewers())
                .containsExactly(story.head);
    }

    @Test
    void as_of_an_earlier_day_it_had_not_come_so_far() {
        assertThat(query.reviews(story.food, AsOf.on(day("2023-11-09")), EVERYBODY))
                .singleElement()
                .satisfies(one -> assertThat(one.progress().state()).isEqualTo(ReviewState.DATA_PULLED));
        assertThat(query.campaigns(AsOf.on(day("2023-10-31")), EVERYBODY)).isEmpty();
        assertThat(query.find(campaign, new AsOf(null, Instant.parse("2023-11-01T12:00:00Z")), EVERYBODY)
                        .orElseThrow()
                        .state())
                .isEqualTo(CampaignState.SCOPED);
    }

    @Test
    void another_park_sees_neither_list_nor_sheet() {
        Viewer elsewhere = new Viewer(null, Set.of(Role.LEADER), Set.of("nowhere"));
        assertThat(query.reviews(story.food, AsOf.NOW, elsewhere)).isEmpty();
        assertThat(query.find(campaign, AsOf.NOW, elsewhere).orElseThrow())
                .returns(List.of(), CampaignView::reviews)
                .returns(List.of(), CampaignView::projects);
    }
}
