package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdoptPlan;
import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.Appoint;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.Dismiss;
import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationCommand.RecordFairCompetitionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ResumeNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationCommand.ShelveNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.TerminateNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationState.Holder;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.signing.Signings;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A negotiation (洽谈), opened by the adoption of a lead and ended by a formal agreement or by termination. */
@Aggregate(cache = "aggregateCache")
class Negotiation {
    @AggregateIdentifier
    private NegotiationId id;

    private final NegotiationState state = new NegotiationState();

    Negotiation() {}

    Negotiation(NegotiationOpened opened) {
        AggregateLifecycle.apply(opened);
    }

    @CommandHandler
    void handle(AdvanceStage command, EventMeta meta) {
        store(Steps.advance(within(meta), command, meta));
    }

    @CommandHandler
    void handle(ReturnToStage command, EventMeta meta) {
        store(Steps.goBack(within(meta), command, meta));
    }

    @CommandHandler
    void handle(ShelveNegotiation command, EventMeta meta) {
        store(Steps.shelve(within(meta), command, meta));
    }

    @CommandHandler
    void handle(ResumeNegotiation command, EventMeta meta) {
        store(Steps.resume(within(meta), command, meta));
    }

    @CommandHandler
    void handle(TerminateNegotiation command, Dictionaries dictionaries, EventMeta meta) {
        store(Steps.terminate(within(meta), command, dictionaries, meta));
    }

    @CommandHandler
    void handle(ReopenNegotiation command, EventMeta meta) {
        store(Steps.reopen(within(meta), command, meta));
    }

    @CommandHandler
    void handle(Appoint command, StaffDirectory staff, EventMeta meta) {
        store(TeamAndPlan.appoint(within(meta), command, staff, meta));
    }

    @CommandHandler
    void handle(Dismiss command, EventMeta meta) {
        store(TeamAndPlan.dismiss(within(meta), command, meta));
    }

    @CommandHandler
    void handle(AdoptPlan command, EventMeta meta) {
        store(TeamAndPlan.adoptPlan(within(meta), command, meta));
    }

    @CommandHandler
    void handle(LogRound command, EventMeta meta) {
        store(Talks.log(within(meta), command, meta));
    }

    @CommandHandler
    void handle(CorrectRound command, EventMeta meta) {
        store(Talks.correct(within(meta), command, meta));
    }

    @CommandHandler
    void handle(ReviseTerms command, EventMeta meta) {
        store(Talks.revise(within(meta), command, meta));
    }

    @CommandHandler
    void handle(
            RequestAdmissionReview command,
            Dictionaries dictionaries,
            WorkingCalendar calendar,
            Thresholds thresholds,
            EventMeta meta) {
        store(Admission.request(within(meta), command, dictionaries, calendar, thresholds, meta));
    }

    @CommandHandler
    void handle(GiveOpinion command, EventMeta meta) {
        store(Admission.opine(within(meta), command, meta));
    }

    @CommandHandler
    void handle(CorrectOpinion command, EventMeta meta) {
        store(Admission.correct(within(meta), command));
    }

    @CommandHandler
    void handle(OverruleVeto command, Dictionaries dictionaries, EventMeta meta) {
        store(Admission.overrule(within(meta), command, dictionaries, meta));
    }

    @CommandHandler
    void handle(RecordFairCompetitionReview command, Dictionaries dictionaries, EventMeta meta) {
        store(Admission.reviewFairCompetition(within(meta), command, dictionaries, meta));
    }

    @CommandHandler
    void handle(DecideAdmission command, AdmissionGates gates, Thresholds thresholds, EventMeta meta) {
        store(Admission.decide(within(meta), command, gates, thresholds, meta));
    }

    @CommandHandler
    void handle(ExpireApproval command, EventMeta meta) {
        store(Admission.expire(within(meta), command, meta));
    }

    /** The negotiation guards, the agreement begins in the same unit of work. */
    @CommandHandler
    void handle(SignAgreement command, Dictionaries dictionaries, Uniqueness uniqueness, EventMeta meta) {
        Signature.Permit permit = Signature.permit(within(meta), command, meta);
        NegotiationOpened opened = state.opened();
        Holder owner = state.holder(ProjectRole.LEAD_OFFICER);
        Signings.open(
                command,
                new Signings.Origin(
                        opened.projectId(),
                        opened.projectNo(),
                        opened.park(),
                        opened.industry(),
                        owner == null ? null : owner.staffId(),
                        permit.conditions()),
                meta,
                dictionaries,
                uniqueness);
        store(Signature.signed(state, command.signingId(), command.kind(), command.occurredOn()));
    }

    List<String> upgrade(UpgradeAgreement command, EventMeta meta) {
        Signature.Permit permit = Signature.permit(within(meta), command, meta);
        store(Signature.signed(state, command.signingId(), command.kind(), command.occurredOn()));
        return permit.conditions();
    }

    void signingDateCorrected(SigningId signingId, LocalDate signedOn, EventMeta meta) {
        Signature.dateCorrected(within(meta), signingId, signedOn);
    }

    void agreementEnded(SigningId signingId, LocalDate occurredOn, EventMeta meta) {
        store(Signature.ended(within(meta), signingId, occurredOn));
    }

    void agreementRestored(SigningId signingId, LocalDate occurredOn, EventMeta meta) {
        store(Signature.restored(within(meta), signingId, occurredOn));
    }

    private NegotiationState within(EventMeta meta) {
        ParkScope.check(state.park(), meta);
        return state;
    }

    private static void store(List<Decided> decided) {
        decided.forEach(one -> AggregateLifecycle.apply(one.event(), MetaData.from(one.metaData())));
    }

    @EventSourcingHandler
    void on(NegotiationEvent event, EventMeta meta) {
        id = event.negotiationId();
        state.on(event, meta);
    }
}
