package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.ShelveNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShelveNegotiationTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_negotiation_shelved() {
        negotiation
                .given(Given.atTerms())
                .when(new ShelveNegotiation(ID, TODAY.plusDays(90), TODAY, "等待母公司预算"))
                .emits(new NegotiationShelved(ID, PROJECT, TODAY.plusDays(90), TODAY));
    }

    @Test
    void emits_even_when_a_late_entry_was_to_be_looked_at_before_today() {
        negotiation
                .given(Given.atTerms())
                .when(new ShelveNegotiation(ID, TERMS_ON.plusDays(10), TERMS_ON.plusDays(3), "等待母公司预算"))
                .emits(new NegotiationShelved(ID, PROJECT, TERMS_ON.plusDays(10), TERMS_ON.plusDays(3)));
    }

    @Test
    void rejects_day_to_look_again_that_is_not_ahead() {
        negotiation
                .given(Given.atTerms())
                .when(new ShelveNegotiation(ID, TODAY, TODAY, "理由"))
                .rejects(NegotiationRule.LOOK_AGAIN_NOT_AHEAD);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(Given.atTerms())
                .when(new ShelveNegotiation(ID, null, TODAY.plusDays(1), " "))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE, SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_impossible_day_to_look_again() {
        negotiation
                .given(Given.atTerms())
                .when(new ShelveNegotiation(ID, LocalDate.of(2999, 1, 1), TODAY, "理由"))
                .rejectsAt("lookAgainOn", SharedRule.TOO_LATE);
    }

    @Test
    void rejects_when_shelved_already() {
        negotiation
                .given(Given.shelved())
                .when(new ShelveNegotiation(ID, TODAY.plusDays(90), TODAY, "理由"))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.atTerms())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new ShelveNegotiation(ID, TODAY.plusDays(90), TODAY, "理由"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
