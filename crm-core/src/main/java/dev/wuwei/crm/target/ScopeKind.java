package dev.wuwei.crm.target;

/** Whose target it is. */
public enum ScopeKind {
    /** 全县: all parks together. */
    WHOLE,
    PARK,
    /** 科室, 专班: what is credited to the team. */
    TEAM,
    /** 承办人: what somebody owns. */
    PERSON,
    /** 联系领导: what somebody leads. */
    LEADER
}
