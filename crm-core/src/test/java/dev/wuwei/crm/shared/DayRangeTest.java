package dev.wuwei.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRangeTest {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 28);

    @Test
    void days_that_follow_one_another_are_one_range_in_whatever_order_they_come() {
        assertThat(DayRange.of(List.of(DAY.plusDays(4), DAY.plusDays(1), DAY, DAY.plusDays(1))))
                .hasToString("[2027-02-28..2027-03-01, 2027-03-04]");
        assertThat(DayRange.of(List.of())).isEmpty();
    }

    @Test
    void what_is_written_is_read() {
        for (DayRange range : List.of(new DayRange(DAY, DAY), new DayRange(DAY, DAY.plusDays(2)))) {
            assertThat(DayRange.parse(range.toString())).isEqualTo(range);
        }
        assertThat(DayRange.parse("2027-02-28..2027-03-02").days())
                .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
    }

    @Test
    void a_range_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> DayRange.parse("2027-02-28..2027-02-27")).isInstanceOf(DateTimeException.class);
    }
}
