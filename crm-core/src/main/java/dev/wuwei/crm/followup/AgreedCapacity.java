package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;

/**
 * What the agreement promises of a year at full capacity.
 *
 * @param output {@code null} where it promises none; so is {@code tax}
 */
public record AgreedCapacity(Money output, Money tax) {
    public static final AgreedCapacity NOTHING = new AgreedCapacity(null, null);

    /** A sum per year, or else one per 亩 and year over the land of the agreement. */
    public static AgreedCapacity of(AgreementTerms terms, String phase) {
        return new AgreedCapacity(
                yearly(terms, phase, Metric.OUTPUT, Metric.OUTPUT_PER_MU),
                yearly(terms, phase, Metric.TAX, Metric.TAX_PER_MU));
    }

    /** @return that share of both */
    public AgreedCapacity percent(BigDecimal percent) {
        return new AgreedCapacity(percent(output, percent), percent(tax, percent));
    }

    /** @return whether that year has come to it: a year of which all was told, and neither output nor tax short of it */
    public boolean isReachedBy(TrailingYear year) {
        return year.isWhole() && !isOutputShort(year) && !isTaxShort(year);
    }

    /** @return whether less was put out; not of a year that does not say, nor where no output was promised */
    boolean isOutputShort(TrailingYear year) {
        return isShort(year.output(), output);
    }

    /** @return the same of tax */
    boolean isTaxShort(TrailingYear year) {
        return isShort(year.tax(), tax);
    }

    private static boolean isShort(Money reached, Money full) {
        return reached != null && full != null && reached.compareTo(full) < 0;
    }

    private static Money percent(Money whole, BigDecimal percent) {
        return whole == null ? null : new Money(whole.amount().multiply(percent).movePointLeft(2), whole.currency());
    }

    private static Money yearly(AgreementTerms terms, String phase, Metric sum, Metric perMu) {
        BigDecimal promised = promised(terms, phase, sum);
        BigDecimal each = promised(terms, null, perMu);
        Area land = terms.land();
        if (promised == null && (each == null || land == null)) {
            return null;
        }
        BigDecimal wan = promised == null ? each.multiply(land.inMu()) : promised;
        return Money.wan(wan.toPlainString());
    }

    /** A promise of the phase before one of the whole project. */
    private static BigDecimal promised(AgreementTerms terms, String phase, Metric metric) {
        BigDecimal whole = null;
        for (CompanyCommitment promise : terms.companyCommitments()) {
            if (promise.metric() == metric && promise.operator() == CompanyCommitment.Operator.AT_LEAST) {
                if (promise.phase() == null) {
                    whole = new BigDecimal(promise.value());
                } else if (promise.phase().equals(phase)) {
                    return new BigDecimal(promise.value());
                }
            }
        }
        return whole;
    }
}
