package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.Merges;
import dev.wuwei.crm.shared.Uniqueness;

/** What other capabilities ask about investors while they decide. */
public final class Investors {
    static final Merges MERGES = new Merges("investor.merged");

    private Investors() {}

    public static boolean exists(InvestorId investorId, Existence existence) {
        return existence.of(investorId);
    }

    /** @return whether the entry has gone into another, so that nothing new hangs on it */
    public static boolean isMerged(InvestorId investorId, Uniqueness uniqueness) {
        return MERGES.isMerged(investorId, uniqueness);
    }
}
