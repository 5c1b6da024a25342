package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;

/** What happened to a negotiation (洽谈). */
public sealed interface NegotiationEvent extends DomainEvent {
    NegotiationId negotiationId();

    ProjectId projectId();

    record NegotiationOpened(
            NegotiationId negotiationId,
            ProjectId projectId,
            String projectNo,
            LeadId leadId,
            InvestorId investorId,
            String name,
            Coded park,
            Coded industry,
            Coded gbt4754,
            ProjectKind kind,
            Money estimatedInvestment,
            Area landNeed,
            StaffId leadOfficer,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record StageAdvanced(
            NegotiationId negotiationId,
            ProjectId projectId,
            NegotiationStage from,
            NegotiationStage to,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record StageReturned(
            NegotiationId negotiationId,
            ProjectId projectId,
            NegotiationStage from,
            NegotiationStage to,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record NegotiationShelved(
            NegotiationId negotiationId, ProjectId projectId, LocalDate lookAgainOn, LocalDate occurredOn)
            implements NegotiationEvent {}

    record NegotiationResumed(
            NegotiationId negotiationId, ProjectId projectId, NegotiationStage stage, LocalDate occurredOn)
            implements NegotiationEvent {}

    record NegotiationTerminated(NegotiationId negotiationId, ProjectId projectId, Coded cause, LocalDate occurredOn)
            implements NegotiationEvent {}

    record NegotiationReopened(
            NegotiationId negotiationId, ProjectId projectId, NegotiationStage stage, LocalDate occurredOn)
            implements NegotiationEvent {}

    record Appointed(
            NegotiationId negotiationId,
            ProjectId projectId,
            ProjectRole role,
            StaffId staffId,
            StaffId previous,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record Dismissed(
            NegotiationId negotiationId, ProjectId projectId, ProjectRole role, StaffId staffId, LocalDate occurredOn)
            implements NegotiationEvent {}

    record PlanAdopted(
            NegotiationId negotiationId,
            ProjectId projectId,
            int version,
            String title,
            String text,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /** @param carriedOver topics still open from the rounds before, as they stood */
    record RoundLogged(
            NegotiationId negotiationId,
            ProjectId projectId,
            RoundId roundId,
            int number,
            RoundDetails round,
            List<TopicPosition> carriedOver,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /** {@code occurredOn} is the date of the round as corrected. */
    record RoundCorrected(
            NegotiationId negotiationId, ProjectId projectId, RoundId roundId, RoundDetails round, LocalDate occurredOn)
            implements NegotiationEvent {}

    record TermsRevised(
            NegotiationId negotiationId,
            ProjectId projectId,
            int version,
            Terms terms,
            String note,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record AdmissionReviewRequested(
            NegotiationId negotiationId,
            ProjectId projectId,
            ReviewId reviewId,
            int termsVersion,
            List<RequestedOpinion> opinions,
            LocalDate occurredOn)
            implements NegotiationEvent {

        /** @param body reviewing body with the name it had that day */
        public record RequestedOpinion(ReviewTopic topic, Coded body, LocalDate dueOn) {}
    }

    record OpinionGiven(
            NegotiationId negotiationId,
            ProjectId projectId,
            ReviewId reviewId,
            ReviewTopic topic,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /** {@code occurredOn} is the date of the opinion that is corrected. */
    record OpinionCorrected(
            NegotiationId negotiationId,
            ProjectId projectId,
            ReviewId reviewId,
            ReviewTopic topic,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record VetoOverruled(
            NegotiationId negotiationId,
            ProjectId projectId,
            ReviewId reviewId,
            ReviewTopic topic,
            Coded body,
            String minutes,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    record FairCompetitionReviewed(
            NegotiationId negotiationId,
            ProjectId projectId,
            int termsVersion,
            Coded body,
            boolean passed,
            String document,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /**
     * @param gates measured, required, gap as decided
     * @param gatesVersion version of the gates that measured
     * @param expiresOn last day of an approval; {@code null} when not approved
     */
    record AdmissionDecided(
            NegotiationId negotiationId,
            ProjectId projectId,
            ReviewId reviewId,
            AdmissionOutcome outcome,
            int termsVersion,
            List<GateResult> gates,
            String gatesVersion,
            List<String> conditions,
            String minutes,
            LocalDate expiresOn,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /** The request was taken back before it was decided: the stage went back, or the negotiation ended. */
    record AdmissionReviewWithdrawn(
            NegotiationId negotiationId, ProjectId projectId, ReviewId reviewId, LocalDate occurredOn)
            implements NegotiationEvent {}

    record ApprovalExpired(NegotiationId negotiationId, ProjectId projectId, ReviewId reviewId, LocalDate occurredOn)
            implements NegotiationEvent {}

    /** A letter of intent or framework was signed; the negotiation goes on towards a formal agreement. */
    record PreliminaryAgreementSigned(
            NegotiationId negotiationId,
            ProjectId projectId,
            SigningId signingId,
            AgreementKind kind,
            LocalDate occurredOn)
            implements NegotiationEvent {}

    /** The formal agreement was signed: the negotiation is over. */
    record NegotiationSigned(
            NegotiationId negotiationId, ProjectId projectId, SigningId signingId, LocalDate occurredOn)
            implements NegotiationEvent {}

    /** The agreement was rescinded or terminated: the negotiation may be reopened and another agreement signed. */
    record AgreementEnded(NegotiationId negotiationId, ProjectId projectId, SigningId signingId, LocalDate occurredOn)
            implements NegotiationEvent {}

    /** The end of the agreement was entered wrongly. {@code occurredOn} is the date of the end that is taken back. */
    record AgreementRestored(
            NegotiationId negotiationId, ProjectId projectId, SigningId signingId, LocalDate occurredOn)
            implements NegotiationEvent {}
}
