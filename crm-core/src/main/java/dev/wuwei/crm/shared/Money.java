package dev.wuwei.crm.shared;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact amount in the currency's main unit (元 or US dollar). 1亿元 = 10000万元.
 *
 * <p>The record itself accepts whatever was once stored; what may be entered is checked by {@link Checks#amount}.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    /** Zeros that an amount may be written out with; far more than {@link Checks#amount} lets pass. */
    private static final int DIGITS = 40;

    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final BigDecimal YI = new BigDecimal("100000000");

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        amount = amount.stripTrailingZeros();
        // An exponent beyond any amount stays as it is: writing it out would take all memory before it could be
        // refused.
        amount = amount.scale() < 0 && amount.scale() > -DIGITS ? amount.setScale(0) : amount;
    }

    public static Money cny(String yuan) {
        return new Money(new BigDecimal(yuan), Currency.CNY);
    }

    /** @param yi an amount in 亿元 */
    public static Money yi(String yi) {
        return new Money(new BigDecimal(yi).multiply(YI), Currency.CNY);
    }

    /** @param wan an amount in 万元 */
    public static Money wan(String wan) {
        return new Money(new BigDecimal(wan).multiply(WAN), Currency.CNY);
    }

    /** @param wan an amount in 万美元 */
    public static Money wanUsd(String wan) {
        return new Money(new BigDecimal(wan).multiply(WAN), Currency.USD);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public BigDecimal inWan() {
        return amount.divide(WAN).stripTrailingZeros();
    }

    public BigDecimal inYi() {
        return amount.divide(YI).stripTrailingZeros();
    }

    /** @return in 亿, rounded half up to two decimals, as screens and reports show it */
    public BigDecimal shownInYi() {
        return amount.divide(YI, 2, RoundingMode.HALF_UP);
    }

    /**
     * @return this part's share of the whole, not rounded, for whoever shows it rounds once; {@code null} of nothing
     * @throws RuleViolated {@link SharedRule#MIXED_CURRENCY}
     */
    public BigDecimal shareOf(Money whole) {
        return whole.isZero() ? null : amount.divide(sameCurrency(whole).amount, MathContext.DECIMAL64);
    }

    /** @throws RuleViolated {@link SharedRule#MIXED_CURRENCY} */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws RuleViolated {@link SharedRule#MIXED_CURRENCY} */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @throws RuleViolated {@link SharedRule#MIXED_CURRENCY} */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (other.currency != currency) {
            throw new RuleViolated(SharedRule.MIXED_CURRENCY, currency, other.currency);
        }
        return other;
    }
}
