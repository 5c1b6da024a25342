package dev.wuwei.crm.signing;

/**
 * How far a promise of the government (政府承诺) has come: the company met its condition (条件达成), claimed (申报), the claim was
 * verified (核验), and it was honoured (兑现), or refused (不予兑现), or became void (失效).
 */
public enum PromiseStep {
    CONDITION_MET,
    CLAIMED,
    VERIFIED,
    HONOURED,
    REFUSED,
    INVALIDATED;

    boolean isEnd() {
        return compareTo(HONOURED) >= 0;
    }
}
