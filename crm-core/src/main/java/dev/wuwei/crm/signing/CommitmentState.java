package dev.wuwei.crm.signing;

/** Where a commitment stands. Those of the company come first, then those of the government. */
public enum CommitmentState {
    /** 未到期 */
    PENDING,
    /** 到期待判: the figure that decides is not in yet */
    DUE,
    /** 达标 */
    MET,
    /** 部分达标 */
    PARTLY_MET,
    /** 违约 */
    BREACHED,
    /** 整改中 */
    RECTIFYING,
    /** 逾期达标 */
    MET_LATE,
    /** 整改未到位 */
    PERSISTENT,
    /** 豁免 */
    WAIVED,
    /** Of either side: worded anew, dropped or ended with the agreement before it was to be judged (已被取代) */
    SUPERSEDED,
    /** 已承诺 */
    PROMISED,
    /** 条件达成 */
    CONDITION_MET,
    /** 已申报 */
    CLAIMED,
    /** 已核验 */
    VERIFIED,
    /** 已兑现 */
    HONOURED,
    /** 不予兑现 */
    REFUSED,
    /** 已失效 */
    INVALIDATED;

    /** @return whether nothing is to come of it any more by itself */
    public boolean isSettled() {
        return this == MET
                || this == MET_LATE
                || this == WAIVED
                || this == SUPERSEDED
                || this == HONOURED
                || this == REFUSED
                || this == INVALIDATED;
    }

    /** @return whether it was kept, in time or late */
    public boolean isKept() {
        return this == MET || this == MET_LATE || this == HONOURED;
    }

    /** @return whether the government still has to act on it */
    public boolean isOpenPromise() {
        return this == PROMISED || this == CONDITION_MET || this == CLAIMED || this == VERIFIED;
    }

    /** @return whether it was to be kept and was not (yet) */
    public boolean isBroken() {
        return this == PARTLY_MET || this == BREACHED || this == RECTIFYING || this == PERSISTENT;
    }
}
