package dev.wuwei.crm.staff;

/** 正常, 已锁定, 已注销. */
public enum AccountState {
    ACTIVE,
    LOCKED,
    CLOSED
}
