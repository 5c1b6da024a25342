package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.ROUND;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.logged;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.open;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.round;

import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectRound;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundCorrected;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class CorrectRoundTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_round_corrected_naming_the_event_that_it_corrects() {
        var outcome = negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON, open("用地"))))
                .when(new CorrectRound(ID, ROUND, round(TERMS_ON.plusDays(1), open("用地")), "日期记错"));
        outcome.emits(new RoundCorrected(
                        ID, PROJECT, ROUND, round(TERMS_ON.plusDays(1), open("用地")), TERMS_ON.plusDays(1)))
                .withMetadata("correctionOf", outcome.eventId(ID.toString(), 1));
    }

    @Test
    void emits_naming_the_latest_correction_when_corrected_again() {
        var outcome = negotiation
                .given(
                        opened(),
                        logged(ROUND, 1, round(TERMS_ON, open("用地"))),
                        new RoundCorrected(ID, PROJECT, ROUND, round(TERMS_ON, open("用电")), TERMS_ON))
                .when(new CorrectRound(ID, ROUND, round(TERMS_ON, open("用气")), "议题记错"));
        outcome.emitsTypes(RoundCorrected.class).withMetadata("correctionOf", outcome.eventId(ID.toString(), 2));
    }

    @Test
    void emits_even_when_the_negotiation_is_over() {
        negotiation
                .given(after(Given.signed(), logged(ROUND, 1, round(TERMS_ON))))
                .when(new CorrectRound(ID, ROUND, round(TERMS_ON, open("用地")), "漏记议题"))
                .emitsTypes(RoundCorrected.class);
    }

    @Test
    void rejects_unknown_round() {
        negotiation
                .given(opened())
                .when(new CorrectRound(ID, ROUND, round(TERMS_ON), "理由"))
                .rejects(NegotiationRule.UNKNOWN_ROUND);
    }

    @Test
    void rejects_correction_that_changes_nothing() {
        negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON)))
                .when(new CorrectRound(ID, ROUND, round(TERMS_ON), "理由"))
                .rejects(NegotiationRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_missing_reason() {
        negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON)))
                .when(new CorrectRound(ID, ROUND, round(TODAY), null))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_what_a_new_round_may_not_be_either() {
        negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON)))
                .when(new CorrectRound(ID, ROUND, round(TODAY.plusDays(1)), "理由"))
                .rejectsAt("round.occurredOn", SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON)))
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new CorrectRound(ID, ROUND, round(TODAY), "理由"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
