package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.ReinstateAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementFulfilled;
import dev.wuwei.crm.signing.SigningEvent.AgreementReinstated;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReinstateAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);

    private final Negotiations negotiations = new Negotiations();
    private final AggregateScenario<Signing> agreement = agreement(negotiations);

    @Test
    void emits_the_state_before_as_a_correction_of_the_end() {
        var outcome = agreement
                .given(
                        signed(),
                        new AgreementAmended(SIGNING, PROJECT, 2, null, terms("6"), NONE, ON),
                        new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON))
                .when(new ReinstateAgreement(SIGNING, "误录"));
        outcome.emits(new AgreementReinstated(SIGNING, PROJECT, AgreementState.AMENDED, ON))
                .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 2));
        assertThat(negotiations.told).containsExactly("restored " + ON);
    }

    @Test
    void emits_without_asking_the_negotiation_when_it_was_fulfilled() {
        agreement
                .given(signed(), new AgreementFulfilled(SIGNING, PROJECT, ON))
                .when(new ReinstateAgreement(SIGNING, "误录"))
                .emits(new AgreementReinstated(SIGNING, PROJECT, AgreementState.SIGNED, ON));
        assertThat(negotiations.told).isEmpty();
    }

    @Test
    void rejects_agreement_in_force_and_missing_reason() {
        agreement.given(signed()).when(new ReinstateAgreement(SIGNING, "误录")).rejects(SigningRule.STILL_IN_FORCE);
        agreement
                .given(signed(), new AgreementFulfilled(SIGNING, PROJECT, ON))
                .when(new ReinstateAgreement(SIGNING, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
