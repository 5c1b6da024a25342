package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@At("2023-11-30T01:12:08Z")
class FormatTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 30);

    @Test
    void yi_has_two_decimals_and_no_unit() {
        assertThat(Format.yi(Money.yi("10.2"))).isEqualTo("10.20");
        assertThat(Format.yi(Money.yi("247.9"))).isEqualTo("247.90");
        assertThat(Format.yi((Money) null)).isEqualTo("—");
    }

    @Test
    void wan_has_decimals_only_when_the_cents_count() {
        assertThat(Format.wan(Money.wan("2180"))).isEqualTo("2,180");
        assertThat(Format.wan(Money.wan("724.5"))).isEqualTo("724.5");
    }

    @Test
    void text_says_the_unit() {
        assertThat(Format.money(Money.yi("3.2"))).isEqualTo("3.20亿元");
        assertThat(Format.money(Money.wan("2180"))).isEqualTo("2,180万元");
        assertThat(Format.money(Money.wanUsd("300"))).isEqualTo("300万美元");
    }

    @Test
    void minus_is_a_true_minus_and_growth_has_a_plus() {
        assertThat(Format.number(new BigDecimal("-2.74"), 2)).isEqualTo("−2.74");
        assertThat(Format.signed(new BigDecimal("0.12"), 2)).isEqualTo("+0.12");
        assertThat(Format.signed(BigDecimal.ZERO, 2)).isEqualTo("0.00");
    }

    @Test
    void percent_has_one_decimal() {
        assertThat(Format.percent(new BigDecimal("0.1279"))).isEqualTo("12.8%");
        assertThat(Format.percent(2.5)).isEqualTo("250.0%");
    }

    @Test
    void distances_are_words() {
        assertThat(Format.deviation(LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 26)))
                .isEqualTo("晚 26 天");
        assertThat(Format.deviation(LocalDate.of(2022, 12, 31), LocalDate.of(2022, 12, 22)))
                .isEqualTo("早 9 天");
        assertThat(Format.deviation(TODAY, TODAY)).isEqualTo("按时");
        assertThat(Format.remaining(TODAY.plusDays(31), TODAY)).isEqualTo("剩 31 天");
        assertThat(Format.remaining(TODAY, TODAY)).isEqualTo("今天到期");
        assertThat(Format.remaining(TODAY.minusDays(92), TODAY)).isEqualTo("晚 92 天");
        assertThat(Format.ago(TODAY.minusDays(3))).isEqualTo("3 天前");
        assertThat(Format.ago(TODAY.minusDays(1))).isEqualTo("昨天");
        assertThat(Format.ago(TODAY)).isEqualTo("今天");
    }

    @Test
    void dates_are_short_within_the_year() {
        assertThat(Format.shortDate(LocalDate.of(2023, 12, 4))).isEqualTo("12-04");
        assertThat(Format.shortDate(LocalDate.of(2022, 12, 4))).isEqualTo("2022-12-04");
        assertThat(Format.nextStep(LocalDate.of(2024, 1, 5), "现场会")).isEqualTo("01-05 现场会");
        assertThat(Format.nextStep(LocalDate.of(2024, 9, 5), "现场会")).isEqualTo("2024-09-05 现场会");
        assertThat(Format.longDate(LocalDate.of(2023, 8, 31))).isEqualTo("2023年8月31日");
        assertThat(Format.headDate(TODAY)).isEqualTo("11月30日　周四");
    }

    @Test
    void moments_are_told_in_chinese_time() {
        assertThat(Format.moment(Instant.parse("2023-11-30T00:52:00Z"))).isEqualTo("08:52");
        assertThat(Format.moment(Instant.parse("2023-11-29T10:20:00Z"))).isEqualTo("昨天 18:20");
        assertThat(Format.moment(Instant.parse("2023-11-08T02:12:00Z"))).isEqualTo("11-08 10:12");
        assertThat(Format.moment(Instant.parse("2022-11-08T02:12:00Z"))).isEqualTo("2022-11-08 10:12");
    }

    @Test
    void a_deadline_near_is_urgent_and_one_missed_is_over() {
        assertThat(Deadline.Words.ofDays(9)).isEqualTo(new Deadline.Words("剩 9 天", false, false));
        assertThat(Deadline.Words.ofDays(2)).isEqualTo(new Deadline.Words("剩 2 天", true, false));
        assertThat(Deadline.Words.ofDays(-2)).isEqualTo(new Deadline.Words("超 2 天", false, true));
    }

    @Test
    void people_are_told_apart_by_the_last_character() {
        assertThat(People.initial("李丁")).isEqualTo("丁");
        assertThat(People.initial("Mary Wang")).isEqualTo("M");
        assertThat(People.initial(" ")).isEmpty();
    }
}
