package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static dev.wuwei.crm.testing.TestDictionaries.SIGNING_OCCASION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CorrectAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final String WHY = "录入有误";

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static CorrectAgreement correct(String number, LocalDate on, String industry) {
        return new CorrectAgreement(SIGNING, number, on, SIGNING_OCCASION.code(), industry, true, true, WHY);
    }

    @Test
    void emits_correction_of_the_signature_and_changes_the_number_taken() {
        var outcome = agreement.when(correct("ZS-HT-2026-009", SIGNED_ON.minusDays(3), OTHER_INDUSTRY.code()));
        outcome.emits(new AgreementCorrected(
                        SIGNING,
                        PROJECT,
                        "ZS-HT-2026-009",
                        SIGNED_ON.minusDays(3),
                        SIGNING_OCCASION,
                        OTHER_INDUSTRY,
                        true,
                        true,
                        SIGNED_ON.minusDays(3)))
                .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 0));
        assertThat(agreement.uniqueness.holder(Agreement.CONTRACT_NO, NUMBER)).isEmpty();
        assertThat(agreement.uniqueness.holder(Agreement.CONTRACT_NO, "ZS-HT-2026-009"))
                .isPresent();
    }

    @Test
    void emits_marks_and_missing_occasion() {
        agreement
                .when(new CorrectAgreement(SIGNING, NUMBER, SIGNED_ON, null, INDUSTRY.code(), false, true, WHY))
                .emits(new AgreementCorrected(
                        SIGNING, PROJECT, NUMBER, SIGNED_ON, null, INDUSTRY, false, true, SIGNED_ON));
    }

    @Test
    void rejects_number_of_another_agreement() {
        agreement.uniqueness.holding(
                Agreement.CONTRACT_NO, "ZS-HT-2026-009", SigningId.next(), SENDER, AggregateScenario.at(ON));
        agreement
                .when(correct("ZS-HT-2026-009", SIGNED_ON, INDUSTRY.code()))
                .rejectsAt("contractNo", SharedRule.ALREADY_TAKEN);
        assertThat(agreement.uniqueness.holder(Agreement.CONTRACT_NO, NUMBER)).isPresent();
    }

    @Test
    void rejects_dates_that_cannot_be() {
        agreement.when(correct(NUMBER, TODAY.plusDays(1), INDUSTRY.code())).rejectsAt("signedOn", SharedRule.IN_FUTURE);
        agreement.when(correct(NUMBER, null, INDUSTRY.code())).rejectsAt("signedOn", SharedRule.REQUIRED);
        agreement
                .given(signed(), new AgreementAmended(SIGNING, PROJECT, 2, null, terms("6"), NONE, ON))
                .when(correct(NUMBER, ON.plusDays(1), INDUSTRY.code()))
                .rejects(SigningRule.AFTER_NEXT_VERSION);
    }

    @Test
    void rejects_upgrade_dated_before_the_agreement_that_it_upgrades() {
        agreement
                .given(
                        signed(AgreementKind.FRAMEWORK, terms("5")),
                        new AgreementUpgraded(
                                SIGNING,
                                PROJECT,
                                "ZS-2026-0042",
                                2,
                                AgreementKind.FRAMEWORK,
                                AgreementKind.FORMAL,
                                NUMBER,
                                PARTIES,
                                terms("6"),
                                true,
                                PARK,
                                NONE,
                                ON))
                .when(correct(NUMBER, SIGNED_ON.minusDays(1), INDUSTRY.code()))
                .rejectsAt("signedOn", SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_codes_reason_and_nothing_changed() {
        agreement.when(correct(NUMBER, SIGNED_ON, NO_SUCH_CODE)).rejectsAt("industryCode", SharedRule.UNKNOWN_CODE);
        agreement.when(correct(NUMBER, SIGNED_ON, null)).rejectsAt("industryCode", SharedRule.REQUIRED);
        agreement.when(correct(NUMBER, SIGNED_ON, INDUSTRY.code())).rejects(SigningRule.NOTHING_CHANGED);
        agreement
                .when(new CorrectAgreement(SIGNING, NUMBER, ON, null, INDUSTRY.code(), true, true, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
