package dev.wuwei.crm.negotiation;

/** 在谈, 搁置, 终止, 已签约. */
public enum NegotiationStatus {
    ACTIVE,
    SHELVED,
    TERMINATED,
    SIGNED
}
