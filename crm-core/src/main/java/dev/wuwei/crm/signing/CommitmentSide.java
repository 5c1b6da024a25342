package dev.wuwei.crm.signing;

/** Who promised: 企业承诺, 政府承诺. */
public enum CommitmentSide {
    COMPANY,
    GOVERNMENT
}
