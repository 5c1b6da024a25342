package dev.wuwei.crm.lookback;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.CommitmentSide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about look-back campaigns and their reviews (回头看). */
public sealed interface LookBackCommand extends Command {

    /**
     * Which projects are meant.
     *
     * @param signedFrom first and
     * @param signedTo last signing date, both included
     * @param parkCodes empty for all in the sender's scope
     * @param industryCodes empty for all
     * @param atLeast signed investment in CNY, or {@code null} for any
     */
    record Scope(
            LocalDate signedFrom,
            LocalDate signedTo,
            List<String> parkCodes,
            List<String> industryCodes,
            Money atLeast) {}

    /**
     * @param cutOff the day whose state is looked at
     * @param finishBy 完成时限: the day by which every review is to be finished, or {@code null}
     */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record PlanCampaign(
            @TargetAggregateIdentifier @NewId CampaignId campaignId,
            String name,
            Scope rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** While the list is not frozen. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record RevisePlan(
            @TargetAggregateIdentifier CampaignId campaignId,
            String name,
            Scope rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 定名单: who meets the rule on the cut-off date is on the list for good. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record FreezeScope(@TargetAggregateIdentifier CampaignId campaignId, LocalDate occurredOn)
            implements LookBackCommand {}

    /** 调整时限, once the list is frozen. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record RescheduleCampaign(
            @TargetAggregateIdentifier CampaignId campaignId, LocalDate finishBy, LocalDate occurredOn, String reason)
            implements LookBackCommand, Reasoned {}

    /** 调整核查人, once the list is frozen. {@code reviewers} are all who are to review from then on. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record ChangeReviewers(
            @TargetAggregateIdentifier CampaignId campaignId,
            List<StaffId> reviewers,
            LocalDate occurredOn,
            String reason)
            implements LookBackCommand, Reasoned {}

    /** 取数: of every project on the list, as of the cut-off date, as known now. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record PullData(@TargetAggregateIdentifier CampaignId campaignId, LocalDate occurredOn)
            implements LookBackCommand {}

    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD, Role.LEADER})
    record CloseCampaign(@TargetAggregateIdentifier CampaignId campaignId, String conclusion, LocalDate occurredOn)
            implements LookBackCommand {}

    /** Sent for every project on the list. @param knownAt what was recorded later is not on the sheet */
    @Allowed(Role.SYSTEM)
    record OpenReview(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            CampaignId campaignId,
            String campaign,
            ScopeEntry project,
            LocalDate cutOff,
            Instant knownAt,
            long position,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 现场核查. */
    @Allowed({Role.SUPERVISOR, Role.DEPARTMENT_HEAD})
    record RecordSiteVisit(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            String findings,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /**
     * 评定. Again until it was notified, and then with a reason.
     *
     * @param cause whose side shortcomings lie on, {@code null} where there are none
     */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record RateReview(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            Grade grade,
            Cause cause,
            String opinion,
            List<Consequence> consequences,
            LocalDate occurredOn,
            String reason)
            implements LookBackCommand, Reasoned {}

    /** 通报. @param documentNo of the notice */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record NotifyResult(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            String documentNo,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 责令整改. @param responsible who must act: the enterprise or a department */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record DemandRectification(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            @NewId RectificationId rectificationId,
            CommitmentSide side,
            String demand,
            String responsible,
            LocalDate deadline,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 调整整改期限, until it has passed its recheck. */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record RescheduleRectification(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            RectificationId rectificationId,
            LocalDate deadline,
            LocalDate occurredOn,
            String reason)
            implements LookBackCommand, Reasoned {}

    /** 报整改结果. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record ReportRectification(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            RectificationId rectificationId,
            String result,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 复核. What does not pass is reported anew. */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record RecheckRectification(
            @TargetAggregateIdentifier LookBackReviewId reviewId,
            RectificationId rectificationId,
            boolean passed,
            String opinion,
            LocalDate occurredOn)
            implements LookBackCommand {}

    /** 销号. */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record CloseReview(@TargetAggregateIdentifier LookBackReviewId reviewId, String conclusion, LocalDate occurredOn)
            implements LookBackCommand {}

    /** 上报处置: to a body that decides on what the review cannot settle. */
    @Allowed({Role.SUPERVISOR, Role.LEADER})
    record EscalateReview(
            @TargetAggregateIdentifier LookBackReviewId reviewId, String body, LocalDate occurredOn, String reason)
            implements LookBackCommand, Reasoned {}
}
