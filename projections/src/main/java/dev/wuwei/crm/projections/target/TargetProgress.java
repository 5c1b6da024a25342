package dev.wuwei.crm.projections.target;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A target with what was reached of it by a day. Numbers are projects, yuan, dollars or 亩, as the target is.
 *
 * @param actual by the ledger; {@code null} where its policy knows no such size
 * @param pace {@code null} for a target that tells how things stand rather than what happens
 * @param forecast {@code null} where there is none
 * @param noForecast why there is none, {@code null} where there is one
 * @param parts what its quarters, or else its months, come to together; {@code null} when they have no targets
 */
public record TargetProgress(
        TargetView target,
        BigDecimal actual,
        Pace pace,
        Forecast forecast,
        Forecast.None noForecast,
        BigDecimal parts) {
    /** @return whether its first day has come */
    public boolean hasBegun() {
        return pace == null || pace.share().signum() > 0;
    }

    /** @return 1 for a target that was just reached, {@code null} when nothing can be said */
    public BigDecimal completion() {
        return actual == null ? null : actual.divide(number(), MathContext.DECIMAL64);
    }

    /** @return what should be reached by now, {@code null} without a pace */
    public BigDecimal expected() {
        return pace == null ? null : number().multiply(pace.share());
    }

    /**
     * @return how much more was reached than should be; negative when it is behind, {@code null} when nothing can be said, as
     *     before it begins
     */
    public BigDecimal ahead() {
        return pace == null || actual == null || !hasBegun() ? null : actual.subtract(expected());
    }

    /** @return whether the quarters or months together ask for more than it does */
    public boolean isLessThanItsParts() {
        return parts != null && parts.compareTo(number()) > 0;
    }

    private BigDecimal number() {
        return target.value().number();
    }
}
