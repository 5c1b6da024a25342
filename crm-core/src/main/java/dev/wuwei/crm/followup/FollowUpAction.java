package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.AcceptTolerantly;
import dev.wuwei.crm.followup.FollowUpCommand.AddResolution;
import dev.wuwei.crm.followup.FollowUpCommand.ApplyForPermit;
import dev.wuwei.crm.followup.FollowUpCommand.AssignService;
import dev.wuwei.crm.followup.FollowUpCommand.ChoosePermitChecklist;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectActuals;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.DeliverElement;
import dev.wuwei.crm.followup.FollowUpCommand.DropResolution;
import dev.wuwei.crm.followup.FollowUpCommand.DropScale;
import dev.wuwei.crm.followup.FollowUpCommand.EnterSubState;
import dev.wuwei.crm.followup.FollowUpCommand.ExplainDelay;
import dev.wuwei.crm.followup.FollowUpCommand.ExtendResolution;
import dev.wuwei.crm.followup.FollowUpCommand.FileMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.FulfilResolution;
import dev.wuwei.crm.followup.FollowUpCommand.GrantPermit;
import dev.wuwei.crm.followup.FollowUpCommand.HandInMissingPapers;
import dev.wuwei.crm.followup.FollowUpCommand.HoldMeeting;
import dev.wuwei.crm.followup.FollowUpCommand.JustifyDelay;
import dev.wuwei.crm.followup.FollowUpCommand.PlanElement;
import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecogniseMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityRegained;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReinstatePhase;
import dev.wuwei.crm.followup.FollowUpCommand.ReopenResolution;
import dev.wuwei.crm.followup.FollowUpCommand.ReplanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.ReportActuals;
import dev.wuwei.crm.followup.FollowUpCommand.ReportMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.RestartProduction;
import dev.wuwei.crm.followup.FollowUpCommand.ResumePhase;
import dev.wuwei.crm.followup.FollowUpCommand.SkipMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.StopProduction;
import dev.wuwei.crm.followup.FollowUpCommand.SuspendPhase;
import dev.wuwei.crm.followup.FollowUpCommand.VerifyMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawElementDelivery;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawJustification;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMeeting;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermit;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermitApplication;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPhase;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawScaleDrop;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawSubState;
import dev.wuwei.crm.shared.Command;

/** What a user may do with a phase, each with the command that does it. */
public enum FollowUpAction {
    REPORT_MILESTONE(ReportMilestone.class),
    VERIFY_MILESTONE(VerifyMilestone.class),
    RECOGNISE_MILESTONE(RecogniseMilestone.class),
    SKIP_MILESTONE(SkipMilestone.class),
    WITHDRAW_MILESTONE(WithdrawMilestone.class),
    ENTER_SUB_STATE(EnterSubState.class),
    WITHDRAW_SUB_STATE(WithdrawSubState.class),
    SUSPEND_PHASE(SuspendPhase.class),
    RESUME_PHASE(ResumePhase.class),
    STOP_PRODUCTION(StopProduction.class),
    RESTART_PRODUCTION(RestartProduction.class),
    DROP_SCALE(DropScale.class),
    WITHDRAW_SCALE_DROP(WithdrawScaleDrop.class),
    RECORD_CAPACITY_DROP(RecordCapacityDrop.class),
    RECORD_CAPACITY_REGAINED(RecordCapacityRegained.class),
    WITHDRAW_CAPACITY_DROP(WithdrawCapacityDrop.class),
    WITHDRAW_PHASE(WithdrawPhase.class),
    REINSTATE_PHASE(ReinstatePhase.class),
    ASSIGN_SERVICE(AssignService.class),
    FILE_MONTHLY_RETURN(FileMonthlyReturn.class),
    CORRECT_MONTHLY_RETURN(CorrectMonthlyReturn.class),
    RECORD_STATISTICAL_INCLUSION(RecordStatisticalInclusion.class),
    WITHDRAW_STATISTICAL_INCLUSION(WithdrawStatisticalInclusion.class),
    EXPLAIN_DELAY(ExplainDelay.class),
    JUSTIFY_DELAY(JustifyDelay.class),
    WITHDRAW_JUSTIFICATION(WithdrawJustification.class),
    PLAN_ELEMENT(PlanElement.class),
    DELIVER_ELEMENT(DeliverElement.class),
    WITHDRAW_ELEMENT_DELIVERY(WithdrawElementDelivery.class),
    CHOOSE_PERMIT_CHECKLIST(ChoosePermitChecklist.class),
    APPLY_FOR_PERMIT(ApplyForPermit.class),
    WITHDRAW_PERMIT_APPLICATION(WithdrawPermitApplication.class),
    ACCEPT_TOLERANTLY(AcceptTolerantly.class),
    HAND_IN_MISSING_PAPERS(HandInMissingPapers.class),
    GRANT_PERMIT(GrantPermit.class),
    WITHDRAW_PERMIT(WithdrawPermit.class),
    HOLD_MEETING(HoldMeeting.class),
    WITHDRAW_MEETING(WithdrawMeeting.class),
    ADD_RESOLUTION(AddResolution.class),
    FULFIL_RESOLUTION(FulfilResolution.class),
    EXTEND_RESOLUTION(ExtendResolution.class),
    DROP_RESOLUTION(DropResolution.class),
    REOPEN_RESOLUTION(ReopenResolution.class),
    PLAN_SCHEDULE(PlanSchedule.class),
    REPLAN_SCHEDULE(ReplanSchedule.class),
    RECORD_STEP_PROGRESS(RecordStepProgress.class),
    REPORT_ACTUALS(ReportActuals.class),
    CORRECT_ACTUALS(CorrectActuals.class);

    private final Class<? extends Command> command;

    FollowUpAction(Class<? extends Command> command) {
        this.command = command;
    }

    /** @return the command, whose {@link dev.wuwei.crm.shared.Allowed} says which roles may */
    public Class<? extends Command> command() {
        return command;
    }
}
