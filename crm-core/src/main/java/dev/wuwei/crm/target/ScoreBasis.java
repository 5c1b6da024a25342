package dev.wuwei.crm.target;

/** Which figure of somebody an item of a scorecard looks at. */
public enum ScoreBasis {
    /** 完成率: what was reached of the year's target. */
    COMPLETION,
    /** 完成数: what was reached, whatever the target. */
    ACTUAL,
    /** 逾期项目数: projects past the date agreed for their next milestone. */
    OVERDUE
}
