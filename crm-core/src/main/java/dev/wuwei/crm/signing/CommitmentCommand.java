package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the commitments of an agreement (承诺): those facts that no milestone, permit or return tells. */
public sealed interface CommitmentCommand extends Command {

    /**
     * A figure as audited or found on site, which outweighs what is reported; or the verdict on a commitment in words.
     *
     * @param actual a number in the unit of the metric; in words for {@link Metric#OTHER}
     * @param verdict for {@link Metric#OTHER} only; elsewhere it follows from the figure
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record AssessCommitment(
            @TargetAggregateIdentifier SigningId signingId,
            @NewId EntryId entryId,
            String clause,
            String actual,
            CommitmentVerdict verdict,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentCommand {}

    /** The assessment was entered wrongly. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record WithdrawAssessment(@TargetAggregateIdentifier SigningId signingId, EntryId entryId, String reason)
            implements CommitmentCommand, Reasoned {}

    /** 豁免: from that day on the commitment is not held against the company. @param document that says so */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record WaiveCommitment(
            @TargetAggregateIdentifier SigningId signingId,
            String clause,
            String document,
            List<Attachment> attachments,
            LocalDate occurredOn,
            String reason)
            implements CommitmentCommand, Reasoned {}

    /** The waiver was entered wrongly, or no longer holds. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record WithdrawWaiver(@TargetAggregateIdentifier SigningId signingId, String clause, String reason)
            implements CommitmentCommand, Reasoned {}

    /** 责令整改. Another order moves the deadline. @param deadline last day on which it may be put right */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record OrderRectification(
            @TargetAggregateIdentifier SigningId signingId,
            String clause,
            String demand,
            LocalDate deadline,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentCommand {}

    /** The last order was entered wrongly; the one before it stands again. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawRectification(@TargetAggregateIdentifier SigningId signingId, String clause, String reason)
            implements CommitmentCommand, Reasoned {}

    /** @param note what was submitted or found; needed where it is refused or becomes void */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AdvancePromise(
            @TargetAggregateIdentifier SigningId signingId,
            String clause,
            PromiseStep step,
            String note,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentCommand {}

    /** The last step was entered wrongly; the one before it stands again. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record WithdrawPromiseStep(@TargetAggregateIdentifier SigningId signingId, String clause, String reason)
            implements CommitmentCommand, Reasoned {}

    /** Pays all or part of an incentive. @param amount CNY, positive @param budgetYear whose budget it is paid from */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record PayPromise(
            @TargetAggregateIdentifier SigningId signingId,
            @NewId EntryId entryId,
            String clause,
            Money amount,
            int budgetYear,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements CommitmentCommand {}

    /** @param amount what it should have been, zero to take the payment back */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record CorrectPromisePayment(
            @TargetAggregateIdentifier SigningId signingId, EntryId entryId, Money amount, String reason)
            implements CommitmentCommand, Reasoned {}
}
