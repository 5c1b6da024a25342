package dev.wuwei.crm.signing;

/** What a reviewer finds about a commitment in words (达标, 部分达标, 违约). Figures and dates judge themselves. */
public enum CommitmentVerdict {
    MET,
    PARTLY_MET,
    BREACHED
}
