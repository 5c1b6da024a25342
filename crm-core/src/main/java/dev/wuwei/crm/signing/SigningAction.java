package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.signing.CommitmentCommand.AdvancePromise;
import dev.wuwei.crm.signing.CommitmentCommand.AssessCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.CorrectPromisePayment;
import dev.wuwei.crm.signing.CommitmentCommand.OrderRectification;
import dev.wuwei.crm.signing.CommitmentCommand.PayPromise;
import dev.wuwei.crm.signing.CommitmentCommand.WaiveCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawAssessment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawPromiseStep;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawRectification;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawWaiver;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningCommand.CorrectArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.CorrectForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningCommand.DecreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.FulfilAgreement;
import dev.wuwei.crm.signing.SigningCommand.IncreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.MoveCredit;
import dev.wuwei.crm.signing.SigningCommand.RecogniseSigning;
import dev.wuwei.crm.signing.SigningCommand.RecordArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.RecordForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningCommand.ReinstateAgreement;
import dev.wuwei.crm.signing.SigningCommand.RescindAgreement;
import dev.wuwei.crm.signing.SigningCommand.TerminateAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningCommand.WithdrawRecognition;

/** What a user may do with an agreement, each with the command that does it. */
public enum SigningAction {
    UPGRADE(UpgradeAgreement.class),
    AMEND(AmendAgreement.class),
    INCREASE_CAPITAL(IncreaseCapital.class),
    DECREASE_CAPITAL(DecreaseCapital.class),
    CORRECT_AMOUNT(CorrectAmount.class),
    CORRECT_AGREEMENT(CorrectAgreement.class),
    RESCIND(RescindAgreement.class),
    TERMINATE(TerminateAgreement.class),
    FULFIL(FulfilAgreement.class),
    REINSTATE(ReinstateAgreement.class),
    RECOGNISE(RecogniseSigning.class),
    WITHDRAW_RECOGNITION(WithdrawRecognition.class),
    MOVE_CREDIT(MoveCredit.class),
    RECORD_ARRIVED_CAPITAL(RecordArrivedCapital.class),
    CORRECT_ARRIVED_CAPITAL(CorrectArrivedCapital.class),
    RECORD_FOREIGN_CAPITAL_USED(RecordForeignCapitalUsed.class),
    CORRECT_FOREIGN_CAPITAL_USED(CorrectForeignCapitalUsed.class),
    ASSESS_COMMITMENT(AssessCommitment.class),
    WITHDRAW_ASSESSMENT(WithdrawAssessment.class),
    WAIVE_COMMITMENT(WaiveCommitment.class),
    WITHDRAW_WAIVER(WithdrawWaiver.class),
    ORDER_RECTIFICATION(OrderRectification.class),
    WITHDRAW_RECTIFICATION(WithdrawRectification.class),
    ADVANCE_PROMISE(AdvancePromise.class),
    WITHDRAW_PROMISE_STEP(WithdrawPromiseStep.class),
    PAY_PROMISE(PayPromise.class),
    CORRECT_PROMISE_PAYMENT(CorrectPromisePayment.class);

    private final Class<? extends Command> command;

    SigningAction(Class<? extends Command> command) {
        this.command = command;
    }

    /** @return the command, whose {@link dev.wuwei.crm.shared.Allowed} says which roles may */
    public Class<? extends Command> command() {
        return command;
    }
}
