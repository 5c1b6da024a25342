package dev.wuwei.crm.negotiation;

/** 一个项目、一个领导、一套班子: 联系领导, 牵头负责人, 专班成员. */
public enum ProjectRole {
    LINKING_LEADER,
    LEAD_OFFICER,
    MEMBER
}
