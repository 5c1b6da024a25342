package dev.wuwei.crm.lookback;

/** How far the review of one project is. */
public enum ReviewState {
    /** 已取数 */
    DATA_PULLED,
    /** 现场核查 */
    ON_SITE,
    /** 已评定 */
    RATED,
    /** 已通报 */
    NOTIFIED,
    /** 整改中 */
    RECTIFYING,
    /** 已复核 */
    RECHECKED,
    /** 已销号 */
    CLOSED,
    /** 已上报处置 */
    ESCALATED;

    public boolean isEnd() {
        return this == CLOSED || this == ESCALATED;
    }
}
