package dev.wuwei.crm.projections.dossier;

/** Where a permit stands. */
public enum PermitState {
    NOT_APPLIED,
    RUNNING,
    /** It runs past the promised day. */
    LATE,
    GRANTED
}
