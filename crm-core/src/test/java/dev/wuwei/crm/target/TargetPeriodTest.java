package dev.wuwei.crm.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPeriodTest {
    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-Q1", "2023-Q4", "2024-02", "2023-12"})
    void is_read_as_it_is_written(String text) {
        assertThat(TargetPeriod.of(text)).hasToString(text);
    }

    @Test
    void knows_its_kind_and_what_lies_in_it() {
        assertThat(TargetPeriod.year(2023).kind()).isEqualTo(PeriodKind.YEAR);
        assertThat(TargetPeriod.quarter(2024, 1).kind()).isEqualTo(PeriodKind.QUARTER);
        assertThat(TargetPeriod.month(YearMonth.of(2024, 2)).to()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(new TargetPeriod(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30)).kind())
                .isNull();
        assertThat(TargetPeriod.quarter(2023, 2).contains(TargetPeriod.of("2023-04")))
                .isTrue();
        assertThat(TargetPeriod.quarter(2023, 2).contains(TargetPeriod.of("2023-07")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23", "2023-Q5", "2023-13", "2023-1"})
    void refuses_other_forms(String text) {
        assertThatThrownBy(() -> TargetPeriod.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
