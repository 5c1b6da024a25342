package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.List;

/**
 * 口径: how agreements become figures. A version, once used, is never changed; another way of counting is another version.
 *
 * <p>{@code default@1}: formal agreements only, at first signing; an upgrade counts once, at its own date; an increase counts its
 * increment at its own date; the end of an agreement lowers the figure at its own date; a change of owner moves the credit;
 * currencies apart; late entries count in their period.
 *
 * @param bands lower ends of the size bands in 亿元, ascending, inclusive of everything above
 */
public record CountingPolicy(String name, int version, List<BigDecimal> bands) {
    private static final BigDecimal YI = new BigDecimal("100000000");

    public static final CountingPolicy DEFAULT = new CountingPolicy(
            "default", 1, List.of(BigDecimal.ONE, new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("50")));

    public String id() {
        return name + "@" + version;
    }

    /**
     * @param id as given by {@link #id()}, the name alone for its latest version, or nothing for the default
     * @throws RuleViolated {@link LedgerRule#UNKNOWN_POLICY}
     */
    public static CountingPolicy of(String id) {
        if (id == null || id.isBlank() || id.equals(DEFAULT.name) || id.equals(DEFAULT.id())) {
            return DEFAULT;
        }
        throw new RuleViolated(LedgerRule.UNKNOWN_POLICY, id);
    }

    /** @return index of the largest band that an amount in 元 reaches, counted from 1; 0 when it reaches none */
    int bandOf(BigDecimal amount) {
        int band = 0;
        if (amount != null) {
            while (band < bands.size() && amount.compareTo(bands.get(band).multiply(YI)) >= 0) {
                band++;
            }
        }
        return band;
    }
}
