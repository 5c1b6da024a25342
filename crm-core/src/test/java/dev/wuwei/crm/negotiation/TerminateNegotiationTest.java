package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.TerminateNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class TerminateNegotiationTest {
    private static final Coded CAUSE = TestDictionaries.TERMINATION_REASON;

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_negotiation_terminated_with_the_name_that_the_reason_has_today() {
        negotiation
                .given(Given.atTerms())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "三轮后差距仍大"))
                .emits(new NegotiationTerminated(ID, PROJECT, CAUSE, TODAY));
    }

    @Test
    void emits_from_the_shelf_too() {
        negotiation
                .given(Given.shelved())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "企业放弃"))
                .emits(new NegotiationTerminated(ID, PROJECT, CAUSE, TODAY));
    }

    @Test
    void emits_review_withdrawn_when_one_is_open() {
        negotiation
                .given(Given.inReview())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "企业放弃"))
                .emits(
                        new AdmissionReviewWithdrawn(ID, PROJECT, REVIEW, TODAY),
                        new NegotiationTerminated(ID, PROJECT, CAUSE, TODAY));
    }

    @Test
    void rejects_unknown_reason_code() {
        negotiation
                .given(Given.atTerms())
                .when(new TerminateNegotiation(ID, TestDictionaries.NO_SUCH_CODE, TODAY, "理由"))
                .rejectsAt("reasonCode", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(Given.atTerms())
                .when(new TerminateNegotiation(ID, null, TODAY.plusDays(1), null))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE, SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_when_over_already() {
        negotiation
                .given(Given.terminated())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "理由"))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.signed())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "理由"))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.atTerms())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new TerminateNegotiation(ID, CAUSE.code(), TODAY, "理由"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
