package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.util.List;

/** What happened to the commitments of an agreement beside milestones, permits and returns. A clause names each. */
public sealed interface CommitmentEvent extends DomainEvent {
    SigningId signingId();

    ProjectId projectId();

    /** @param verdict for a commitment in words, otherwise {@code null} */
    record CommitmentAssessed(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            String clause,
            String actual,
            CommitmentVerdict verdict,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentEvent {}

    /** {@code occurredOn} is the date of the assessment that is taken back. */
    record AssessmentWithdrawn(
            SigningId signingId, ProjectId projectId, EntryId entryId, String clause, LocalDate occurredOn)
            implements CommitmentEvent {}

    record CommitmentWaived(
            SigningId signingId,
            ProjectId projectId,
            String clause,
            String document,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentEvent {}

    /** {@code occurredOn} is the date of the waiver that is taken back. */
    record WaiverWithdrawn(SigningId signingId, ProjectId projectId, String clause, LocalDate occurredOn)
            implements CommitmentEvent {}

    record RectificationOrdered(
            SigningId signingId,
            ProjectId projectId,
            String clause,
            String demand,
            LocalDate deadline,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentEvent {}

    /** {@code occurredOn} is the date of the order that is taken back. */
    record RectificationWithdrawn(SigningId signingId, ProjectId projectId, String clause, LocalDate occurredOn)
            implements CommitmentEvent {}

    record PromiseAdvanced(
            SigningId signingId,
            ProjectId projectId,
            String clause,
            PromiseStep step,
            String note,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentEvent {}

    /** {@code occurredOn} is the date of the step that is taken back. */
    record PromiseStepWithdrawn(
            SigningId signingId, ProjectId projectId, String clause, PromiseStep step, LocalDate occurredOn)
            implements CommitmentEvent {}

    record PromisePaid(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            String clause,
            Money amount,
            int budgetYear,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentEvent {}

    /** {@code occurredOn} is the date of the payment that is corrected. */
    record PromisePaymentCorrected(
            SigningId signingId,
            ProjectId projectId,
            EntryId entryId,
            String clause,
            Money amount,
            Money previous,
            LocalDate occurredOn)
            implements CommitmentEvent {}
}
