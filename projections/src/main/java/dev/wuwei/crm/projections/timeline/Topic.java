package dev.wuwei.crm.projections.timeline;

/** What an event is about; the groups by which a history is filtered. */
public enum Topic {
    /** 线索 */
    LEAD,
    /** 走访洽谈 */
    VISIT_AND_TALK,
    /** 准入评审 */
    ADMISSION,
    /** 协议承诺 */
    AGREEMENT,
    /** 资金 */
    CAPITAL,
    /** 节点与月报 */
    MILESTONE,
    /** 回头看 */
    LOOK_BACK,
    /** 发布 */
    PUBLICATION,
    /** 目标考核 */
    TARGET,
    /** 口径 */
    COUNTING,
    /** 字典 */
    DICTIONARY,
    /** 问题督办 */
    TICKET,
    /** 提醒 */
    REMINDER,
    /** 人员 */
    PEOPLE,
    /** 企业 */
    INVESTOR,
    /** 账号 */
    ACCOUNT
}
