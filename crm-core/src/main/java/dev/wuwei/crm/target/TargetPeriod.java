package dev.wuwei.crm.target;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar year, quarter or month, by its first and last day. Written {@code 2023}, {@code 2023-Q1}, {@code 2023-03}. */
public record TargetPeriod(LocalDate from, LocalDate to) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MONTHS_OF_A_QUARTER = 3;

    public static TargetPeriod year(int year) {
        return new TargetPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** @param quarter 1 to 4 */
    public static TargetPeriod quarter(int year, int quarter) {
        YearMonth last = YearMonth.of(year, quarter * MONTHS_OF_A_QUARTER);
        return new TargetPeriod(last.minusMonths(2).atDay(1), last.atEndOfMonth());
    }

    public static TargetPeriod month(YearMonth month) {
        return new TargetPeriod(month.atDay(1), month.atEndOfMonth());
    }

    /** @throws IllegalArgumentException when it is written otherwise */
    public static TargetPeriod of(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(text);
        }
        int year = Integer.parseInt(found.group(1));
        if (found.group(2) != null) {
            return quarter(year, Integer.parseInt(found.group(2)));
        }
        return found.group(3) == null ? year(year) : month(YearMonth.of(year, Integer.parseInt(found.group(3))));
    }

    /** @return {@code null} when the days are those of no year, quarter or month */
    public PeriodKind kind() {
        if (equals(year(from.getYear()))) {
            return PeriodKind.YEAR;
        }
        if (equals(quarter(from.getYear(), quarter()))) {
            return PeriodKind.QUARTER;
        }
        return equals(month(YearMonth.from(from))) ? PeriodKind.MONTH : null;
    }

    public int year() {
        return from.getYear();
    }

    /** @return the quarter that it begins in, 1 to 4 */
    public int quarter() {
        return (from.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1;
    }

    public boolean contains(TargetPeriod other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    @Override
    public String toString() {
        return switch (kind()) {
            case YEAR -> String.valueOf(year());
            case QUARTER -> year() + "-Q" + quarter();
            case MONTH -> YearMonth.from(from).toString();
            case null -> from + "/" + to;
        };
    }
}
