package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import java.math.BigDecimal;

/** 口径: one version of a counting policy. Once there it is never changed; another way of counting is another version. */
public record CountingPolicy(String code, int version, CountingRules rules) {
    /** Where a band stands for a project of which no amount in 元 is known; dollars are never converted. */
    static final int UNKNOWN_SIZE = -1;

    private static final BigDecimal YI = new BigDecimal("100000000");

    /** @return the policy that counts where no other was adopted */
    static CountingPolicy standard(CountingStandard standard) {
        return new CountingPolicy(CountingStandard.CODE, CountingStandard.VERSION, standard.rules());
    }

    /** @return {@code code@version}, by which a figure says what it was counted by */
    public String id() {
        return code + "@" + version;
    }

    /**
     * @param amount in 元, {@code null} when it is not known
     * @return index of the largest band that it reaches, counted from 1; 0 when it reaches none
     */
    int bandOf(BigDecimal amount) {
        if (amount == null) {
            return UNKNOWN_SIZE;
        }
        int band = 0;
        while (band < rules.bands().size()
                && amount.compareTo(rules.bands().get(band).multiply(YI)) >= 0) {
            band++;
        }
        return band;
    }
}
