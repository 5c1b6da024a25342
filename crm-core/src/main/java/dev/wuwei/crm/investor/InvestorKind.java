package dev.wuwei.crm.investor;

/** Ownership of an investor: 民营, 国有, 外资, 港澳台, 混合所有, 其他. */
public enum InvestorKind {
    PRIVATE,
    STATE_OWNED,
    FOREIGN,
    HONG_KONG_MACAO_TAIWAN,
    MIXED,
    OTHER
}
