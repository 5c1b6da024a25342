package dev.wuwei.crm.shared;

/** The two currencies that agreements are written in. They are never added to one another. */
public enum Currency {
    CNY,
    USD
}
