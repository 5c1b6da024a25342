package dev.wuwei.crm.followup;

/** What a site needs from others (要素): 用地, 供电, 供水, 供气, 道路, 资金. */
public enum ElementKind {
    LAND,
    POWER,
    WATER,
    GAS,
    ROAD,
    FUNDS
}
