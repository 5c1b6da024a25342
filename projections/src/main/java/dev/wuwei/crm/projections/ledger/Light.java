package dev.wuwei.crm.projections.ledger;

/** 亮灯. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
