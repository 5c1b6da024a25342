package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.DecreaseCapital;
import dev.wuwei.crm.signing.SigningEvent.CapitalDecreased;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecreaseCapitalTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static DecreaseCapital decrease(Money by, LocalDate on) {
        return new DecreaseCapital(SIGNING, by, null, on, "缩减规模");
    }

    @Test
    void emits_decrement_and_new_total() {
        agreement
                .when(decrease(Money.yi("1"), ON))
                .emits(new CapitalDecreased(SIGNING, PROJECT, 2, Money.yi("1"), Money.yi("4"), null, ON));
    }

    @Test
    void rejects_decrease_of_everything() {
        agreement.when(decrease(Money.yi("5"), ON)).rejects(SigningRule.DECREASE_ABOVE_TOTAL);
        agreement.when(decrease(Money.yi("6"), ON)).rejects(SigningRule.DECREASE_ABOVE_TOTAL);
    }

    @Test
    void rejects_decrease_below_the_fixed_assets() {
        agreement.when(decrease(Money.yi("1.01"), ON)).rejectsAt("by", SigningRule.FIXED_ASSETS_ABOVE_TOTAL);
    }

    @Test
    void rejects_amounts_and_dates_that_cannot_be() {
        agreement.when(decrease(Money.yi("-1"), ON)).rejectsAt("by", SharedRule.NEGATIVE_AMOUNT);
        agreement.when(decrease(Money.wanUsd("1"), ON)).rejectsAt("by", SharedRule.WRONG_CURRENCY);
        agreement.when(decrease(Money.yi("1"), TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_missing_reason() {
        agreement
                .when(new DecreaseCapital(SIGNING, Money.yi("1"), null, ON, " "))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
