package dev.wuwei.crm.negotiation;

/** 通过, 有条件通过, 不通过, 退回补充. */
public enum AdmissionOutcome {
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    REJECTED,
    RETURNED;

    public boolean isApproval() {
        return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }
}
