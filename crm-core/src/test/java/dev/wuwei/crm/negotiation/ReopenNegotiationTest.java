package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.DECIDED_ON;
import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPINION_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.SIGNING;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReopenNegotiationTest {
    private static final Coded CAUSE = TestDictionaries.TERMINATION_REASON;

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_negotiation_reopened_at_the_stage_it_had() {
        negotiation
                .given(Given.terminated())
                .when(new ReopenNegotiation(ID, TODAY, "企业重新联系"))
                .emits(new NegotiationReopened(ID, PROJECT, NegotiationStage.TERMS, TODAY));
    }

    @Test
    void emits_terms_when_a_review_was_broken_off() {
        negotiation
                .given(after(
                        Given.inReview(),
                        new AdmissionReviewWithdrawn(ID, PROJECT, REVIEW, OPINION_ON),
                        new NegotiationTerminated(ID, PROJECT, CAUSE, OPINION_ON)))
                .when(new ReopenNegotiation(ID, TODAY, "企业重新联系"))
                .emits(new NegotiationReopened(ID, PROJECT, NegotiationStage.TERMS, TODAY));
    }

    @Test
    void emits_ready_to_sign_while_the_approval_is_valid() {
        negotiation
                .given(after(Given.approved(), new NegotiationTerminated(ID, PROJECT, CAUSE, DECIDED_ON)))
                .when(new ReopenNegotiation(ID, TODAY, "企业重新联系"))
                .emits(new NegotiationReopened(ID, PROJECT, NegotiationStage.READY_TO_SIGN, TODAY));
    }

    @Test
    void emits_terms_when_the_approval_has_expired_meanwhile() {
        LocalDate later = EXPIRES_ON.plusDays(1);
        negotiation
                .given(after(Given.approved(), new NegotiationTerminated(ID, PROJECT, CAUSE, DECIDED_ON)))
                .on(later)
                .when(new ReopenNegotiation(ID, later, "企业重新联系"))
                .emits(new NegotiationReopened(ID, PROJECT, NegotiationStage.TERMS, later));
    }

    @Test
    void emits_after_the_agreement_was_rescinded() {
        LocalDate later = EXPIRES_ON.plusDays(30);
        negotiation
                .given(after(Given.signed(), new AgreementEnded(ID, PROJECT, SIGNING, TODAY)))
                .on(later)
                .when(new ReopenNegotiation(ID, later, "企业重新联系"))
                .emits(new NegotiationReopened(ID, PROJECT, NegotiationStage.TERMS, later));
    }

    @Test
    void rejects_date_before_the_agreement_ended() {
        negotiation
                .given(after(Given.signed(), new AgreementEnded(ID, PROJECT, SIGNING, TODAY)))
                .when(new ReopenNegotiation(ID, TODAY.minusDays(1), "企业重新联系"))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_while_the_agreement_is_in_force() {
        negotiation
                .given(Given.signed())
                .when(new ReopenNegotiation(ID, TODAY, "理由"))
                .rejects(NegotiationRule.NOT_TERMINATED);
    }

    @Test
    void rejects_when_active_or_shelved() {
        negotiation
                .given(Given.atTerms())
                .when(new ReopenNegotiation(ID, TODAY, "理由"))
                .rejects(NegotiationRule.NOT_TERMINATED);
        negotiation
                .given(Given.shelved())
                .when(new ReopenNegotiation(ID, TODAY, "理由"))
                .rejects(NegotiationRule.NOT_TERMINATED);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(Given.terminated())
                .when(new ReopenNegotiation(ID, TODAY.plusDays(1), ""))
                .rejectsAll(SharedRule.IN_FUTURE, SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.terminated())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new ReopenNegotiation(ID, TODAY, "理由"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
