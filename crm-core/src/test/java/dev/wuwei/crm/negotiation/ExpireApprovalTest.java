package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpireApprovalTest {
    private static final LocalDate DAY_AFTER = EXPIRES_ON.plusDays(1);

    private final AggregateScenario<Negotiation> negotiation =
            negotiation().by(AggregateScenario.SENDER, Role.SYSTEM).on(DAY_AFTER);

    @Test
    void emits_expiry_and_takes_the_stage_back() {
        negotiation
                .given(Given.approved())
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .emits(
                        new ApprovalExpired(ID, PROJECT, REVIEW, DAY_AFTER),
                        new StageReturned(
                                ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.TERMS, DAY_AFTER));
    }

    @Test
    void emits_expiry_on_the_shelf_too() {
        negotiation
                .given(after(Given.approved(), new NegotiationShelved(ID, PROJECT, DAY_AFTER, TODAY)))
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .emitsTypes(ApprovalExpired.class, StageReturned.class);
    }

    @Test
    void emits_expiry_alone_when_the_stage_is_another() {
        negotiation
                .given(after(
                        Given.approved(),
                        new StageReturned(
                                ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.IN_DEPTH, TODAY)))
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .emits(new ApprovalExpired(ID, PROJECT, REVIEW, DAY_AFTER));
        negotiation
                .given(after(
                        Given.approved(),
                        new NegotiationTerminated(ID, PROJECT, TestDictionaries.TERMINATION_REASON, TODAY)))
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .emits(new ApprovalExpired(ID, PROJECT, REVIEW, DAY_AFTER));
    }

    @Test
    void rejects_on_the_last_day() {
        negotiation
                .given(Given.approved())
                .when(new ExpireApproval(ID, REVIEW, EXPIRES_ON))
                .rejects(NegotiationRule.APPROVAL_NOT_EXPIRED);
    }

    @Test
    void rejects_date_in_the_future() {
        negotiation
                .given(Given.approved())
                .on(TODAY)
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_when_the_job_runs_twice_and_reviews_that_approved_nothing() {
        negotiation
                .given(after(Given.approved(), new ApprovalExpired(ID, PROJECT, REVIEW, DAY_AFTER)))
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .rejects(NegotiationRule.UNKNOWN_REVIEW);
        negotiation
                .given(Given.approved())
                .when(new ExpireApproval(ID, ReviewId.next(), DAY_AFTER))
                .rejects(NegotiationRule.UNKNOWN_REVIEW);
        negotiation
                .given(Given.inReview())
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .rejects(NegotiationRule.UNKNOWN_REVIEW);
    }

    @Test
    void rejects_once_it_was_used_for_a_signature() {
        negotiation
                .given(Given.signed())
                .when(new ExpireApproval(ID, REVIEW, DAY_AFTER))
                .rejects(NegotiationRule.ALREADY_SIGNED);
    }

    @Test
    void rejects_missing_review() {
        negotiation
                .given(Given.approved())
                .when(new ExpireApproval(ID, null, DAY_AFTER))
                .rejectsAt("reviewId", SharedRule.REQUIRED);
    }
}
