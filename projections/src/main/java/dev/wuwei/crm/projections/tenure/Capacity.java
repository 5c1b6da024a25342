package dev.wuwei.crm.projections.tenure;

/** As what somebody has a project in hand. */
public enum Capacity {
    /** 联系领导 */
    LEADER,
    /** 负责人 */
    OWNER,
    /** 驻企联络员 */
    LIAISON,
    /** 招商团队 */
    TEAM
}
