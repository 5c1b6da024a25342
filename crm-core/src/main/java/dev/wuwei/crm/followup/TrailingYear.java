package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Output and tax of the last twelve months that were reported (近 12 个月), by which full capacity (达产) is recognised.
 *
 * @param output {@code null} unless all twelve months are there; so is {@code tax}
 */
public record TrailingYear(YearMonth from, YearMonth to, Money output, Money tax) {
    private static final int MONTHS = 12;

    /** @return whether output and tax of all twelve months are there */
    public boolean isWhole() {
        return output != null && tax != null;
    }

    /** @return empty when nothing was reported of a time that had ended by that day */
    public static Optional<TrailingYear> of(Collection<ReportedPeriod> reported, LocalDate day) {
        return reported.stream()
                .map(ReportedPeriod::to)
                .filter(month -> !month.atEndOfMonth().isAfter(day))
                .max(Comparator.naturalOrder())
                .map(to -> ending(reported, to));
    }

    /** @param to the last of the twelve months */
    static TrailingYear ending(Collection<ReportedPeriod> reported, YearMonth to) {
        YearMonth from = to.minusMonths(MONTHS - 1L);
        List<ReportedPeriod> within = reported.stream()
                .filter(period -> !period.from().isBefore(from) && !period.to().isAfter(to))
                .toList();
        return new TrailingYear(
                from, to, whole(within, EnterpriseActuals::output), whole(within, EnterpriseActuals::tax));
    }

    private static Money whole(List<ReportedPeriod> within, Function<EnterpriseActuals, Money> part) {
        List<ReportedPeriod> told = within.stream()
                .filter(period -> part.apply(period.figures()) != null)
                .toList();
        return told.stream().mapToLong(ReportedPeriod::months).sum() < MONTHS
                ? null
                : told.stream()
                        .map(period -> part.apply(period.figures()))
                        .reduce(Money.zero(Currency.CNY), Money::plus);
    }
}
