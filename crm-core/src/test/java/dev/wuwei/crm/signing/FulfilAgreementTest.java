package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.FulfilAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementFulfilled;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FulfilAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    @Test
    void emits_fulfilment() {
        agreement.when(new FulfilAgreement(SIGNING, ON)).emits(new AgreementFulfilled(SIGNING, PROJECT, ON));
    }

    @Test
    void rejects_dates_that_cannot_be() {
        agreement.when(new FulfilAgreement(SIGNING, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        agreement.when(new FulfilAgreement(SIGNING, SIGNED_ON.minusDays(1))).rejects(SigningRule.BEFORE_SIGNING);
    }

    @Test
    void rejects_agreement_that_has_ended() {
        agreement
                .given(signed(), new AgreementFulfilled(SIGNING, PROJECT, ON))
                .when(new FulfilAgreement(SIGNING, ON))
                .rejects(SigningRule.NOT_IN_FORCE);
    }
}
