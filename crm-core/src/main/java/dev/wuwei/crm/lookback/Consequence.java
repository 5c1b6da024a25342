package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Money;

/**
 * What follows from a review (结果运用).
 *
 * @param amount for a reward or a clawback in CNY, otherwise {@code null}
 * @param note terms of it, or {@code null}
 */
public record Consequence(Kind kind, Money amount, String note) {

    /** 兑现奖励, 约谈, 暂停政策, 追缴, 退出. */
    public enum Kind {
        RELEASE_REWARD,
        INTERVIEW,
        SUSPEND_POLICY,
        CLAWBACK,
        EXIT;

        boolean hasAmount() {
            return this == RELEASE_REWARD || this == CLAWBACK;
        }
    }
}
