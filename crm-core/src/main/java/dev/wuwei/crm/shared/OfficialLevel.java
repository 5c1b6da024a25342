package dev.wuwei.crm.shared;

/** Level of our people at a visit or round: 专员, 科级, 处级, 县级领导. */
public enum OfficialLevel {
    OFFICER,
    SECTION,
    DIVISION,
    COUNTY_LEADER
}
