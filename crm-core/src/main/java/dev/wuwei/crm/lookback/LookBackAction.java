package dev.wuwei.crm.lookback;

import dev.wuwei.crm.lookback.LookBackCommand.ChangeReviewers;
import dev.wuwei.crm.lookback.LookBackCommand.CloseCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.CloseReview;
import dev.wuwei.crm.lookback.LookBackCommand.DemandRectification;
import dev.wuwei.crm.lookback.LookBackCommand.EscalateReview;
import dev.wuwei.crm.lookback.LookBackCommand.FreezeScope;
import dev.wuwei.crm.lookback.LookBackCommand.NotifyResult;
import dev.wuwei.crm.lookback.LookBackCommand.PullData;
import dev.wuwei.crm.lookback.LookBackCommand.RateReview;
import dev.wuwei.crm.lookback.LookBackCommand.RecheckRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RecordSiteVisit;
import dev.wuwei.crm.lookback.LookBackCommand.ReportRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RevisePlan;
import dev.wuwei.crm.shared.Command;
import java.util.List;

/** What a user may do with a campaign or a review, each with the command that does it. */
public enum LookBackAction {
    REVISE_PLAN(RevisePlan.class),
    FREEZE_SCOPE(FreezeScope.class),
    PULL_DATA(PullData.class),
    RESCHEDULE(RescheduleCampaign.class),
    CHANGE_REVIEWERS(ChangeReviewers.class),
    CLOSE_CAMPAIGN(CloseCampaign.class),
    RECORD_SITE_VISIT(RecordSiteVisit.class),
    RATE(RateReview.class),
    NOTIFY(NotifyResult.class),
    DEMAND_RECTIFICATION(DemandRectification.class),
    RESCHEDULE_RECTIFICATION(RescheduleRectification.class),
    REPORT_RECTIFICATION(ReportRectification.class),
    RECHECK_RECTIFICATION(RecheckRectification.class),
    CLOSE_REVIEW(CloseReview.class),
    ESCALATE(EscalateReview.class);

    private final Class<? extends Command> command;

    LookBackAction(Class<? extends Command> command) {
        this.command = command;
    }

    /** @return the command, whose {@link dev.wuwei.crm.shared.Allowed} says which roles may */
    public Class<? extends Command> command() {
        return command;
    }

    /** @return what the state of a campaign allows, the next step first. Roles and parks are checked elsewhere */
    public static List<LookBackAction> of(CampaignState state) {
        return switch (state) {
            case PLANNED -> List.of(FREEZE_SCOPE, REVISE_PLAN);
            case SCOPED -> List.of(PULL_DATA, RESCHEDULE, CHANGE_REVIEWERS);
            case DATA_PULLED -> List.of(CLOSE_CAMPAIGN, RESCHEDULE, CHANGE_REVIEWERS);
            case CLOSED -> List.of();
        };
    }

    /** @return what a review allows as a whole, the next step first; each rectification has steps of its own */
    public static List<LookBackAction> of(ReviewProgress review) {
        return switch (review.state()) {
            case DATA_PULLED, ON_SITE ->
                review.state() == ReviewState.ON_SITE
                        ? List.of(RATE, RECORD_SITE_VISIT)
                        : List.of(RECORD_SITE_VISIT, RATE);
            case RATED -> List.of(NOTIFY, RATE);
            case NOTIFIED -> List.of(DEMAND_RECTIFICATION, CLOSE_REVIEW, ESCALATE);
            case RECTIFYING -> List.of(DEMAND_RECTIFICATION, ESCALATE);
            case RECHECKED -> List.of(CLOSE_REVIEW, DEMAND_RECTIFICATION, ESCALATE);
            case CLOSED, ESCALATED -> List.of();
        };
    }

    /** @return what one rectification allows */
    public static List<LookBackAction> of(ReviewProgress review, ReviewProgress.Rectification one) {
        if (review.state() != ReviewState.RECTIFYING || one.passed()) {
            return List.of();
        }
        return one.reportedOn() == null
                ? List.of(REPORT_RECTIFICATION, RESCHEDULE_RECTIFICATION)
                : List.of(RECHECK_RECTIFICATION, REPORT_RECTIFICATION, RESCHEDULE_RECTIFICATION);
    }
}
