package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.target.TargetPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * 序时进度: the share of a target that should be reached by the end of a day.
 *
 * @param share 0 before the period, 1 after it; four decimals
 * @param by what it is reckoned by
 */
public record Pace(BigDecimal share, By by) {
    /** What the time of a period is weighed by. */
    public enum By {
        /** Every calendar day counts alike. */
        DAYS,
        /** The targets of all its quarters or months say how much belongs to each of them. */
        PARTS
    }

    /** One part of a period with its own target. */
    public record Part(TargetPeriod period, BigDecimal number) {}

    /** @param parts of one kind; they count when they fill the period */
    public static Pace of(TargetPeriod period, List<Part> parts, LocalDate day) {
        if (!fill(period, parts)) {
            return new Pace(days(period, day), By.DAYS);
        }
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal due = BigDecimal.ZERO;
        for (Part part : parts) {
            whole = whole.add(part.number());
            due = due.add(part.number().multiply(days(part.period(), day)));
        }
        return new Pace(due.divide(whole, MathContext.DECIMAL64), By.PARTS);
    }

    private static boolean fill(TargetPeriod period, List<Part> parts) {
        long days = parts.stream()
                .map(Part::period)
                .filter(period::contains)
                .mapToLong(Pace::length)
                .sum();
        return days == length(period);
    }

    private static BigDecimal days(TargetPeriod period, LocalDate day) {
        long passed = Math.clamp(ChronoUnit.DAYS.between(period.from(), day) + 1, 0, length(period));
        return BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(length(period)), MathContext.DECIMAL64);
    }

    private static long length(TargetPeriod period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    }
}
