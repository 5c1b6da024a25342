package dev.wuwei.crm.lookback;

/** 好, 较好, 一般, 差. */
public enum Grade {
    A,
    B,
    C,
    D
}
