package dev.wuwei.crm.lead;

/** What a lead is to come to within so many working days. */
public enum LeadClock {
    /** 响应 */
    RESPOND,
    /** 研判 */
    JUDGE,
    /** 反馈 */
    FEEDBACK
}
