package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the enterprise did, month by month, quarter by quarter or year by year; no month twice. */
final class Actuals {
    private static final int LONGEST_MONTHS = 12;
    private static final int MOST_JOBS = 1_000_000;

    record Reported(YearMonth from, YearMonth to, EnterpriseActuals figures, LocalDate on, String event) {}

    private final NavigableMap<YearMonth, Reported> reported = new TreeMap<>();

    /** @return the figures without outer blanks */
    EnterpriseActuals requireNew(YearMonth from, YearMonth to, EnterpriseActuals figures, LocalDate today) {
        Checks.present(from, "firstMonth");
        Checks.present(to, "lastMonth");
        if (to.isBefore(from) || ChronoUnit.MONTHS.between(from, to) >= LONGEST_MONTHS) {
            throw new RuleViolated(FollowUpRule.PERIOD_UNFIT, LONGEST_MONTHS);
        }
        if (!to.atEndOfMonth().isBefore(today)) {
            throw new RuleViolated(FollowUpRule.PERIOD_NOT_OVER);
        }
        reported.values().stream()
                .filter(other -> !other.to().isBefore(from) && !other.from().isAfter(to))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleViolated(FollowUpRule.PERIOD_REPORTED, other.from(), other.to());
                });
        return checked(figures);
    }

    /** @return the figures without outer blanks */
    EnterpriseActuals requireChanged(YearMonth from, YearMonth to, EnterpriseActuals figures) {
        Reported standing = reported.get(Checks.present(from, "firstMonth"));
        if (standing == null || !standing.to().equals(to)) {
            throw new RuleViolated(FollowUpRule.PERIOD_UNKNOWN);
        }
        EnterpriseActuals checked = checked(figures);
        if (checked.equals(standing.figures())) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return checked;
    }

    private static EnterpriseActuals checked(EnterpriseActuals given) {
        if (given == null) {
            throw RuleViolated.at("figures", SharedRule.REQUIRED);
        }
        Violations found = new Violations();
        Money output = found.value(() -> cny(given.output(), "figures.output"));
        Money revenue = found.value(() -> cny(given.revenue(), "figures.revenue"));
        Money tax = found.value(() -> cny(given.tax(), "figures.tax"));
        found.when(
                given.jobs() != null && (given.jobs() < 0 || given.jobs() > MOST_JOBS),
                FollowUpRule.JOBS_RANGE,
                MOST_JOBS);
        Money investment = found.value(() -> cny(given.investment(), "figures.investment"));
        String source = found.value(() -> Checks.required(given.source(), Checks.NAME, "figures.source"));
        found.when(
                output == null && revenue == null && tax == null && given.jobs() == null && investment == null,
                FollowUpRule.NO_FIGURES);
        found.throwIfAny();
        return new EnterpriseActuals(output, revenue, tax, given.jobs(), investment, source);
    }

    private static Money cny(Money money, String field) {
        return money == null ? null : Checks.in(Checks.amount(money, field), Currency.CNY, field);
    }

    List<ReportedPeriod> periods() {
        return reported.values().stream()
                .map(one -> new ReportedPeriod(one.from(), one.to(), one.figures()))
                .toList();
    }

    void put(YearMonth from, YearMonth to, EnterpriseActuals figures, LocalDate on, String event) {
        reported.put(from, new Reported(from, to, figures, on, event));
    }

    LocalDate reportedOn(YearMonth from) {
        return reported.get(from).on();
    }

    String event(YearMonth from) {
        return reported.get(from).event();
    }
}
