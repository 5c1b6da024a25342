package dev.wuwei.crm.projections.staff;

/** Whether an account can be used. */
public enum StaffState {
    ACTIVE,
    LOCKED,
    CLOSED
}
