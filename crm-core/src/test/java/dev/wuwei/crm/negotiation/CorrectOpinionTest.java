package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPINION_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opinion;

import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectOpinionTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_opinion_corrected_on_its_own_date_naming_the_event_that_it_corrects() {
        var outcome = negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .when(correct(OpinionVerdict.AGREE, "同意", "点错"));
        outcome.emits(new OpinionCorrected(
                        ID, PROJECT, REVIEW, ReviewTopic.SAFETY, OpinionVerdict.AGREE, "同意", List.of(), OPINION_ON))
                .withMetadata("correctionOf", outcome.eventId(ID.toString(), 5));
    }

    @Test
    void emits_veto_that_needs_overruling_anew() {
        negotiation
                .given(after(
                        Given.inReview(),
                        opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO),
                        new VetoOverruled(
                                ID,
                                PROJECT,
                                REVIEW,
                                ReviewTopic.SAFETY,
                                TestDictionaries.OTHER_REVIEW_BODY,
                                "纪要",
                                OPINION_ON),
                        new OpinionCorrected(
                                ID,
                                PROJECT,
                                REVIEW,
                                ReviewTopic.SAFETY,
                                OpinionVerdict.VETO,
                                "距离不足 200 米",
                                List.of(),
                                OPINION_ON),
                        opinion(ReviewTopic.ENVIRONMENT, OpinionVerdict.AGREE)))
                .when(new DecideAdmission(ID, REVIEW, AdmissionOutcome.APPROVED, null, null, TODAY))
                .rejects(NegotiationRule.VETO_STANDS);
    }

    @Test
    void rejects_opinion_that_was_not_given() {
        negotiation
                .given(Given.inReview())
                .when(correct(OpinionVerdict.AGREE, "同意", "点错"))
                .rejects(NegotiationRule.OPINION_NOT_GIVEN);
    }

    @Test
    void rejects_correction_that_changes_nothing() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE)))
                .when(correct(OpinionVerdict.AGREE, "意见", "点错"))
                .rejects(NegotiationRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_once_the_review_is_decided() {
        negotiation
                .given(Given.approved())
                .when(correct(OpinionVerdict.VETO, "不行", "点错"))
                .rejects(NegotiationRule.REVIEW_CLOSED);
    }

    @Test
    void rejects_missing_reason_and_what_an_opinion_may_not_be_either() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE)))
                .when(correct(OpinionVerdict.VETO, null, " "))
                .rejectsAll(SharedRule.REASON_REQUIRED, SharedRule.REQUIRED);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(correct(OpinionVerdict.AGREE, "同意", "点错"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static CorrectOpinion correct(OpinionVerdict verdict, String text, String reason) {
        return new CorrectOpinion(ID, REVIEW, ReviewTopic.SAFETY, verdict, text, null, reason);
    }
}
