package dev.wuwei.crm.lead;

/** 已登记, 已响应, 已研判, 已采纳, 不予采纳, 公海, 已合并, 流转中, 已退库. */
public enum LeadState {
    REGISTERED,
    RESPONDED,
    JUDGED,
    ADOPTED,
    DECLINED,
    POOLED,
    MERGED,
    CIRCULATING,
    ARCHIVED;

    /** A lead that somebody still has to move. */
    public boolean isActive() {
        return this == REGISTERED || this == RESPONDED || this == JUDGED;
    }
}
