package dev.wuwei.crm.signing;

/** What tells how a commitment was kept. */
public enum FactSource {
    /** 里程碑认定 */
    MILESTONE,
    /** 月报累计 */
    MONTHLY_RETURN,
    /** 企业实绩, trailing twelve months for figures per year */
    ACTUALS,
    /** 核实认定 */
    ASSESSMENT,
    /** 要素到位 */
    ELEMENT,
    /** 办理登记 */
    STEP,
    /** 拨付 */
    PAYMENT
}
