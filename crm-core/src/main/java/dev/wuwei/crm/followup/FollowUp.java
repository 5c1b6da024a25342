package dev.wuwei.crm.followup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.followup.FollowUpCommand.AcceptTolerantly;
import dev.wuwei.crm.followup.FollowUpCommand.AddResolution;
import dev.wuwei.crm.followup.FollowUpCommand.ApplyForPermit;
import dev.wuwei.crm.followup.FollowUpCommand.AssignService;
import dev.wuwei.crm.followup.FollowUpCommand.ChoosePermitChecklist;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectActuals;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectSigningDate;
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
import dev.wuwei.crm.followup.FollowUpCommand.OpenFollowUp;
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
import dev.wuwei.crm.followup.FollowUpCommand.ReviseAgreedDates;
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
import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.signing.Agreements;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.standard.StandardBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The follow-up of one signed project, phase by phase. Decides by {@link FollowUpCourse}. */
@Aggregate(cache = "aggregateCache")
class FollowUp {
    @AggregateIdentifier
    private FollowUpId id;

    private final FollowUpCourse course = new FollowUpCourse();

    FollowUp() {}

    @CommandHandler
    FollowUp(OpenFollowUp command, EventMeta meta, Uniqueness uniqueness) {
        if (uniqueness
                .tryTake(FollowUpCourse.PROJECT, command.projectId().toString(), command.followUpId(), meta)
                .isPresent()) {
            throw new RuleViolated(FollowUpRule.ALREADY_OPEN);
        }
        apply(new FollowUpOpened(
                command.followUpId(),
                command.projectId(),
                command.projectNo(),
                command.signingId(),
                command.agreementVersion(),
                command.park(),
                command.phases(),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(ReviseAgreedDates command) {
        course.revise(command).ifPresent(revised -> apply(revised));
    }

    @CommandHandler
    void handle(CorrectSigningDate command) {
        course.correct(command).ifPresent(corrected -> apply(corrected, correcting(course.openingEvent())));
    }

    @CommandHandler
    void handle(ReportMilestone command, EventMeta meta) {
        apply(course.report(command, meta));
    }

    @CommandHandler
    void handle(VerifyMilestone command, EventMeta meta) {
        apply(course.verify(command, meta));
    }

    @CommandHandler
    void handle(
            RecogniseMilestone command,
            EventMeta meta,
            Thresholds thresholds,
            StandardBook book,
            Agreements agreements) {
        apply(course.recognise(command, meta, thresholds, book, agreements));
    }

    @CommandHandler
    void handle(WithdrawMilestone command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.milestoneEvent(withdrawn.phase(), withdrawn.milestone())));
    }

    @CommandHandler
    void handle(SkipMilestone command, EventMeta meta) {
        apply(course.skip(command, meta));
    }

    @CommandHandler
    void handle(EnterSubState command, EventMeta meta) {
        apply(course.enter(command, meta));
    }

    @CommandHandler
    void handle(WithdrawSubState command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.subStateEvent(withdrawn.phase())));
    }

    @CommandHandler
    void handle(SuspendPhase command, EventMeta meta) {
        apply(course.suspend(command, meta));
    }

    @CommandHandler
    void handle(ResumePhase command, EventMeta meta) {
        apply(course.resume(command, meta));
    }

    @CommandHandler
    void handle(StopProduction command, EventMeta meta) {
        apply(course.stop(command, meta));
    }

    @CommandHandler
    void handle(RestartProduction command, EventMeta meta) {
        apply(course.restart(command, meta));
    }

    @CommandHandler
    void handle(DropScale command, EventMeta meta) {
        apply(course.drop(command, meta));
    }

    @CommandHandler
    void handle(WithdrawScaleDrop command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.scaleDropEvent(withdrawn.phase())));
    }

    @CommandHandler
    void handle(RecordCapacityDrop command, EventMeta meta) {
        apply(course.drop(command, meta));
    }

    @CommandHandler
    void handle(RecordCapacityRegained command, EventMeta meta, StandardBook book, Agreements agreements) {
        apply(course.regain(command, meta, book, agreements));
    }

    @CommandHandler
    void handle(WithdrawCapacityDrop command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.capacityDropEvent(withdrawn.phase())));
    }

    @CommandHandler
    void handle(WithdrawPhase command, EventMeta meta) {
        apply(course.withdraw(command, meta));
    }

    @CommandHandler
    void handle(ReinstatePhase command, EventMeta meta) {
        var reinstated = course.reinstate(command, meta);
        apply(reinstated, correcting(course.withdrawalEvent(reinstated.phase())));
    }

    @CommandHandler
    void handle(AssignService command, EventMeta meta, StaffDirectory staff) {
        apply(course.assign(command, meta, staff));
    }

    @CommandHandler
    void handle(FileMonthlyReturn command, EventMeta meta, Uniqueness uniqueness) {
        apply(course.file(command, meta, new ClosedMonths(uniqueness)));
    }

    @CommandHandler
    void handle(CorrectMonthlyReturn command, EventMeta meta) {
        var corrected = course.correct(command, meta);
        apply(corrected, correcting(course.returnEvent(corrected.phase(), corrected.month())));
    }

    @CommandHandler
    void handle(RecordStatisticalInclusion command, EventMeta meta) {
        apply(course.include(command, meta));
    }

    @CommandHandler
    void handle(WithdrawStatisticalInclusion command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.inclusionEvent(withdrawn.phase())));
    }

    @CommandHandler
    void handle(ExplainDelay command, EventMeta meta, StaffDirectory staff) {
        apply(course.explain(command, meta, staff));
    }

    @CommandHandler
    void handle(JustifyDelay command, EventMeta meta) {
        apply(course.justify(command, meta));
    }

    @CommandHandler
    void handle(WithdrawJustification command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.delays().justifyingEvent(withdrawn.phase())));
    }

    @CommandHandler
    void handle(PlanElement command, EventMeta meta) {
        apply(course.plan(command, meta));
    }

    @CommandHandler
    void handle(DeliverElement command, EventMeta meta, Dictionaries dictionaries) {
        apply(course.deliver(command, meta, dictionaries));
    }

    @CommandHandler
    void handle(WithdrawElementDelivery command, EventMeta meta) {
        var withdrawn = course.withdraw(command, meta);
        apply(withdrawn, correcting(course.elements().event(withdrawn.element())));
    }

    @CommandHandler
    void handle(ChoosePermitChecklist command, EventMeta meta, Dictionaries dictionaries, PermitChecklists checklists) {
        apply(course.permits(meta).choose(command, course.projectId(), meta, dictionaries, checklists));
    }

    @CommandHandler
    void handle(ApplyForPermit command, EventMeta meta, Dictionaries dictionaries, WorkingCalendar calendar) {
        apply(course.permits(meta).apply(command, course.projectId(), meta, dictionaries, calendar));
    }

    @CommandHandler
    void handle(WithdrawPermitApplication command, EventMeta meta) {
        Permits permits = course.permits(meta);
        var withdrawn = permits.withdraw(command, course.projectId());
        apply(withdrawn, correcting(permits.applicationEvent(withdrawn.permit())));
    }

    @CommandHandler
    void handle(AcceptTolerantly command, EventMeta meta) {
        apply(course.permits(meta).accept(command, course.projectId(), meta));
    }

    @CommandHandler
    void handle(HandInMissingPapers command, EventMeta meta) {
        apply(course.permits(meta).handIn(command, course.projectId(), meta));
    }

    @CommandHandler
    void handle(GrantPermit command, EventMeta meta, Dictionaries dictionaries) {
        apply(course.permits(meta).grant(command, course.projectId(), meta, dictionaries));
    }

    @CommandHandler
    void handle(WithdrawPermit command, EventMeta meta) {
        Permits permits = course.permits(meta);
        var withdrawn = permits.withdraw(command, course.projectId());
        apply(withdrawn, correcting(permits.grantEvent(withdrawn.permit())));
    }

    @CommandHandler
    void handle(HoldMeeting command, EventMeta meta, StaffDirectory staff, Existence existence) {
        apply(course.meetings(meta).hold(command, course.projectId(), meta, staff, existence));
    }

    @CommandHandler
    void handle(WithdrawMeeting command, EventMeta meta) {
        Meetings meetings = course.meetings(meta);
        var withdrawn = meetings.withdraw(command, course.projectId());
        apply(withdrawn, correcting(meetings.heldEvent(withdrawn.meetingId())));
    }

    @CommandHandler
    void handle(AddResolution command, EventMeta meta, StaffDirectory staff) {
        apply(course.meetings(meta).add(command, course.projectId(), staff));
    }

    @CommandHandler
    void handle(FulfilResolution command, EventMeta meta) {
        apply(course.meetings(meta).fulfil(command, course.projectId(), meta));
    }

    @CommandHandler
    void handle(ExtendResolution command, EventMeta meta) {
        apply(course.meetings(meta).extend(command, course.projectId(), meta));
    }

    @CommandHandler
    void handle(DropResolution command, EventMeta meta) {
        apply(course.meetings(meta).drop(command, course.projectId(), meta));
    }

    @CommandHandler
    void handle(ReopenResolution command, EventMeta meta) {
        Meetings meetings = course.meetings(meta);
        var reopened = meetings.reopen(command, course.projectId());
        apply(reopened, correcting(meetings.endingEvent(reopened.meetingId(), reopened.number())));
    }

    @CommandHandler
    void handle(
            PlanSchedule command,
            EventMeta meta,
            ScheduleTemplates templates,
            Dictionaries dictionaries,
            WorkingCalendar calendar) {
        apply(course.plan(command, meta, new SchedulePlanner(templates, dictionaries, calendar)));
    }

    @CommandHandler
    void handle(
            ReplanSchedule command,
            EventMeta meta,
            ScheduleTemplates templates,
            Dictionaries dictionaries,
            WorkingCalendar calendar) {
        apply(course.replan(command, meta, new SchedulePlanner(templates, dictionaries, calendar)));
    }

    @CommandHandler
    void handle(RecordStepProgress command, EventMeta meta) {
        apply(course.record(command, meta));
    }

    @CommandHandler
    void handle(ReportActuals command, EventMeta meta) {
        apply(course.report(command, meta));
    }

    @CommandHandler
    void handle(CorrectActuals command, EventMeta meta) {
        var corrected = course.correct(command, meta);
        apply(corrected, correcting(course.actuals().event(corrected.firstMonth())));
    }

    private static MetaData correcting(String eventId) {
        return MetaData.with("correctionOf", eventId);
    }

    @EventSourcingHandler
    void on(FollowUpEvent event, @MessageIdentifier String eventId) {
        id = event.followUpId();
        course.evolve(event, eventId);
    }
}
