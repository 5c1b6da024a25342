package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalUsed;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CorrectAmountTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final String WHY = "万元误录为亿元";

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static CorrectAmount correct(Money total, Money fixed, Money foreign) {
        return new CorrectAmount(SIGNING, total, fixed, foreign, WHY);
    }

    @Test
    void emits_amounts_on_the_day_of_signing_as_a_correction_of_the_signature() {
        var outcome = agreement.when(correct(Money.yi("4"), Money.yi("3"), null));
        outcome.emits(new AmountCorrected(SIGNING, PROJECT, 1, Money.yi("4"), Money.yi("3"), null, SIGNED_ON))
                .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 0));
    }

    @Test
    void emits_on_the_day_of_the_version_in_force() {
        var outcome = agreement
                .given(signed(), new CapitalIncreased(SIGNING, PROJECT, 2, Money.yi("1"), Money.yi("6"), null, ON))
                .when(correct(Money.yi("5.5"), Money.yi("4"), null));
        outcome.emits(new AmountCorrected(SIGNING, PROJECT, 2, Money.yi("5.5"), Money.yi("4"), null, ON))
                .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 1));
    }

    @Test
    void emits_even_when_the_agreement_has_ended() {
        agreement
                .given(signed(), new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON))
                .when(correct(Money.yi("4"), Money.yi("3"), null))
                .emitsTypes(AmountCorrected.class);
    }

    @Test
    void rejects_amounts_that_cannot_be() {
        agreement.when(correct(null, Money.yi("4"), null)).rejectsAt("totalInvestment", SharedRule.REQUIRED);
        agreement
                .when(correct(Money.wanUsd("5"), Money.yi("4"), null))
                .rejectsAt("totalInvestment", SharedRule.WRONG_CURRENCY);
        agreement.when(correct(Money.yi("5"), null, null)).rejectsAt("fixedAssetInvestment", SharedRule.REQUIRED);
        agreement
                .when(correct(Money.yi("3"), Money.yi("4"), null))
                .rejectsAt("fixedAssetInvestment", SigningRule.FIXED_ASSETS_ABOVE_TOTAL);
        agreement
                .when(correct(Money.yi("5"), Money.yi("4"), Money.yi("1")))
                .rejectsAt("foreignCapital", SharedRule.WRONG_CURRENCY);
    }

    @Test
    void rejects_taking_away_foreign_capital_that_has_been_used() {
        agreement
                .given(
                        signed(AgreementKind.FORMAL, foreign(terms("5"), Money.wanUsd("100"))),
                        new ForeignCapitalUsed(SIGNING, PROJECT, ENTRY, Money.wanUsd("10"), "验资", NONE, ON))
                .when(correct(Money.yi("5"), Money.yi("4"), null))
                .rejects(SigningRule.FOREIGN_CAPITAL_IN_USE);
    }

    @Test
    void rejects_missing_reason_nothing_changed_and_other_parks() {
        agreement
                .when(new CorrectAmount(SIGNING, Money.yi("4"), Money.yi("3"), null, ""))
                .rejects(SharedRule.REASON_REQUIRED);
        agreement.when(correct(Money.yi("5"), Money.yi("4"), null)).rejects(SigningRule.NOTHING_CHANGED);
        agreement
                .seeing(OTHER_PARK.code())
                .when(correct(Money.yi("4"), Money.yi("3"), null))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
