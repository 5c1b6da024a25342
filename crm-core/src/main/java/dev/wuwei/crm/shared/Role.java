package dev.wuwei.crm.shared;

/** What a person may do. One account may hold several. */
public enum Role {
    /** 招商专员 */
    PROMOTER,
    /** 部门负责人 */
    DEPARTMENT_HEAD,
    /** 领导 */
    LEADER,
    /** 督查 */
    SUPERVISOR,
    /** 审计 */
    AUDITOR,
    /** 系统管理员 */
    ADMINISTRATOR,
    /** Policies and jobs; never given to an account. */
    SYSTEM
}
