package dev.wuwei.crm.target;

/** What a target is a number of; never added to one another. */
public enum TargetUnit {
    /** 个 */
    PROJECTS,
    /** 亿元, 万元 */
    CNY,
    /** 万美元 */
    USD,
    /** 亩 */
    MU
}
