package dev.wuwei.crm.projections.ledger;

/** What throws a project back after it had come so far. */
public enum Relapse {
    /** 停产 */
    PRODUCTION_STOPPED,
    /** 退规 */
    SCALE_DROPPED,
    /** 达产后回落, recorded or told by the figures alone. */
    BELOW_CAPACITY
}
