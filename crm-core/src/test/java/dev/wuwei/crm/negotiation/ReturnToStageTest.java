package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.NegotiationStage.IN_DEPTH;
import static dev.wuwei.crm.negotiation.NegotiationStage.IN_REVIEW;
import static dev.wuwei.crm.negotiation.NegotiationStage.READY_TO_SIGN;
import static dev.wuwei.crm.negotiation.NegotiationStage.SIGNED;
import static dev.wuwei.crm.negotiation.NegotiationStage.TERMS;

import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class ReturnToStageTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_stage_returned() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, IN_DEPTH, TODAY, "企业更换了选址"))
                .emits(new StageReturned(ID, PROJECT, TERMS, IN_DEPTH, TODAY));
    }

    @Test
    void emits_review_withdrawn_when_going_back_out_of_review() {
        negotiation
                .given(Given.inReview())
                .when(new ReturnToStage(ID, TERMS, TODAY, "补充环评材料"))
                .emits(
                        new AdmissionReviewWithdrawn(ID, PROJECT, REVIEW, TODAY),
                        new StageReturned(ID, PROJECT, IN_REVIEW, TERMS, TODAY));
    }

    @Test
    void emits_stage_returned_from_ready_to_sign_and_keeps_the_approval() {
        negotiation
                .given(Given.approved())
                .when(new ReturnToStage(ID, TERMS, TODAY, "企业要求再谈"))
                .emits(new StageReturned(ID, PROJECT, READY_TO_SIGN, TERMS, TODAY));
    }

    @Test
    void rejects_missing_reason() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, IN_DEPTH, TODAY, "  "))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_reason_that_is_too_long_or_holds_bidi_characters() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, IN_DEPTH, TODAY, "理".repeat(501)))
                .rejectsAt("reason", SharedRule.TOO_LONG);
        negotiation
                .when(new ReturnToStage(ID, IN_DEPTH, TODAY, "理\u202E由"))
                .rejectsAt("reason", SharedRule.FORBIDDEN_CHARACTERS);
    }

    @Test
    void rejects_stage_ahead_or_the_same() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, TERMS, TODAY, "理由"))
                .rejects(NegotiationRule.STAGE_NOT_BEHIND);
        negotiation.when(new ReturnToStage(ID, SIGNED, TODAY, "理由")).rejects(NegotiationRule.STAGE_NOT_BEHIND);
    }

    @Test
    void rejects_going_back_into_review_by_hand() {
        negotiation
                .given(Given.approved())
                .when(new ReturnToStage(ID, IN_REVIEW, TODAY, "理由"))
                .rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, null, TODAY.plusDays(1), null))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE, SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_date_before_the_step_before() {
        negotiation
                .given(Given.atTerms())
                .when(new ReturnToStage(ID, IN_DEPTH, TERMS_ON.minusDays(1), "理由"))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_when_signed() {
        negotiation
                .given(Given.signed())
                .when(new ReturnToStage(ID, TERMS, TODAY, "理由"))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.atTerms())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new ReturnToStage(ID, IN_DEPTH, TODAY, "理由"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
