package dev.wuwei.crm.projections.commitment;

/** Who promised: 企业承诺, 政府承诺. */
public enum CommitmentSide {
    COMPANY,
    GOVERNMENT
}
