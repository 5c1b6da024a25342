package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.IncreaseCapital;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IncreaseCapitalTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final String WHY = "追加一条线";

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static IncreaseCapital increase(Money by, LocalDate on) {
        return new IncreaseCapital(SIGNING, by, "B-01", on, WHY);
    }

    @Test
    void emits_increment_and_new_total() {
        agreement
                .when(increase(Money.yi("1.5"), ON))
                .emits(new CapitalIncreased(SIGNING, PROJECT, 2, Money.yi("1.5"), Money.yi("6.5"), "B-01", ON));
    }

    @Test
    void rejects_amounts_that_cannot_be() {
        agreement.when(increase(null, ON)).rejectsAt("by", SharedRule.REQUIRED);
        agreement.when(increase(Money.cny("0"), ON)).rejectsAt("by", SharedRule.NOT_POSITIVE);
        agreement.when(increase(Money.yi("-1"), ON)).rejectsAt("by", SharedRule.NEGATIVE_AMOUNT);
        agreement.when(increase(Money.wanUsd("1"), ON)).rejectsAt("by", SharedRule.WRONG_CURRENCY);
        agreement.when(increase(Money.yi("9999"), ON)).rejectsAt("by", SharedRule.ABSURD_AMOUNT);
    }

    @Test
    void rejects_dates_that_cannot_be() {
        agreement.when(increase(Money.yi("1"), SIGNED_ON.minusDays(1))).rejects(SigningRule.BEFORE_SIGNING);
        agreement.when(increase(Money.yi("1"), TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_missing_reason() {
        agreement
                .when(new IncreaseCapital(SIGNING, Money.yi("1"), null, ON, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_framework_agreement() {
        agreement
                .given(signed(AgreementKind.FRAMEWORK, terms("5")))
                .when(increase(Money.yi("1"), ON))
                .rejects(SigningRule.NOT_FORMAL);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        agreement.seeing(OTHER_PARK.code()).when(increase(Money.yi("1"), ON)).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
