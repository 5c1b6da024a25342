package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.ticket.IssueTicketId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What happened in the follow-up of a signed project (五未). */
public sealed interface FollowUpEvent extends DomainEvent {
    FollowUpId followUpId();

    ProjectId projectId();

    record FollowUpOpened(
            FollowUpId followUpId,
            ProjectId projectId,
            String projectNo,
            SigningId signingId,
            int agreementVersion,
            Coded park,
            List<AgreedPhase> phases,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * The agreed dates as the new version of the agreement has them. A phase that it no longer names keeps its dates until
     * it is withdrawn. Another agreement takes up the phases that it names, even if they had been withdrawn.
     */
    record AgreedDatesRevised(
            FollowUpId followUpId,
            ProjectId projectId,
            SigningId signingId,
            int agreementVersion,
            List<AgreedPhase> phases,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the signing date as corrected. */
    record SigningDateCorrected(FollowUpId followUpId, ProjectId projectId, LocalDate signedOn, LocalDate occurredOn)
            implements FollowUpEvent {}

    record MilestoneReported(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record MilestoneVerified(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * @param agreedBy the date agreed for it that day, or {@code null}
     * @param outOfOrder the order was overridden, with the reason in the metadata
     */
    record MilestoneRecognised(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            Money annualRevenue,
            LocalDate agreedBy,
            boolean outOfOrder,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * Report, verification and recognition of the milestone, or its skip, stand no longer. {@code occurredOn} is the date of
     * what is taken back.
     */
    record MilestoneWithdrawn(
            FollowUpId followUpId, ProjectId projectId, String phase, Milestone milestone, LocalDate occurredOn)
            implements FollowUpEvent {}

    record MilestoneSkipped(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            SkipCause cause,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record SubStateEntered(
            FollowUpId followUpId, ProjectId projectId, String phase, SubState subState, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the date of the sub-state that is taken back. */
    record SubStateWithdrawn(
            FollowUpId followUpId, ProjectId projectId, String phase, SubState subState, LocalDate occurredOn)
            implements FollowUpEvent {}

    record PhaseSuspended(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Cause cause,
            boolean clockRuns,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record PhaseResumed(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    record ProductionStopped(
            FollowUpId followUpId, ProjectId projectId, String phase, Cause cause, LocalDate occurredOn)
            implements FollowUpEvent {}

    record ProductionRestarted(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 上规 and 达产 no longer hold and can be recognised anew, from that day on. */
    record ScaleDropped(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 达产后回落: 达产 stays recognised, and is overdue to be reached again since that day. */
    record CapacityDropped(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 恢复达产. */
    record CapacityRegained(
            FollowUpId followUpId, ProjectId projectId, String phase, String evidence, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the date of the drop that is taken back. */
    record CapacityDropWithdrawn(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 上规 and 达产 hold again as recognised. {@code occurredOn} is the date of the drop that is taken back. */
    record ScaleDropWithdrawn(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    record PhaseWithdrawn(FollowUpId followUpId, ProjectId projectId, String phase, Cause cause, LocalDate occurredOn)
            implements FollowUpEvent {}

    record PhaseReinstated(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    record ServiceAssigned(
            FollowUpId followUpId,
            ProjectId projectId,
            ServiceRole role,
            StaffId staffId,
            StaffId previous,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the last day of the month, or the day of filing while the month runs. */
    record MonthlyReturnFiled(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            YearMonth month,
            MonthlyReturn figures,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is that of the return that is corrected. */
    record MonthlyReturnCorrected(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            YearMonth month,
            MonthlyReturn figures,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** Why the phase does not come to {@code milestone}; takes the place of what was told before, and of its justification. */
    record DelayExplained(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            Cause cause,
            String explanation,
            StaffId owner,
            String nextAction,
            LocalDate nextActionOn,
            LocalDate occurredOn)
            implements FollowUpEvent {

        public Delay delay() {
            return new Delay(milestone, cause, explanation, owner, nextAction, nextActionOn, null);
        }
    }

    /** @param quietUntil the last day on which the cause quiets the light */
    record DelayJustified(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Milestone milestone,
            Cause cause,
            LocalDate quietUntil,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the justification that is taken back. */
    record JustificationWithdrawn(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 纳统入库. @param libraryCode of the phase in the library of investment statistics */
    record StatisticalInclusionRecorded(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            String libraryCode,
            String reportingUnit,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the inclusion that is taken back. */
    record StatisticalInclusionWithdrawn(FollowUpId followUpId, ProjectId projectId, String phase, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** @param promisedOn the last day by which it is promised */
    record ElementPlanned(
            FollowUpId followUpId,
            ProjectId projectId,
            ElementKind element,
            String provider,
            LocalDate promisedOn,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * @param land handed over; {@code null} where nobody said how much, and for every other element
     * @param disposalMethod how idle or little used land came to be free; {@code null} for any other land
     */
    record ElementDelivered(
            FollowUpId followUpId,
            ProjectId projectId,
            ElementKind element,
            Area land,
            Coded disposalMethod,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the delivery that is taken back. */
    record ElementDeliveryWithdrawn(
            FollowUpId followUpId, ProjectId projectId, ElementKind element, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** The permits that the project needs, as the checklist was on that day. */
    record PermitChecklistChosen(
            FollowUpId followUpId,
            ProjectId projectId,
            Coded projectType,
            String checklistVersion,
            List<RequiredPermit> permits,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * @param legalDueOn the last working day that the law grants, {@code null} for a permit that is on no checklist
     * @param dueOn the last working day that is promised, {@code null} likewise
     */
    record PermitApplied(
            FollowUpId followUpId,
            ProjectId projectId,
            Coded permit,
            LocalDate legalDueOn,
            LocalDate dueOn,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the application that is taken back, with what was promised at it. */
    record PermitApplicationWithdrawn(FollowUpId followUpId, ProjectId projectId, Coded permit, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** 容缺受理: accepted although papers are missing. */
    record TolerantlyAccepted(
            FollowUpId followUpId,
            ProjectId projectId,
            Coded permit,
            String missing,
            String promisedBy,
            LocalDate promisedOn,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record MissingPapersHandedIn(FollowUpId followUpId, ProjectId projectId, Coded permit, LocalDate occurredOn)
            implements FollowUpEvent {}

    record PermitGranted(
            FollowUpId followUpId,
            ProjectId projectId,
            Coded permit,
            String number,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the grant that is taken back. */
    record PermitWithdrawn(FollowUpId followUpId, ProjectId projectId, Coded permit, LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * @param units that took part
     * @param ticketId the ticket that it was about, or {@code null}
     */
    record MeetingHeld(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            MeetingKind kind,
            String place,
            StaffId chair,
            List<OurPerson> ourPeople,
            String units,
            String agenda,
            IssueTicketId ticketId,
            List<Resolution> resolutions,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** The meeting and what it resolved were entered wrongly. {@code occurredOn} is its day. */
    record MeetingWithdrawn(FollowUpId followUpId, ProjectId projectId, MeetingId meetingId, LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the meeting. */
    record ResolutionAdded(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            Resolution resolution,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record ResolutionFulfilled(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            int number,
            String text,
            String outcome,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** @param previous the day that was set before */
    record ResolutionExtended(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            int number,
            String text,
            LocalDate dueOn,
            LocalDate previous,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    record ResolutionDropped(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            int number,
            String text,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the day of the end that is taken back. */
    record ResolutionReopened(
            FollowUpId followUpId,
            ProjectId projectId,
            MeetingId meetingId,
            int number,
            String text,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /**
     * 倒排工期 of a phase, counted back from the day by which it is to produce, as the template was on that day.
     *
     * @param revision 1 for the baseline
     */
    record SchedulePlanned(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            int revision,
            Coded projectType,
            String templateVersion,
            LocalDate productionOn,
            List<PlannedStep> steps,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** Both dates as they are now; {@code null} while it is not begun or finished, or where a permit or milestone says when. */
    record StepProgressRecorded(
            FollowUpId followUpId,
            ProjectId projectId,
            String phase,
            Coded step,
            LocalDate startedOn,
            LocalDate finishedOn,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is the last day of the last month. */
    record ActualsReported(
            FollowUpId followUpId,
            ProjectId projectId,
            YearMonth firstMonth,
            YearMonth lastMonth,
            EnterpriseActuals figures,
            LocalDate occurredOn)
            implements FollowUpEvent {}

    /** {@code occurredOn} is that of the report that is corrected. */
    record ActualsCorrected(
            FollowUpId followUpId,
            ProjectId projectId,
            YearMonth firstMonth,
            YearMonth lastMonth,
            EnterpriseActuals figures,
            LocalDate occurredOn)
            implements FollowUpEvent {}
}
