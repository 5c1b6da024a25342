package dev.wuwei.crm.target;

/** How a figure becomes points; see {@link Scoring}. */
public enum Formula {
    /** 按完成率得分, without a limit. */
    LINEAR,
    /** 按完成率得分, up to a limit. */
    CAPPED,
    /** 功效系数: 60% for the least of all, 100% for the most, and what lies between in proportion. */
    EFFICACY,
    /** 扣分: for each percentage point that the target is missed by, or for each overdue project, up to a limit. */
    DEDUCTION
}
