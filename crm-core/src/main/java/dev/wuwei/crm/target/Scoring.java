package dev.wuwei.crm.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The formulas of scorecards (考核): plain functions of figures. Points have two decimals, rounded half up. */
public final class Scoring {
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal BASE = new BigDecimal("0.6");
    private static final BigDecimal REST = new BigDecimal("0.4");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Scoring() {}

    /** The least and the most that anybody in the ranking has. */
    public record Span(BigDecimal least, BigDecimal most) {
        /** @param figures those of everybody who has one; at least one */
        public static Span of(Collection<BigDecimal> figures) {
            return new Span(
                    figures.stream().reduce(BigDecimal::min).orElseThrow(),
                    figures.stream().reduce(BigDecimal::max).orElseThrow());
        }
    }

    /**
     * What a figure brings, by the item's formula.
     *
     * @param figure for {@link ScoreBasis#COMPLETION} the rate, 1 for a target that was just reached
     * @param span of the figures of everybody
     * @return never below zero, except for a deduction, which is never above
     */
    public static BigDecimal points(ScoreItem item, BigDecimal figure, Span span) {
        BigDecimal points = switch (item.formula()) {
            case LINEAR -> linear(item.points(), figure);
            case CAPPED -> linear(item.points(), figure).min(item.limit());
            case EFFICACY -> item.points().multiply(efficacy(figure, span), EXACT);
            case DEDUCTION -> deduction(item.points(), units(item.basis(), figure), item.limit());
        };
        return points.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal linear(BigDecimal points, BigDecimal rate) {
        return points.multiply(rate.max(BigDecimal.ZERO), EXACT);
    }

    /**
     * 功效系数: {@code 60% + 40% × (x − min) / (max − min)}. Where all are alike there is nothing to spread: whoever has
     * something gets it all, and whoever has nothing the base.
     */
    public static BigDecimal efficacy(BigDecimal figure, Span span) {
        BigDecimal width = span.most().subtract(span.least());
        if (width.signum() == 0) {
            return figure.signum() > 0 ? BigDecimal.ONE : BASE;
        }
        return BASE.add(REST.multiply(figure.subtract(span.least()).divide(width, EXACT), EXACT));
    }

    /** @return what a deduction is reckoned by: percentage points that are missing, or overdue projects */
    public static BigDecimal units(ScoreBasis basis, BigDecimal figure) {
        return basis == ScoreBasis.COMPLETION
                ? HUNDRED.subtract(figure.multiply(HUNDRED)).max(BigDecimal.ZERO)
                : figure;
    }

    private static BigDecimal deduction(BigDecimal each, BigDecimal units, BigDecimal limit) {
        return each.multiply(units, EXACT).min(limit).negate();
    }

    /**
     * Places by points, the most first: equal points share a place, and the next one counts those before it (1, 2, 2, 4).
     *
     * @return one for each, in the order given
     */
    public static List<Integer> places(List<BigDecimal> totals) {
        List<Integer> places = new ArrayList<>();
        for (BigDecimal total : totals) {
            long better =
                    totals.stream().filter(other -> other.compareTo(total) > 0).count();
            places.add((int) better + 1);
        }
        return places;
    }
}
