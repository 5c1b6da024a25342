package dev.wuwei.crm.followup;

/** 专题会, 现场会, 协调会, 联席会议. */
public enum MeetingKind {
    SPECIAL,
    ON_SITE,
    COORDINATION,
    JOINT
}
