package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.RescindAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RescindAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final String WHY = "一直未动工";

    private final Negotiations negotiations = new Negotiations();
    private final AggregateScenario<Signing> agreement = agreement(negotiations).given(signed());

    private static RescindAgreement end(String code, LocalDate on, String reason) {
        return new RescindAgreement(SIGNING, code, on, reason);
    }

    @Test
    void emits_end_on_its_own_date_and_frees_the_negotiation() {
        agreement
                .when(end(RESCISSION_REASON.code(), ON, WHY))
                .emits(new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON));
        assertThat(negotiations.told).containsExactly("ended " + ON);
        assertThat(agreement.uniqueness.holder(Agreement.CONTRACT_NO, NUMBER)).isPresent();
    }

    @Test
    void rejects_codes_dates_and_missing_reasons() {
        agreement.when(end(NO_SUCH_CODE, ON, WHY)).rejectsAt("reasonCode", SharedRule.UNKNOWN_CODE);
        agreement.when(end(null, ON, WHY)).rejectsAt("reasonCode", SharedRule.REQUIRED);
        agreement
                .when(end(RESCISSION_REASON.code(), SIGNED_ON.minusDays(1), WHY))
                .rejects(SigningRule.BEFORE_SIGNING);
        agreement.when(end(RESCISSION_REASON.code(), TODAY.plusDays(1), WHY)).rejects(SharedRule.IN_FUTURE);
        agreement.when(end(RESCISSION_REASON.code(), ON, " ")).rejects(SharedRule.REASON_REQUIRED);
        assertThat(negotiations.told).isEmpty();
    }

    @Test
    void rejects_agreement_that_has_ended() {
        agreement
                .given(signed(), new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON))
                .when(end(RESCISSION_REASON.code(), ON, WHY))
                .rejects(SigningRule.NOT_IN_FORCE);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        agreement
                .seeing(OTHER_PARK.code())
                .when(end(RESCISSION_REASON.code(), ON, WHY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
