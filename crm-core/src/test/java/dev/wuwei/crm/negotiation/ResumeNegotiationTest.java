package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.ResumeNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationResumed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class ResumeNegotiationTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_negotiation_resumed_at_the_stage_it_had() {
        negotiation
                .given(Given.shelved())
                .when(new ResumeNegotiation(ID, TODAY))
                .emits(new NegotiationResumed(ID, PROJECT, NegotiationStage.TERMS, TODAY));
    }

    @Test
    void rejects_when_not_shelved() {
        negotiation
                .given(Given.atTerms())
                .when(new ResumeNegotiation(ID, TODAY))
                .rejects(NegotiationRule.NOT_SHELVED);
        negotiation
                .given(Given.terminated())
                .when(new ResumeNegotiation(ID, TODAY))
                .rejects(NegotiationRule.NOT_SHELVED);
    }

    @Test
    void rejects_date_before_it_was_shelved_and_in_the_future() {
        negotiation
                .given(Given.shelved())
                .when(new ResumeNegotiation(ID, TERMS_ON))
                .rejects(SharedRule.TOO_EARLY);
        negotiation.when(new ResumeNegotiation(ID, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.shelved())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new ResumeNegotiation(ID, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
