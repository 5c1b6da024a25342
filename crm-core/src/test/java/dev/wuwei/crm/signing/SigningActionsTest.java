package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningActionsTest {
    @Test
    void formal_agreement_in_force_takes_capital_and_recognition_but_no_upgrade() {
        assertThat(SigningActions.of(AgreementState.SIGNED, AgreementKind.FORMAL, false))
                .contains(SigningAction.INCREASE_CAPITAL, SigningAction.RECOGNISE, SigningAction.RESCIND)
                .doesNotContain(
                        SigningAction.UPGRADE, SigningAction.REINSTATE, SigningAction.RECORD_FOREIGN_CAPITAL_USED);
    }

    @Test
    void framework_is_upgraded() {
        assertThat(SigningActions.of(AgreementState.AMENDED, AgreementKind.FRAMEWORK, true))
                .contains(SigningAction.UPGRADE, SigningAction.AMEND, SigningAction.RECORD_FOREIGN_CAPITAL_USED)
                .doesNotContain(SigningAction.INCREASE_CAPITAL, SigningAction.RECOGNISE);
    }

    @ParameterizedTest
    @EnumSource(
            value = AgreementState.class,
            names = {"RESCINDED", "TERMINATED", "FULFILLED"})
    void ended_agreement_is_corrected_or_reinstated_only(AgreementState ended) {
        assertThat(SigningActions.of(ended, AgreementKind.FORMAL, false))
                .containsExactlyInAnyOrder(
                        SigningAction.REINSTATE,
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
    }

    @ParameterizedTest
    @EnumSource(SigningAction.class)
    void every_action_has_a_command_that_says_who_may(SigningAction action) {
        assertThat(action.command().getAnnotation(Allowed.class).value()).isNotEmpty();
    }
}
