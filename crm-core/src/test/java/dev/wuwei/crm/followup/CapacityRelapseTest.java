package dev.wuwei.crm.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.testing.TestStandardBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapacityRelapseTest {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final LocalDate REACHED = LocalDate.of(2026, 1, 10);
    private static final AgreedCapacity AGREED = new AgreedCapacity(Money.wan("1200"), Money.wan("120"));

    /** A month each: twelve at the line, then as given. */
    private static List<ReportedPeriod> months(int... output) {
        List<ReportedPeriod> periods = new ArrayList<>();
        IntStream.concat(IntStream.generate(() -> 100).limit(12), IntStream.of(output))
                .forEach(wan -> periods.add(period(FIRST.plusMonths(periods.size()), 1, wan, wan / 10)));
        return periods;
    }

    private static ReportedPeriod period(YearMonth from, int months, int output, int tax) {
        return new ReportedPeriod(
                from,
                from.plusMonths(months - 1L),
                new EnterpriseActuals(Money.wan("" + output), null, Money.wan("" + tax), null, "统计"));
    }

    private static Optional<LocalDate> since(List<ReportedPeriod> reported, String day) {
        return since(reported, new TestStandardBook(), day);
    }

    private static Optional<LocalDate> since(List<ReportedPeriod> reported, TestStandardBook book, String day) {
        return CapacityRelapse.since(reported, AGREED, REACHED, 3, book.standards(), LocalDate.parse(day));
    }

    @Test
    void another_share_that_is_enough_counts_from_its_day_on_and_not_before() {
        List<ReportedPeriod> reported = months(100, 90, 100, 100, 100, 100, 100);
        TestStandardBook book = new TestStandardBook().adopt(Standard.FULL_CAPACITY, "99", LocalDate.of(2026, 5, 1));
        assertThat(since(reported, book, "2026-04-30")).contains(LocalDate.of(2026, 4, 30));
        assertThat(since(reported, book, "2026-05-31")).isEmpty();

        TestStandardBook higher =
                new TestStandardBook().adopt(Standard.FULL_CAPACITY, "101", LocalDate.of(2026, 1, 31));
        assertThat(since(months(100, 100, 100), "2026-03-31")).isEmpty();
        assertThat(since(months(100, 100, 100), higher, "2026-03-31")).contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void three_months_below_the_line_are_overdue_from_the_end_of_the_third() {
        List<ReportedPeriod> reported = months(100, 90, 100, 100, 100);
        assertThat(since(reported, "2026-03-31")).isEmpty();
        assertThat(since(reported, "2026-04-29")).isEmpty();
        assertThat(since(reported, "2026-04-30")).contains(LocalDate.of(2026, 4, 30));
        assertThat(since(reported, "2026-12-31")).contains(LocalDate.of(2026, 4, 30));
    }

    @Test
    void a_year_that_reaches_the_line_again_ends_it() {
        assertThat(since(months(100, 90, 100, 100, 110), "2026-05-31")).isEmpty();
        assertThat(since(months(100, 90, 100, 100, 110, 90, 100, 100), "2026-08-31"))
                .contains(LocalDate.of(2026, 8, 31));
    }

    @Test
    void tax_below_the_line_is_enough() {
        List<ReportedPeriod> reported = months();
        for (int i = 0; i < 3; i++) {
            reported.add(period(FIRST.plusMonths(12 + i), 1, 100, 9));
        }
        assertThat(since(reported, "2026-03-31")).contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void a_quarter_counts_from_its_end_on() {
        List<ReportedPeriod> reported = months();
        reported.add(period(FIRST.plusMonths(12), 3, 270, 30));
        assertThat(since(reported, "2026-03-31")).isEmpty();
        reported.add(period(FIRST.plusMonths(15), 3, 300, 30));
        assertThat(since(reported, "2026-06-30")).contains(LocalDate.of(2026, 5, 31));
    }

    @Test
    void nothing_is_said_where_months_are_missing_nothing_was_agreed_or_it_was_before_full_capacity() {
        List<ReportedPeriod> gap = months(90, 90, 90);
        gap.remove(8);
        assertThat(since(gap, "2026-03-31")).isEmpty();
        assertThat(CapacityRelapse.since(
                        months(1, 1, 1),
                        AgreedCapacity.NOTHING,
                        REACHED,
                        3,
                        new TestStandardBook().standards(),
                        LocalDate.of(2026, 3, 31)))
                .isEmpty();
        assertThat(CapacityRelapse.since(
                        months(90, 90, 90),
                        AGREED,
                        LocalDate.of(2026, 2, 28),
                        3,
                        new TestStandardBook().standards(),
                        LocalDate.of(2026, 3, 31)))
                .isEmpty();
    }
}
