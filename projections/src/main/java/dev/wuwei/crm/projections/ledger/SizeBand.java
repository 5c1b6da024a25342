package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;

/**
 * A size band, inclusive of every larger one; or what is below the smallest.
 *
 * @param index 0 for below the smallest
 * @param code {@code ge5} for at least 5亿, {@code lt1} for below 1亿
 * @param sign {@code ≥5亿}
 */
public record SizeBand(int index, String code, String sign) {
    static SizeBand at(int index, CountingPolicy policy) {
        BigDecimal bound = policy.bands().get(Math.max(0, index - 1));
        return index == 0
                ? new SizeBand(0, "lt" + bound.toPlainString(), "<" + bound.toPlainString() + "亿")
                : new SizeBand(index, "ge" + bound.toPlainString(), "≥" + bound.toPlainString() + "亿");
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_DIMENSION} */
    static SizeBand of(String code, CountingPolicy policy) {
        for (int index = 0; index <= policy.bands().size(); index++) {
            SizeBand band = at(index, policy);
            if (band.code().equals(code) || band.sign().equals(code)) {
                return band;
            }
        }
        throw new RuleViolated(LedgerRule.UNKNOWN_DIMENSION, code);
    }
}
