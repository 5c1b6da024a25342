package dev.wuwei.crm.signing;

/** 已签, 已变更, 已解除, 已终止, 已履行完毕. */
public enum AgreementState {
    SIGNED,
    AMENDED,
    RESCINDED,
    TERMINATED,
    FULFILLED;

    public boolean inForce() {
        return this == SIGNED || this == AMENDED;
    }
}
