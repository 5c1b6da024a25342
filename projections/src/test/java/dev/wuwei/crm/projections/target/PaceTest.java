package dev.wuwei.crm.projections.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.target.TargetPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final TargetPeriod YEAR = TargetPeriod.year(2023);

    private static List<Pace.Part> quarters(int... numbers) {
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new Pace.Part(TargetPeriod.quarter(2023, i + 1), BigDecimal.valueOf(numbers[i])))
                .toList();
    }

    private static BigDecimal share(List<Pace.Part> parts, String day) {
        return Pace.of(YEAR, parts, LocalDate.parse(day)).share();
    }

    @Test
    void by_days_the_day_itself_counts() {
        assertThat(share(List.of(), "2023-11-30")
                        .multiply(BigDecimal.valueOf(365))
                        .setScale(9, RoundingMode.HALF_UP))
                .isEqualByComparingTo("334");
        assertThat(share(List.of(), "2022-12-31")).isEqualByComparingTo("0");
        assertThat(share(List.of(), "2023-12-31")).isEqualByComparingTo("1");
        assertThat(share(List.of(), "2024-05-01")).isEqualByComparingTo("1");
    }

    @Test
    void by_the_quarters_when_all_four_are_set() {
        List<Pace.Part> parts = quarters(1, 2, 3, 4);
        assertThat(share(parts, "2023-06-30")).isEqualByComparingTo("0.3");
        assertThat(share(parts, "2023-12-31")).isEqualByComparingTo("1");
        assertThat(Pace.of(YEAR, quarters(1, 2, 3), LocalDate.parse("2023-06-30"))
                        .by())
                .isEqualTo(Pace.By.DAYS);
    }

    @Property
    void never_goes_back_and_ends_with_the_whole(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 1000) Integer> numbers,
            @ForAll @IntRange(max = 364) int one,
            @ForAll @IntRange(max = 364) int other) {
        List<Pace.Part> parts =
                quarters(numbers.stream().mapToInt(Integer::intValue).toArray());
        LocalDate earlier = YEAR.from().plusDays(Math.min(one, other));
        LocalDate later = YEAR.from().plusDays(Math.max(one, other));
        BigDecimal before = Pace.of(YEAR, parts, earlier).share();
        BigDecimal after = Pace.of(YEAR, parts, later).share();
        assertThat(before).isBetween(BigDecimal.ZERO, BigDecimal.ONE).isLessThanOrEqualTo(after);
        assertThat(Pace.of(YEAR, parts, YEAR.to()).share()).isEqualByComparingTo(BigDecimal.ONE);
    }
}
