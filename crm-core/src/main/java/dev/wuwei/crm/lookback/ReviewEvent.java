package dev.wuwei.crm.lookback;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to the look-back review of one project. */
public sealed interface ReviewEvent extends DomainEvent {
    LookBackReviewId reviewId();

    CampaignId campaignId();

    ProjectId projectId();

    /**
     * @param knownAt what was recorded later is not on the sheet
     * @param position of the event that pulled the data
     */
    record ReviewOpened(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            String campaign,
            ProjectId projectId,
            ScopeEntry project,
            LocalDate cutOff,
            Instant knownAt,
            long position,
            Sheet sheet,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record SiteVisited(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            String findings,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record ReviewRated(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            Grade grade,
            Cause cause,
            String opinion,
            List<Consequence> consequences,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record ResultNotified(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            String documentNo,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record RectificationDemanded(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            RectificationId rectificationId,
            CommitmentSide side,
            String demand,
            String responsible,
            LocalDate deadline,
            LocalDate occurredOn)
            implements ReviewEvent {}

    /** @param before the deadline that held until then */
    record RectificationRescheduled(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            RectificationId rectificationId,
            String demand,
            LocalDate deadline,
            LocalDate before,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record RectificationReported(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            RectificationId rectificationId,
            String result,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record RectificationRechecked(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            RectificationId rectificationId,
            boolean passed,
            String opinion,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record ReviewClosed(
            LookBackReviewId reviewId,
            CampaignId campaignId,
            ProjectId projectId,
            String conclusion,
            LocalDate occurredOn)
            implements ReviewEvent {}

    record ReviewEscalated(
            LookBackReviewId reviewId, CampaignId campaignId, ProjectId projectId, String body, LocalDate occurredOn)
            implements ReviewEvent {}
}
