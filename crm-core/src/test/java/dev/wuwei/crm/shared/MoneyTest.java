package dev.wuwei.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void equal_amounts_are_equal_however_they_are_written() {
        assertThat(Money.cny("500000000.00")).isEqualTo(Money.yi("5")).hasSameHashCodeAs(Money.wan("50000"));
        assertThat(new Money(new BigDecimal("5E+8"), Currency.CNY)).isEqualTo(Money.yi("5"));
        assertThat(Money.yi("5").amount().toString()).isEqualTo("500000000");
    }

    @Test
    void an_amount_with_an_endless_exponent_is_refused_without_being_written_out() {
        Money endless = new Money(new BigDecimal("1E+999999999"), Currency.CNY);
        assertThatThrownBy(() -> Checks.amount(endless, "amount"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(SharedRule.ABSURD_AMOUNT));
        Money tiny = new Money(new BigDecimal("1E-999999999"), Currency.CNY);
        assertThatThrownBy(() -> Checks.amount(tiny, "amount"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(SharedRule.TOO_PRECISE));
    }

    @Test
    void currencies_are_never_mixed() {
        assertThatThrownBy(() -> Money.yi("1").plus(Money.wanUsd("1")))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(SharedRule.MIXED_CURRENCY));
        assertThatThrownBy(() -> Money.yi("1").compareTo(Money.wanUsd("1"))).isInstanceOf(RuleViolated.class);
    }

    @Test
    void one_yi_is_ten_thousand_wan() {
        assertThat(Money.yi("1.25").inWan()).isEqualByComparingTo("12500");
        assertThat(Money.wan("12345").shownInYi()).isEqualByComparingTo("1.23");
    }

    @Test
    void a_share_is_not_rounded_before_it_is_shown_and_of_nothing_there_is_none() {
        assertThat(Money.yi("90.10").shareOf(Money.yi("247.90")).setScale(3, RoundingMode.HALF_UP))
                .as("36.3 %, not 36.4 % by way of 36.35 %")
                .isEqualByComparingTo("0.363");
        assertThat(Money.yi("2").shareOf(Money.yi("0"))).isNull();
    }
}
