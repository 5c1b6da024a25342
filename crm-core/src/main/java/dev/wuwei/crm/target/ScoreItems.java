package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of the items of a scorecard before it is made or revised. */
final class ScoreItems {
    private static final int MOST_ITEMS = 30;
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1000);
    private static final int DECIMALS = 2;

    private ScoreItems() {}

    static List<ScoreItem> checked(List<ScoreItem> items) {
        if (items == null || items.isEmpty()) {
            throw new RuleViolated(TargetRule.ITEMS_MISSING);
        }
        if (items.size() > MOST_ITEMS) {
            throw RuleViolated.at("items", SharedRule.TOO_MANY, MOST_ITEMS);
        }
        Violations found = new Violations();
        Set<String> seen = new HashSet<>();
        List<ScoreItem> checked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = "items[" + i + "]";
            ScoreItem given = items.get(i);
            ScoreItem item = found.value(() -> checked(given, at));
            if (item != null && !seen.add(item.measure() + "|" + item.basis() + "|" + item.formula())) {
                found.at(at + ".measure", TargetRule.ITEM_TWICE);
            }
            checked.add(item);
        }
        found.throwIfAny();
        return List.copyOf(checked);
    }

    private static ScoreItem checked(ScoreItem item, String at) {
        Violations found = new Violations();
        if (item == null) {
            throw RuleViolated.at(at, SharedRule.REQUIRED);
        }
        required(item.basis(), at + ".basis", found);
        required(item.formula(), at + ".formula", found);
        points(item.points(), at + ".points", found);
        found.throwIfAny();
        if ((item.measure() == null) != (item.basis() == ScoreBasis.OVERDUE)) {
            found.at(at + ".measure", TargetRule.MEASURE_FITS_NOT);
        }
        if (!fits(item.formula(), item.basis())) {
            found.at(at + ".formula", TargetRule.FORMULA_FITS_NOT, item.formula());
        }
        BigDecimal limit = limit(item, at + ".limit", found);
        found.throwIfAny();
        return new ScoreItem(item.measure(), item.basis(), item.formula(), item.points(), limit);
    }

    private static void required(Object value, String field, Violations found) {
        if (value == null) {
            found.at(field, SharedRule.REQUIRED);
        }
    }

    private static boolean fits(Formula formula, ScoreBasis basis) {
        return switch (formula) {
            case LINEAR, CAPPED -> basis == ScoreBasis.COMPLETION;
            case EFFICACY -> basis != ScoreBasis.OVERDUE;
            case DEDUCTION -> basis != ScoreBasis.ACTUAL;
        };
    }

    private static void points(BigDecimal points, String field, Violations found) {
        if (points == null) {
            found.at(field, SharedRule.REQUIRED);
        } else if (points.signum() <= 0) {
            found.at(field, SharedRule.NOT_POSITIVE);
        } else if (points.compareTo(MOST_POINTS) > 0) {
            found.at(field, TargetRule.POINTS_RANGE, MOST_POINTS);
        } else if (points.stripTrailingZeros().scale() > DECIMALS) {
            found.at(field, SharedRule.TOO_PRECISE);
        }
    }

    /** A capped item without a limit brings its points at most; a deduction must say where it ends. */
    private static BigDecimal limit(ScoreItem item, String field, Violations found) {
        boolean capped = item.formula() == Formula.CAPPED;
        if (!capped && item.formula() != Formula.DEDUCTION) {
            if (item.limit() != null) {
                found.at(field, TargetRule.LIMIT_FITS_NOT);
            }
            return null;
        }
        if (capped && item.limit() == null) {
            return item.points();
        }
        points(item.limit(), field, found);
        if (item.limit() != null && item.limit().compareTo(item.points()) < 0) {
            found.at(field, TargetRule.LIMIT_FITS_NOT);
        }
        return item.limit();
    }
}
