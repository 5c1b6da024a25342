package dev.wuwei.crm.negotiation;

/** 首次接触, 互访, 深入洽谈, 条款, 评审中, 待签约, 已签约; in this order. */
public enum NegotiationStage {
    FIRST_CONTACT,
    MUTUAL_VISIT,
    IN_DEPTH,
    TERMS,
    IN_REVIEW,
    READY_TO_SIGN,
    SIGNED
}
