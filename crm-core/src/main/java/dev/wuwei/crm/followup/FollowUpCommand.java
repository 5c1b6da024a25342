package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.ticket.IssueTicketId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the follow-up of a signed project (五未). */
public sealed interface FollowUpCommand extends Command {
    FollowUpId followUpId();

    /** Sent by the policy when a formal agreement is signed. */
    @Allowed(Role.SYSTEM)
    record OpenFollowUp(
            @TargetAggregateIdentifier FollowUpId followUpId,
            ProjectId projectId,
            String projectNo,
            SigningId signingId,
            int agreementVersion,
            Coded park,
            List<AgreedPhase> phases,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /**
     * Sent by the policy when an agreement is amended, or when another is signed after the first had ended. Earlier agreed
     * dates stay in the history; a version that is known already changes nothing.
     */
    @Allowed(Role.SYSTEM)
    record ReviseAgreedDates(
            @TargetAggregateIdentifier FollowUpId followUpId,
            SigningId signingId,
            int agreementVersion,
            List<AgreedPhase> phases,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /** Sent by the policy when the signing date of the agreement was corrected. */
    @Allowed(Role.SYSTEM)
    record CorrectSigningDate(@TargetAggregateIdentifier FollowUpId followUpId, SigningId signingId, LocalDate signedOn)
            implements FollowUpCommand {}

    /** 上报: the enterprise or liaison says it happened. {@code occurredOn} is the day on which it happened. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReportMilestone(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Milestone milestone,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /** 核实: somebody was there and saw it. {@code occurredOn} is the day on which it happened, as verified. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record VerifyMilestone(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Milestone milestone,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /**
     * 认定 of a milestone that was reported and verified: counts officially from {@code occurredOn}. Order is enforced on
     * recognised dates, and for 达产 output and tax of the last twelve months are held against the agreement; {@code reason}
     * overrides both.
     *
     * @param annualRevenue for 上规 the annual main-business revenue confirmed, CNY, at least 2000万元
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record RecogniseMilestone(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Milestone milestone,
            Money annualRevenue,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /** Takes back whatever stands of a milestone: report, verification and recognition, or the skip. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawMilestone(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, Milestone milestone, String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record SkipMilestone(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Milestone milestone,
            SkipCause cause,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /** 设备安装调试 or 试生产 begins. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record EnterSubState(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, SubState subState, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** The sub-state was entered wrongly. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawSubState(@TargetAggregateIdentifier FollowUpId followUpId, String phase, String reason)
            implements FollowUpCommand, Reasoned {}

    /** @param clockRuns whether the agreed dates go on counting, as the cause says */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record SuspendPhase(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Cause cause,
            boolean clockRuns,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ResumePhase(@TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** 停产. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record StopProduction(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Cause cause,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record RestartProduction(@TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** 退规: no longer above scale. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record DropScale(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate occurredOn, String reason)
            implements FollowUpCommand, Reasoned {}

    /** The loss of scale was entered wrongly: what was recognised before holds again. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawScaleDrop(@TargetAggregateIdentifier FollowUpId followUpId, String phase, String reason)
            implements FollowUpCommand, Reasoned {}

    /** 达产后回落: output or tax has fallen below what was agreed for a year. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record RecordCapacityDrop(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate occurredOn, String reason)
            implements FollowUpCommand, Reasoned {}

    /** 恢复达产: output and tax of the last twelve months are held against the agreement again. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record RecordCapacityRegained(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, String evidence, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** The fall below full capacity was entered wrongly. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawCapacityDrop(@TargetAggregateIdentifier FollowUpId followUpId, String phase, String reason)
            implements FollowUpCommand, Reasoned {}

    /** 退出: the phase will not be built. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawPhase(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Cause cause,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /** The withdrawal was entered wrongly or the company comes back: the phase goes on where it stood. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ReinstatePhase(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate occurredOn, String reason)
            implements FollowUpCommand, Reasoned {}

    /** Service team; a role held by somebody else passes to the new one. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record AssignService(
            @TargetAggregateIdentifier FollowUpId followUpId, ServiceRole role, StaffId staffId, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** @param reason why it comes late, once the month is closed (结账) */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record FileMonthlyReturn(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            YearMonth month,
            MonthlyReturn figures,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /**
     * 纳统入库: the phase is in the library of investment statistics.
     *
     * @param libraryCode its code there
     * @param reportingUnit that reports for it (报统单位)
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RecordStatisticalInclusion(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            String libraryCode,
            String reportingUnit,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawStatisticalInclusion(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, String reason)
            implements FollowUpCommand, Reasoned {}

    /** 要素保障: who provides it, and until when. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record PlanElement(
            @TargetAggregateIdentifier FollowUpId followUpId,
            ElementKind element,
            String provider,
            LocalDate promisedOn,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /**
     * 到位; for land the hand-over (交地), from which agreed terms may run.
     *
     * @param land how much land was handed over, {@code null} where nobody says, and for every other element
     * @param disposalMethodCode how idle or little used land came to be free (盘活方式), {@code null} for any other land
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record DeliverElement(
            @TargetAggregateIdentifier FollowUpId followUpId,
            ElementKind element,
            Area land,
            String disposalMethodCode,
            String evidence,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawElementDelivery(
            @TargetAggregateIdentifier FollowUpId followUpId, ElementKind element, String reason)
            implements FollowUpCommand, Reasoned {}

    /** Which permits the project needs; {@code projectTypeCode} names the checklist. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ChoosePermitChecklist(
            @TargetAggregateIdentifier FollowUpId followUpId, String projectTypeCode, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** The application was accepted; from here the legal and the promised working days run. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ApplyForPermit(@TargetAggregateIdentifier FollowUpId followUpId, String permitCode, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** The application was entered wrongly or was sent back. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawPermitApplication(
            @TargetAggregateIdentifier FollowUpId followUpId, String permitCode, String reason)
            implements FollowUpCommand, Reasoned {}

    /**
     * 容缺受理 of an application.
     *
     * @param missing what is not there yet
     * @param promisedBy who promised to hand it in
     * @param promisedOn the last day by which it is promised
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AcceptTolerantly(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String permitCode,
            String missing,
            String promisedBy,
            LocalDate promisedOn,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    /** 补正: what was missing at a 容缺受理 is there. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record HandInMissingPapers(
            @TargetAggregateIdentifier FollowUpId followUpId, String permitCode, LocalDate occurredOn)
            implements FollowUpCommand {}

    /** 取得许可. @param number of the certificate */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record GrantPermit(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String permitCode,
            String number,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record WithdrawPermit(@TargetAggregateIdentifier FollowUpId followUpId, String permitCode, String reason)
            implements FollowUpCommand, Reasoned {}

    /**
     * 专题会, 现场会, 协调会 or 联席会议 about the project, with what it resolved.
     *
     * @param units that took part
     * @param ticketId the ticket that it was about, or {@code null}
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record HoldMeeting(
            @TargetAggregateIdentifier FollowUpId followUpId,
            @NewId MeetingId meetingId,
            MeetingKind kind,
            LocalDate occurredOn,
            String place,
            StaffId chair,
            List<OurPerson> ourPeople,
            String units,
            String agenda,
            List<ResolutionDraft> resolutions,
            IssueTicketId ticketId,
            List<Attachment> attachments)
            implements FollowUpCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawMeeting(@TargetAggregateIdentifier FollowUpId followUpId, MeetingId meetingId, String reason)
            implements FollowUpCommand, Reasoned {}

    /** One that was left out when the meeting was entered. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record AddResolution(
            @TargetAggregateIdentifier FollowUpId followUpId, MeetingId meetingId, ResolutionDraft resolution)
            implements FollowUpCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record FulfilResolution(
            @TargetAggregateIdentifier FollowUpId followUpId,
            MeetingId meetingId,
            int number,
            String outcome,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements FollowUpCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record ExtendResolution(
            @TargetAggregateIdentifier FollowUpId followUpId,
            MeetingId meetingId,
            int number,
            LocalDate dueOn,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record DropResolution(
            @TargetAggregateIdentifier FollowUpId followUpId,
            MeetingId meetingId,
            int number,
            LocalDate occurredOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /** It is not done, or is to be done after all. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record ReopenResolution(
            @TargetAggregateIdentifier FollowUpId followUpId, MeetingId meetingId, int number, String reason)
            implements FollowUpCommand, Reasoned {}

    /** 倒排工期 of a phase by the template of its kind. {@code productionOn} is the day by which it is to produce. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record PlanSchedule(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            String projectTypeCode,
            LocalDate productionOn)
            implements FollowUpCommand {}

    /** Another production date or another template; the first plan stays the baseline. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ReplanSchedule(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            String projectTypeCode,
            LocalDate productionOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /**
     * When a step of the schedule was begun and finished, where no permit or milestone says so.
     *
     * @param reason needed to change a date that was entered
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RecordStepProgress(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            String stepCode,
            LocalDate startedOn,
            LocalDate finishedOn,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /** 企业实绩 of one to twelve months that are over. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record ReportActuals(
            @TargetAggregateIdentifier FollowUpId followUpId,
            YearMonth firstMonth,
            YearMonth lastMonth,
            EnterpriseActuals figures)
            implements FollowUpCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record CorrectActuals(
            @TargetAggregateIdentifier FollowUpId followUpId,
            YearMonth firstMonth,
            YearMonth lastMonth,
            EnterpriseActuals figures,
            String reason)
            implements FollowUpCommand, Reasoned {}

    /**
     * Why the phase does not come to its next milestone.
     *
     * @param owner who sees to it
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record ExplainDelay(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            Cause cause,
            String explanation,
            StaffId owner,
            String nextAction,
            LocalDate nextActionOn)
            implements FollowUpCommand {}

    /** The cause is justified: it quiets the light up to a day, never the record. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record JustifyDelay(
            @TargetAggregateIdentifier FollowUpId followUpId, String phase, LocalDate quietUntil, String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawJustification(@TargetAggregateIdentifier FollowUpId followUpId, String phase, String reason)
            implements FollowUpCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record CorrectMonthlyReturn(
            @TargetAggregateIdentifier FollowUpId followUpId,
            String phase,
            YearMonth month,
            MonthlyReturn figures,
            String reason)
            implements FollowUpCommand, Reasoned {}
}
