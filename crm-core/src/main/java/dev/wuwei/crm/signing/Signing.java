package dev.wuwei.crm.signing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.negotiation.NegotiationGuard;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Uniqueness;
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
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.staff.StaffDirectory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The agreement of one project, from its signature to its end. Decides by {@link Agreement} and {@link CommitmentLedger}. */
@Aggregate(cache = "aggregateCache")
class Signing {
    @AggregateIdentifier
    private SigningId id;

    private final Agreement agreement = new Agreement();
    private final CommitmentLedger commitments = new CommitmentLedger(agreement);

    Signing() {}

    Signing(AgreementSigned signed) {
        apply(signed);
    }

    @CommandHandler
    void handle(UpgradeAgreement command, EventMeta meta, Uniqueness uniqueness, NegotiationGuard negotiations) {
        var upgraded =
                agreement.upgrade(command, meta, () -> negotiations.upgrade(agreement.negotiationId(), command, meta));
        takeNumber(upgraded.contractNo(), uniqueness, meta);
        apply(upgraded);
    }

    @CommandHandler
    void handle(AmendAgreement command, EventMeta meta, Uniqueness uniqueness) {
        var amended = agreement.amend(command, meta);
        takeNumber(amended.contractNo(), uniqueness, meta);
        apply(amended);
    }

    @CommandHandler
    void handle(IncreaseCapital command, EventMeta meta, Uniqueness uniqueness) {
        var increased = agreement.increase(command, meta);
        takeNumber(increased.contractNo(), uniqueness, meta);
        apply(increased);
    }

    @CommandHandler
    void handle(DecreaseCapital command, EventMeta meta, Uniqueness uniqueness) {
        var decreased = agreement.decrease(command, meta);
        takeNumber(decreased.contractNo(), uniqueness, meta);
        apply(decreased);
    }

    @CommandHandler
    void handle(CorrectAmount command, EventMeta meta) {
        apply(agreement.correct(command, meta), correcting(agreement.versionEvent()));
    }

    @CommandHandler
    void handle(
            CorrectAgreement command,
            EventMeta meta,
            Dictionaries dictionaries,
            Uniqueness uniqueness,
            NegotiationGuard negotiations) {
        var corrected = agreement.correct(command, meta, dictionaries);
        if (!corrected.signedOn().equals(agreement.signedOn())) {
            negotiations.signingDateCorrected(agreement.negotiationId(), id, corrected.signedOn(), meta);
        }
        if (!corrected.contractNo().equals(agreement.contractNo())) {
            takeNumber(corrected.contractNo(), uniqueness, meta);
            uniqueness.release(Agreement.CONTRACT_NO, agreement.contractNo(), id);
        }
        apply(corrected, correcting(agreement.signingEvent()));
    }

    @CommandHandler
    void handle(RescindAgreement command, EventMeta meta, Dictionaries dictionaries, NegotiationGuard negotiations) {
        var ended = agreement.rescind(command, meta, dictionaries);
        negotiations.agreementEnded(agreement.negotiationId(), id, ended.occurredOn(), meta);
        apply(ended);
    }

    @CommandHandler
    void handle(TerminateAgreement command, EventMeta meta, Dictionaries dictionaries, NegotiationGuard negotiations) {
        var ended = agreement.terminate(command, meta, dictionaries);
        negotiations.agreementEnded(agreement.negotiationId(), id, ended.occurredOn(), meta);
        apply(ended);
    }

    @CommandHandler
    void handle(FulfilAgreement command, EventMeta meta) {
        apply(agreement.fulfil(command, meta));
    }

    @CommandHandler
    void handle(ReinstateAgreement command, EventMeta meta, NegotiationGuard negotiations) {
        var reinstated = agreement.reinstate(command, meta);
        if (agreement.endedEarly()) {
            negotiations.agreementRestored(agreement.negotiationId(), id, reinstated.occurredOn(), meta);
        }
        apply(reinstated, correcting(agreement.endEvent()));
    }

    @CommandHandler
    void handle(RecogniseSigning command, EventMeta meta, Dictionaries dictionaries) {
        apply(agreement.recognise(command, meta, dictionaries));
    }

    @CommandHandler
    void handle(WithdrawRecognition command, EventMeta meta) {
        var withdrawn = agreement.withdrawRecognition(command, meta);
        apply(withdrawn, correcting(agreement.recognitionEvent(withdrawn.body().code())));
    }

    @CommandHandler
    void handle(MoveCredit command, EventMeta meta, StaffDirectory staff) {
        apply(agreement.moveCredit(command, meta, staff));
    }

    @CommandHandler
    void handle(RecordArrivedCapital command, EventMeta meta) {
        apply(agreement.arrive(command, meta));
    }

    @CommandHandler
    void handle(CorrectArrivedCapital command, EventMeta meta) {
        apply(agreement.correct(command, meta), correcting(agreement.arrivalEvent(command.entryId())));
    }

    @CommandHandler
    void handle(RecordForeignCapitalUsed command, EventMeta meta) {
        apply(agreement.use(command, meta));
    }

    @CommandHandler
    void handle(CorrectForeignCapitalUsed command, EventMeta meta) {
        apply(agreement.correct(command, meta), correcting(agreement.useEvent(command.entryId())));
    }

    @CommandHandler
    void handle(AssessCommitment command, EventMeta meta) {
        apply(commitments.assess(command, meta));
    }

    @CommandHandler
    void handle(WithdrawAssessment command, EventMeta meta) {
        apply(commitments.withdraw(command, meta), correcting(commitments.assessmentEvent(command.entryId())));
    }

    @CommandHandler
    void handle(WaiveCommitment command, EventMeta meta) {
        apply(commitments.waive(command, meta));
    }

    @CommandHandler
    void handle(WithdrawWaiver command, EventMeta meta) {
        var withdrawn = commitments.withdraw(command, meta);
        apply(withdrawn, correcting(commitments.waiverEvent(withdrawn.clause())));
    }

    @CommandHandler
    void handle(OrderRectification command, EventMeta meta) {
        apply(commitments.order(command, meta));
    }

    @CommandHandler
    void handle(WithdrawRectification command, EventMeta meta) {
        var withdrawn = commitments.withdraw(command, meta);
        apply(withdrawn, correcting(commitments.rectificationEvent(withdrawn.clause())));
    }

    @CommandHandler
    void handle(AdvancePromise command, EventMeta meta) {
        apply(commitments.advance(command, meta));
    }

    @CommandHandler
    void handle(WithdrawPromiseStep command, EventMeta meta) {
        var withdrawn = commitments.withdraw(command, meta);
        apply(withdrawn, correcting(commitments.stepEvent(withdrawn.clause())));
    }

    @CommandHandler
    void handle(PayPromise command, EventMeta meta) {
        apply(commitments.pay(command, meta));
    }

    @CommandHandler
    void handle(CorrectPromisePayment command, EventMeta meta) {
        apply(commitments.correct(command, meta), correcting(commitments.paymentEvent(command.entryId())));
    }

    private void takeNumber(String contractNo, Uniqueness uniqueness, EventMeta meta) {
        if (contractNo != null) {
            uniqueness.take(Agreement.CONTRACT_NO, contractNo, id, "contractNo", meta);
        }
    }

    private static MetaData correcting(String eventId) {
        return MetaData.with("correctionOf", eventId);
    }

    @EventSourcingHandler
    void on(SigningEvent event, @MessageIdentifier String eventId, EventMeta meta) {
        id = event.signingId();
        agreement.evolve(event, eventId, meta);
        commitments.evolve(event);
    }

    @EventSourcingHandler
    void on(CommitmentEvent event, @MessageIdentifier String eventId) {
        commitments.evolve(event, eventId);
    }

    AgreementTerms terms() {
        return agreement.terms();
    }
}
