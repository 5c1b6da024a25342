package dev.wuwei.crm.followup;

/** Whose side a delay lies on: 企业, 政府, 市场, 不可抗力. */
public enum Cause {
    ENTERPRISE,
    GOVERNMENT,
    MARKET,
    FORCE_MAJEURE
}
