package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.advanced;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.NegotiationStage.FIRST_CONTACT;
import static dev.wuwei.crm.negotiation.NegotiationStage.IN_DEPTH;
import static dev.wuwei.crm.negotiation.NegotiationStage.IN_REVIEW;
import static dev.wuwei.crm.negotiation.NegotiationStage.MUTUAL_VISIT;
import static dev.wuwei.crm.negotiation.NegotiationStage.READY_TO_SIGN;
import static dev.wuwei.crm.negotiation.NegotiationStage.SIGNED;
import static dev.wuwei.crm.negotiation.NegotiationStage.TERMS;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdvanceStageTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_stage_advanced() {
        negotiation
                .given(opened())
                .when(new AdvanceStage(ID, MUTUAL_VISIT, TODAY))
                .emits(advanced(FIRST_CONTACT, MUTUAL_VISIT, TODAY));
    }

    @Test
    void emits_one_event_when_stages_are_skipped() {
        negotiation
                .given(opened())
                .when(new AdvanceStage(ID, TERMS, OPENED_ON))
                .emits(advanced(FIRST_CONTACT, TERMS, OPENED_ON));
    }

    @Test
    void emits_ready_to_sign_when_the_terms_are_still_approved() {
        negotiation
                .given(after(Given.approved(), new StageReturned(ID, PROJECT, READY_TO_SIGN, IN_DEPTH, TODAY)))
                .when(new AdvanceStage(ID, READY_TO_SIGN, TODAY))
                .emits(advanced(IN_DEPTH, READY_TO_SIGN, TODAY));
    }

    @Test
    void rejects_ready_to_sign_when_the_approval_has_lapsed() {
        LocalDate later = EXPIRES_ON.plusDays(1);
        negotiation
                .given(after(Given.approved(), new StageReturned(ID, PROJECT, READY_TO_SIGN, TERMS, TODAY)))
                .on(later)
                .when(new AdvanceStage(ID, READY_TO_SIGN, later))
                .rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_REVIEW", "READY_TO_SIGN", "SIGNED"})
    void rejects_stages_that_have_doors_of_their_own(NegotiationStage stage) {
        negotiation
                .given(Given.atTerms())
                .when(new AdvanceStage(ID, stage, TODAY))
                .rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
    }

    @Test
    void rejects_stage_it_is_at_and_stages_behind() {
        negotiation
                .given(Given.atTerms())
                .when(new AdvanceStage(ID, TERMS, TODAY))
                .rejects(NegotiationRule.STAGE_NOT_AHEAD);
        negotiation.when(new AdvanceStage(ID, MUTUAL_VISIT, TODAY)).rejects(NegotiationRule.STAGE_NOT_AHEAD);
    }

    @Test
    void rejects_moving_out_of_review_by_hand() {
        negotiation
                .given(Given.inReview())
                .when(new AdvanceStage(ID, READY_TO_SIGN, TODAY))
                .rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
        negotiation.when(new AdvanceStage(ID, IN_REVIEW, TODAY)).rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
        negotiation.when(new AdvanceStage(ID, SIGNED, TODAY)).rejects(NegotiationRule.STAGE_NOT_SET_BY_HAND);
    }

    @Test
    void rejects_date_before_the_step_before() {
        negotiation
                .given(after(
                        Given.atTerms(), new StageReturned(ID, PROJECT, TERMS, MUTUAL_VISIT, TERMS_ON.plusDays(9))))
                .when(new AdvanceStage(ID, TERMS, TERMS_ON.plusDays(8)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(opened())
                .when(new AdvanceStage(ID, null, TODAY.plusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_missing_date() {
        negotiation
                .given(opened())
                .when(new AdvanceStage(ID, TERMS, null))
                .rejectsAt("occurredOn", SharedRule.REQUIRED);
    }

    @Test
    void rejects_when_not_active() {
        negotiation
                .given(Given.shelved())
                .when(new AdvanceStage(ID, TERMS, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.terminated())
                .when(new AdvanceStage(ID, TERMS, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.signed())
                .when(new AdvanceStage(ID, TERMS, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened())
                .by(Given.MEMBER, Role.PROMOTER)
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new AdvanceStage(ID, MUTUAL_VISIT, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
