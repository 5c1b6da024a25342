package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms as they may be recorded: numbers of a size that exists, in one currency, dates in order. Only the total must be known. */
final class TermsCheck {
    private static final BigDecimal MOST_PLOT_RATIO = BigDecimal.valueOf(20);
    private static final BigDecimal MOST_PER_MU = BigDecimal.valueOf(100_000);
    private static final int MOST_JOBS = 1_000_000;

    private TermsCheck() {}

    static Terms checked(Terms terms) {
        Checks.present(terms, "terms");
        Violations violations = new Violations();
        violations.check(() -> Checks.positive(terms.totalInvestment(), "terms.totalInvestment"));
        if (terms.fixedAssetInvestment() != null) {
            violations.check(() -> Checks.amount(terms.fixedAssetInvestment(), "terms.fixedAssetInvestment"));
        }
        Area land = violations.value(() -> area(terms.land(), "terms.land"));
        Area factory = violations.value(() -> area(terms.factory(), "terms.factory"));
        BigDecimal plotRatio = violations.value(() -> positive(terms.plotRatio(), MOST_PLOT_RATIO, "terms.plotRatio"));
        BigDecimal intensity = violations.value(() -> positive(terms.intensity(), MOST_PER_MU, "terms.intensity"));
        BigDecimal output = violations.value(() -> positive(terms.outputPerMu(), MOST_PER_MU, "terms.outputPerMu"));
        BigDecimal tax = violations.value(() -> positive(terms.taxPerMu(), MOST_PER_MU, "terms.taxPerMu"));
        violations.check(() -> jobs(terms.jobs()));
        dates(terms).forEach((field, date) -> violations.check(() -> Checks.plausible(date, field)));
        List<Incentive> incentives = violations.value(() -> incentives(terms.incentives()));
        violations.throwIfAny();
        violations.check(() -> fixedAssetsWithinTotal(terms.totalInvestment(), terms.fixedAssetInvestment()));
        violations.check(() -> inOrder(dates(terms)));
        violations.throwIfAny();
        return new Terms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                land,
                factory,
                plotRatio,
                intensity,
                output,
                tax,
                terms.jobs(),
                terms.startOn(),
                terms.completeOn(),
                terms.produceOn(),
                terms.scaleUpOn(),
                terms.fullCapacityOn(),
                incentives);
    }

    private static Area area(Area area, String field) {
        return area == null ? null : new Area(plain(Checks.positive(area, field).value(), field), area.unit());
    }

    private static BigDecimal positive(BigDecimal number, BigDecimal most, String field) {
        if (number == null) {
            return null;
        }
        if (number.signum() < 0) {
            throw RuleViolated.at(field, SharedRule.NEGATIVE_AMOUNT);
        }
        if (number.signum() == 0) {
            throw RuleViolated.at(field, SharedRule.NOT_POSITIVE);
        }
        if (number.compareTo(most) > 0) {
            throw RuleViolated.at(field, SharedRule.ABSURD_AMOUNT, most.toPlainString());
        }
        return plain(number, field);
    }

    /** Equal numbers are written alike, so that a revision is told from a repetition. */
    private static BigDecimal plain(BigDecimal number, String field) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 2) {
            throw RuleViolated.at(field, SharedRule.TOO_PRECISE);
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void jobs(Integer jobs) {
        if (jobs != null && jobs < 0) {
            throw RuleViolated.at("terms.jobs", SharedRule.NEGATIVE_AMOUNT);
        }
        if (jobs != null && jobs > MOST_JOBS) {
            throw RuleViolated.at("terms.jobs", SharedRule.ABSURD_AMOUNT, MOST_JOBS);
        }
    }

    private static void fixedAssetsWithinTotal(Money total, Money fixedAssets) {
        if (fixedAssets == null) {
            return;
        }
        if (fixedAssets.currency() != total.currency()) {
            throw RuleViolated.at(
                    "terms.fixedAssetInvestment", SharedRule.MIXED_CURRENCY, total.currency(), fixedAssets.currency());
        }
        if (fixedAssets.compareTo(total) > 0) {
            throw new RuleViolated(NegotiationRule.FIXED_ASSETS_ABOVE_TOTAL);
        }
    }

    private static void inOrder(Map<String, LocalDate> dates) {
        Map.Entry<String, LocalDate> before = null;
        for (Map.Entry<String, LocalDate> next : dates.entrySet()) {
            if (before != null && next.getValue().isBefore(before.getValue())) {
                throw RuleViolated.at(
                        next.getKey(), NegotiationRule.DATES_OUT_OF_ORDER, before.getKey(), next.getKey());
            }
            before = next;
        }
    }

    /** @return the dates that are given, in the order that they must have */
    private static Map<String, LocalDate> dates(Terms terms) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        dates.put("terms.startOn", terms.startOn());
        dates.put("terms.completeOn", terms.completeOn());
        dates.put("terms.produceOn", terms.produceOn());
        dates.put("terms.scaleUpOn", terms.scaleUpOn());
        dates.put("terms.fullCapacityOn", terms.fullCapacityOn());
        dates.values().removeIf(date -> date == null);
        return dates;
    }

    private static List<Incentive> incentives(List<Incentive> incentives) {
        return MeetingChecks.each(
                incentives,
                "terms.incentives",
                (incentive, at) -> new Incentive(
                        Checks.required(incentive.clause(), Checks.LINE, at + ".clause"), incentive.preferential()));
    }
}
