package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.Standards;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 达产后回落, told by the figures alone: output or tax of the last twelve months stays below the share of what was agreed that
 * is full capacity. */
public final class CapacityRelapse {
    private CapacityRelapse() {}

    /**
     * @param reachedOn when full capacity was recognised; what ended before does not count
     * @param months on end that it has to be below
     * @param standards say what share of what was agreed is full capacity: the one of the day on which twelve months end
     * @return the day since which it is overdue to be back, empty while it is not below for as long; a time of which nothing was
     *     reported says nothing
     */
    public static Optional<LocalDate> since(
            Collection<ReportedPeriod> reported,
            AgreedCapacity agreed,
            LocalDate reachedOn,
            int months,
            Standards standards,
            LocalDate day) {
        List<YearMonth> ends = reported.stream()
                .map(ReportedPeriod::to)
                .filter(month -> !month.atEndOfMonth().isAfter(day)
                        && month.atEndOfMonth().isAfter(reachedOn))
                .sorted(Comparator.reverseOrder())
                .toList();
        YearMonth first = null;
        for (YearMonth end : ends) {
            TrailingYear year = TrailingYear.ending(reported, end);
            AgreedCapacity full = agreed.percent(standards.limit(Standard.FULL_CAPACITY, end.atEndOfMonth()));
            if (!full.isOutputShort(year) && !full.isTaxShort(year)) {
                break;
            }
            first = end;
        }
        return first == null || ChronoUnit.MONTHS.between(first, ends.getFirst()) + 1 < months
                ? Optional.empty()
                : Optional.of(first.plusMonths(months - 1L).atEndOfMonth());
    }
}
