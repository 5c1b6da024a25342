package dev.wuwei.crm.lookback;

/** How far a campaign is; once its data is pulled each review goes its own way. */
public enum CampaignState {
    /** 已计划 */
    PLANNED,
    /** 名单已定 */
    SCOPED,
    /** 数据已取 */
    DATA_PULLED,
    /** 已结束 */
    CLOSED
}
