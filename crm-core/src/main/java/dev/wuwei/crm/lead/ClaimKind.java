package dev.wuwei.crm.lead;

/** 首报 (first to report an investor), 首谈 (first to talk to it). */
public enum ClaimKind {
    FIRST_REPORT,
    FIRST_TALK
}
