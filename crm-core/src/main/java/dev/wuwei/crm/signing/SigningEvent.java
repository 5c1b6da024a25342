package dev.wuwei.crm.signing;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.List;

/** What happened to an agreement (签约). */
public sealed interface SigningEvent extends DomainEvent {
    SigningId signingId();

    ProjectId projectId();

    /**
     * Version 1. {@code occurredOn} is the signing date.
     *
     * @param owner whom the signing is credited to, until it is moved
     */
    record AgreementSigned(
            SigningId signingId,
            ProjectId projectId,
            String projectNo,
            NegotiationId negotiationId,
            AgreementKind kind,
            String contractNo,
            List<Party> parties,
            AgreementTerms terms,
            Coded occasion,
            boolean signedOnSite,
            boolean newlyIntroduced,
            Coded industry,
            Coded park,
            StaffId owner,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningEvent {}

    record AgreementUpgraded(
            SigningId signingId,
            ProjectId projectId,
            String projectNo,
            int version,
            AgreementKind from,
            AgreementKind kind,
            String contractNo,
            List<Party> parties,
            AgreementTerms terms,
            boolean signedOnSite,
            Coded park,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningEvent {}

    /** @param contractNo of the supplementary agreement, or {@code null}; the agreement keeps its own number */
    record AgreementAmended(
            SigningId signingId,
            ProjectId projectId,
            int version,
            String contractNo,
            AgreementTerms terms,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningEvent {}

    /**
     * @param totalInvestment after the increase
     * @param contractNo of the supplementary agreement, or {@code null}
     */
    record CapitalIncreased(
            SigningId signingId,
            ProjectId projectId,
            int version,
            Money by,
            Money totalInvestment,
            String contractNo,
            LocalDate occurredOn)
            implements SigningEvent {}

    /**
     * @param totalInvestment after the decrease
     * @param contractNo of the supplementary agreement, or {@code null}
     */
    record CapitalDecreased(
            SigningId signingId,
            ProjectId projectId,
            int version,
            Money by,
            Money totalInvestment,
            String contractNo,
            LocalDate occurredOn)
            implements SigningEvent {}

    /** {@code occurredOn} is the date of the version that was wrong. */
    record AmountCorrected(
            SigningId signingId,
            ProjectId projectId,
            int version,
            Money totalInvestment,
            Money fixedAssetInvestment,
            Money foreignCapital,
            LocalDate occurredOn)
            implements SigningEvent {}

    /** {@code occurredOn} is the signing date as corrected. */
    record AgreementCorrected(
            SigningId signingId,
            ProjectId projectId,
            String contractNo,
            LocalDate signedOn,
            Coded occasion,
            Coded industry,
            boolean signedOnSite,
            boolean newlyIntroduced,
            LocalDate occurredOn)
            implements SigningEvent {}

    record AgreementRescinded(SigningId signingId, ProjectId projectId, Coded cause, LocalDate occurredOn)
            implements SigningEvent {}

    record AgreementTerminated(SigningId signingId, ProjectId projectId, Coded cause, LocalDate occurredOn)
            implements SigningEvent {}

    record AgreementFulfilled(SigningId signingId, ProjectId projectId, LocalDate occurredOn) implements SigningEvent {}

    /**
     * The end was entered wrongly and is taken back. {@code occurredOn} is the date of the end that is taken back.
     *
     * @param state the state in force again
     */
    record AgreementReinstated(SigningId signingId, ProjectId projectId, AgreementState state, LocalDate occurredOn)
            implements SigningEvent {}

    record SigningRecognised(SigningId signingId, ProjectId projectId, Coded body, Money amount, LocalDate occurredOn)
            implements SigningEvent {}

    /** {@code occurredOn} is the date of the recognition that is taken back. */
    record RecognitionWithdrawn(
            SigningId signingId, ProjectId projectId, Coded body, Money amount, LocalDate occurredOn)
            implements SigningEvent {}

    record CreditMoved(
            SigningId signingId,
            ProjectId projectId,
            StaffId owner,
            TeamId teamId,
            String teamName,
            LocalDate occurredOn)
            implements SigningEvent {}

    record CapitalArrived(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            Money amount,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningEvent {}

    /** {@code occurredOn} is the date of the entry that is corrected. */
    record ArrivedCapitalCorrected(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            Money amount,
            Money previous,
            LocalDate occurredOn)
            implements SigningEvent {}

    record ForeignCapitalUsed(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            Money amount,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningEvent {}

    /** {@code occurredOn} is the date of the entry that is corrected. */
    record ForeignCapitalCorrected(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            Money amount,
            Money previous,
            LocalDate occurredOn)
            implements SigningEvent {}
}
