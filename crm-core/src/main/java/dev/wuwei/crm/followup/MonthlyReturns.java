package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The monthly returns of one phase. They never go down from month to month, whatever the order they come in. */
record MonthlyReturns(NavigableMap<YearMonth, Filed> filed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    record Filed(MonthlyReturn figures, LocalDate on, String event) {}

    MonthlyReturns() {
        this(new TreeMap<>());
    }

    /** @return the figures without outer blanks */
    MonthlyReturn requireNew(YearMonth month, MonthlyReturn figures) {
        if (filed.containsKey(month)) {
            throw new RuleViolated(FollowUpRule.RETURN_ALREADY_FILED, month);
        }
        Violations found = new Violations();
        MonthlyReturn checked = checked(figures, found);
        found.throwIfAny();
        Map.Entry<YearMonth, Filed> before = filed.lowerEntry(month);
        Map.Entry<YearMonth, Filed> after = filed.higherEntry(month);
        if (before != null) {
            rises(before.getValue().figures(), checked, before.getValue().figures(), found);
        }
        if (after != null) {
            rises(checked, after.getValue().figures(), after.getValue().figures(), found);
        }
        found.throwIfAny();
        Money soFar = before == null
                ? Money.zero(Currency.CNY)
                : before.getValue().figures().investedToDate();
        if (checked.investedToDate().minus(soFar).compareTo(checked.investedThisMonth()) < 0) {
            throw new RuleViolated(FollowUpRule.MONTH_ABOVE_TOTAL);
        }
        return checked;
    }

    /**
     * With a reason the figures may go down.
     *
     * @return the figures without outer blanks
     */
    MonthlyReturn requireChanged(YearMonth month, MonthlyReturn figures) {
        Filed standing = filed.get(month);
        if (standing == null) {
            throw new RuleViolated(FollowUpRule.NO_RETURN_TO_CORRECT, month);
        }
        Violations found = new Violations();
        MonthlyReturn checked = checked(figures, found);
        found.throwIfAny();
        if (checked.investedToDate().compareTo(checked.investedThisMonth()) < 0) {
            throw new RuleViolated(FollowUpRule.MONTH_ABOVE_TOTAL);
        }
        if (checked.equals(standing.figures())) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return checked;
    }

    private static void rises(MonthlyReturn earlier, MonthlyReturn later, MonthlyReturn other, Violations found) {
        if (later.investedToDate().compareTo(earlier.investedToDate()) < 0) {
            found.add(FollowUpRule.INVESTED_GOES_DOWN, other.investedToDate().amount());
        }
        if (later.progressPercent().compareTo(earlier.progressPercent()) < 0) {
            found.add(FollowUpRule.PROGRESS_GOES_DOWN, other.progressPercent());
        }
    }

    private static MonthlyReturn checked(MonthlyReturn given, Violations found) {
        if (given == null) {
            throw RuleViolated.at("figures", SharedRule.REQUIRED);
        }
        Money month = found.value(() -> cny(given.investedThisMonth(), "figures.investedThisMonth"));
        Money toDate = found.value(() -> cny(given.investedToDate(), "figures.investedToDate"));
        BigDecimal percent = found.value(() -> percent(given.progressPercent()));
        return new MonthlyReturn(
                month,
                toDate,
                percent,
                found.value(() -> Checks.optional(given.progress(), Checks.TEXT, "figures.progress")),
                found.value(() -> Checks.optional(given.problems(), Checks.TEXT, "figures.problems")),
                found.value(() -> MeetingChecks.photos(given.photos(), "figures.photos")));
    }

    private static Money cny(Money money, String field) {
        return Checks.in(Checks.amount(money, field), Currency.CNY, field);
    }

    private static BigDecimal percent(BigDecimal percent) {
        Checks.present(percent, "figures.progressPercent");
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new RuleViolated(FollowUpRule.PERCENT_RANGE);
        }
        if (percent.scale() > 2) {
            throw RuleViolated.at("figures.progressPercent", SharedRule.TOO_PRECISE);
        }
        return percent;
    }

    void put(YearMonth month, MonthlyReturn figures, LocalDate on, String event) {
        filed.put(month, new Filed(figures, on, event));
    }

    LocalDate filedOn(YearMonth month) {
        return filed.get(month).on();
    }

    String event(YearMonth month) {
        return filed.get(month).event();
    }
}
