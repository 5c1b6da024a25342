package dev.wuwei.crm.followup;

/** 开工, 竣工, 投产, 上规, 达产; in this order. */
public enum Milestone {
    CONSTRUCTION_START,
    COMPLETION,
    PRODUCTION_START,
    SCALE_UP,
    FULL_CAPACITY
}
