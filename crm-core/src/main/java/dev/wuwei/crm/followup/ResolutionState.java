package dev.wuwei.crm.followup;

/** Where a resolution stands: 办理中, 已办结, 不再办理. */
public enum ResolutionState {
    OPEN,
    FULFILLED,
    DROPPED
}
