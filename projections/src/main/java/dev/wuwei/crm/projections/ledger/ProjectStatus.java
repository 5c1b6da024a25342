package dev.wuwei.crm.projections.ledger;

/** Whether a project is alive, and if not, why. */
public enum ProjectStatus {
    ACTIVE,
    DECLINED,
    /** 公海 */
    POOLED,
    MERGED,
    ARCHIVED,
    SHELVED,
    TERMINATED,
    /** The agreement was rescinded. */
    RESCINDED,
    /** Every phase was withdrawn. */
    WITHDRAWN,
    FULFILLED
}
