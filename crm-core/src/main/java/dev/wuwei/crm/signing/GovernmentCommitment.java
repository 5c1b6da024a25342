package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Money;

/**
 * What the government promises in one clause (政府承诺).
 *
 * @param amount for incentives, otherwise {@code null}
 * @param condition what the company must have done first, in words, or {@code null}
 * @param responsible the department that must act
 */
public record GovernmentCommitment(
        String clause, Kind kind, String promise, Money amount, String condition, DueRule due, String responsible) {

    /** 供地, 基础设施, 政策奖补, 其他. */
    public enum Kind {
        LAND_HANDOVER,
        INFRASTRUCTURE,
        INCENTIVE,
        OTHER
    }
}
