package dev.wuwei.crm.signing;

import java.util.EnumSet;
import java.util.Set;

/** What the state of an agreement allows; its commitments are judged after its end too. Roles and parks are checked elsewhere. */
public final class SigningActions {
    private SigningActions() {}

    /** @param foreignCapital whether foreign capital has been contracted */
    public static Set<SigningAction> of(AgreementState state, AgreementKind kind, boolean foreignCapital) {
        EnumSet<SigningAction> actions = EnumSet.of(
                SigningAction.CORRECT_AMOUNT,
                SigningAction.CORRECT_AGREEMENT,
                SigningAction.WITHDRAW_RECOGNITION,
                SigningAction.MOVE_CREDIT,
                SigningAction.CORRECT_ARRIVED_CAPITAL,
                SigningAction.ASSESS_COMMITMENT,
                SigningAction.WITHDRAW_ASSESSMENT,
                SigningAction.WAIVE_COMMITMENT,
                SigningAction.WITHDRAW_WAIVER,
                SigningAction.ORDER_RECTIFICATION,
                SigningAction.WITHDRAW_RECTIFICATION,
                SigningAction.ADVANCE_PROMISE,
                SigningAction.WITHDRAW_PROMISE_STEP,
                SigningAction.PAY_PROMISE,
                SigningAction.CORRECT_PROMISE_PAYMENT);
        if (foreignCapital) {
            actions.add(SigningAction.CORRECT_FOREIGN_CAPITAL_USED);
        }
        if (!state.inForce()) {
            actions.add(SigningAction.REINSTATE);
            return actions;
        }
        actions.addAll(EnumSet.of(
                SigningAction.AMEND,
                SigningAction.RESCIND,
                SigningAction.TERMINATE,
                SigningAction.FULFIL,
                SigningAction.RECORD_ARRIVED_CAPITAL));
        if (foreignCapital) {
            actions.add(SigningAction.RECORD_FOREIGN_CAPITAL_USED);
        }
        if (kind == AgreementKind.FORMAL) {
            actions.addAll(EnumSet.of(
                    SigningAction.INCREASE_CAPITAL, SigningAction.DECREASE_CAPITAL, SigningAction.RECOGNISE));
        } else {
            actions.add(SigningAction.UPGRADE);
        }
        return actions;
    }
}
