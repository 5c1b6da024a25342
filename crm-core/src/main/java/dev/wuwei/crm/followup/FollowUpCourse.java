package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.AssignService;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectActuals;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.CorrectSigningDate;
import dev.wuwei.crm.followup.FollowUpCommand.DeliverElement;
import dev.wuwei.crm.followup.FollowUpCommand.DropScale;
import dev.wuwei.crm.followup.FollowUpCommand.EnterSubState;
import dev.wuwei.crm.followup.FollowUpCommand.ExplainDelay;
import dev.wuwei.crm.followup.FollowUpCommand.FileMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.JustifyDelay;
import dev.wuwei.crm.followup.FollowUpCommand.PlanElement;
import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecogniseMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityRegained;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReinstatePhase;
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
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPhase;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawScaleDrop;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawSubState;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.followup.FollowUpEvent.AgreedDatesRevised;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropped;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityRegained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayExplained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayJustified;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDelivered;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDeliveryWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ElementPlanned;
import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.followup.FollowUpEvent.JustificationWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MeetingHeld;
import dev.wuwei.crm.followup.FollowUpEvent.MeetingWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneVerified;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MissingPapersHandedIn;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplicationWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplied;
import dev.wuwei.crm.followup.FollowUpEvent.PermitChecklistChosen;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.PermitWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseReinstated;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseResumed;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionRestarted;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionStopped;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionAdded;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionDropped;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionExtended;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionFulfilled;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionReopened;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.followup.FollowUpEvent.ServiceAssigned;
import dev.wuwei.crm.followup.FollowUpEvent.SigningDateCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionRecorded;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.StepProgressRecorded;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateEntered;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.TolerantlyAccepted;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.Agreements;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.standard.StandardBook;
import dev.wuwei.crm.standard.Standards;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the follow-up of a project has come to, and what may be decided about it. Decisions change nothing: they answer with
 * the event, or throw {@link RuleViolated}; only {@link #evolve} assigns.
 */
final class FollowUpCourse {
    /** Scope in which a project has one follow-up. */
    static final String PROJECT = "followup.project";

    private FollowUpId id;
    private ProjectId projectId;
    private SigningId signingId;
    private Coded park;
    private LocalDate signedOn;
    private int agreementVersion;
    private String openingEvent;
    private final Map<String, PhaseProgress> phases = new LinkedHashMap<>();
    private final Map<String, Trail> trails = new HashMap<>();
    private final Map<ServiceRole, StaffId> services = new EnumMap<>(ServiceRole.class);
    private final Delays delays = new Delays();
    private final Elements elements = new Elements();
    private final Permits permits = new Permits();
    private final Meetings meetings = new Meetings();
    private final Actuals actuals = new Actuals();
    private final Schedules schedules = new Schedules();

    private enum Mark {
        SUB_STATE,
        SCALE_DROP,
        CAPACITY_DROP,
        WITHDRAWAL,
        INCLUSION
    }

    private record Marked(String event, LocalDate on) {}

    /** The events by which a phase stands where it stands, for those that correct them; and its monthly returns. */
    private record Trail(
            Map<Milestone, String> milestones,
            Map<Milestone, String> beforeDrop,
            Map<Mark, Marked> marks,
            MonthlyReturns returns) {

        Trail() {
            this(
                    new EnumMap<>(Milestone.class),
                    new EnumMap<>(Milestone.class),
                    new EnumMap<>(Mark.class),
                    new MonthlyReturns());
        }

        void mark(Mark mark, String eventId, LocalDate on) {
            marks.put(mark, new Marked(eventId, on));
        }

        void scaleDropped() {
            beforeDrop.putAll(milestones);
            milestones.keySet().removeAll(Set.of(Milestone.SCALE_UP, Milestone.FULL_CAPACITY));
        }

        void scaleRegained() {
            beforeDrop.forEach(milestones::putIfAbsent);
            beforeDrop.clear();
        }
    }

    Optional<AgreedDatesRevised> revise(ReviseAgreedDates command) {
        return command.signingId().equals(signingId) && command.agreementVersion() <= agreementVersion
                ? Optional.empty()
                : Optional.of(new AgreedDatesRevised(
                        id,
                        projectId,
                        command.signingId(),
                        command.agreementVersion(),
                        command.phases(),
                        command.occurredOn()));
    }

    Optional<SigningDateCorrected> correct(CorrectSigningDate command) {
        return !command.signingId().equals(signingId) || command.signedOn().equals(signedOn)
                ? Optional.empty()
                : Optional.of(new SigningDateCorrected(id, projectId, command.signedOn(), command.signedOn()));
    }

    MilestoneReported report(ReportMilestone command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Milestone milestone = open(phase, command.milestone());
        if (phase.stand(milestone).isVerified()) {
            throw new RuleViolated(FollowUpRule.ALREADY_VERIFIED);
        }
        Violations found = new Violations();
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        String evidence = found.value(() -> Checks.optional(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        found.throwIfAny();
        return new MilestoneReported(id, projectId, phase.name(), milestone, evidence, attachments, on);
    }

    MilestoneVerified verify(VerifyMilestone command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Milestone milestone = open(phase, command.milestone());
        if (!phase.stand(milestone).isReported()) {
            throw new RuleViolated(FollowUpRule.NOT_REPORTED);
        }
        Violations found = new Violations();
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        String evidence = found.value(() -> Checks.optional(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        found.throwIfAny();
        return new MilestoneVerified(id, projectId, phase.name(), milestone, evidence, attachments, on);
    }

    MilestoneRecognised recognise(
            RecogniseMilestone command,
            EventMeta meta,
            Thresholds thresholds,
            StandardBook book,
            Agreements agreements) {
        PhaseProgress phase = active(command.phase(), meta);
        Milestone milestone = open(phase, command.milestone());
        MilestoneStand stand = phase.stand(milestone);
        if (!stand.isReported()) {
            throw new RuleViolated(FollowUpRule.NOT_REPORTED);
        }
        if (!stand.isVerified()) {
            throw new RuleViolated(FollowUpRule.NOT_VERIFIED);
        }
        Violations found = new Violations();
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        boolean evidenceNeeded = milestone == Milestone.FULL_CAPACITY;
        String evidence = found.value(() -> evidenceNeeded
                ? Checks.required(command.evidence(), Checks.LINE, "evidence")
                : Checks.optional(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        String reason = found.value(() -> Checks.optional(command.reason(), Checks.LINE, "reason"));
        Money revenue = found.value(() -> revenue(command, milestone, thresholds));
        boolean outOfOrder = false;
        if (on != null) {
            found.check(() -> whileItRan(phase, milestone, on));
            Optional<RuleViolated> broken = order(phase, milestone, on);
            outOfOrder = broken.isPresent();
            if (outOfOrder && reason == null) {
                found.check(() -> {
                    throw broken.get();
                });
            }
            if (milestone == Milestone.FULL_CAPACITY && reason == null) {
                capacity(phase, on, book.standards(), agreements, found);
            }
        }
        found.throwIfAny();
        return new MilestoneRecognised(
                id,
                projectId,
                phase.name(),
                milestone,
                revenue,
                phase.agreedFor(milestone),
                outOfOrder,
                evidence,
                attachments,
                on);
    }

    /** 达产: output and tax of the last twelve months reach what was agreed, or the share of it that is enough on that day. */
    private void capacity(
            PhaseProgress phase, LocalDate on, Standards standards, Agreements agreements, Violations found) {
        Optional<TrailingYear> year = TrailingYear.of(actuals.periods(), on).filter(TrailingYear::isWhole);
        BigDecimal percent = standards.limit(Standard.FULL_CAPACITY, on);
        AgreedCapacity full = agreements
                .terms(signingId)
                .map(terms -> AgreedCapacity.of(terms, phase.name()).percent(percent))
                .orElse(AgreedCapacity.NOTHING);
        found.when(year.isEmpty(), FollowUpRule.YEAR_MISSING);
        year.ifPresent(one -> {
            if (full.isOutputShort(one)) {
                found.add(
                        FollowUpRule.OUTPUT_BELOW_AGREED,
                        one.output().inWan(),
                        full.output().inWan(),
                        percent);
            }
            if (full.isTaxShort(one)) {
                found.add(
                        FollowUpRule.TAX_BELOW_AGREED,
                        one.tax().inWan(),
                        full.tax().inWan(),
                        percent);
            }
        });
    }

    /** Start ≤ completion ≤ production ≤ scale-up ≤ full capacity on recognised dates, and none before signing. */
    private Optional<RuleViolated> order(PhaseProgress phase, Milestone milestone, LocalDate on) {
        if (on.isBefore(signedOn)) {
            return Optional.of(new RuleViolated(FollowUpRule.BEFORE_SIGNING, signedOn));
        }
        for (Milestone other : Milestone.values()) {
            MilestoneStand stand = phase.stand(other);
            boolean earlier = other.compareTo(milestone) < 0;
            boolean missing = earlier && !stand.isRecognised() && !stand.isSkipped();
            boolean tooLate =
                    earlier && stand.isRecognised() && stand.recognisedOn().isAfter(on);
            boolean tooEarly = other.compareTo(milestone) > 0
                    && stand.isRecognised()
                    && stand.recognisedOn().isBefore(on);
            if (missing || tooLate || tooEarly) {
                return Optional.of(new RuleViolated(FollowUpRule.OUT_OF_ORDER, other, stand.recognisedOn()));
            }
        }
        return Optional.empty();
    }

    /** While a site stands still or has lost its scale, nothing is reached. What happened before may still be entered. */
    private static void whileItRan(PhaseProgress phase, Milestone milestone, LocalDate on) {
        if (phase.isSuspended() && on.isAfter(phase.suspendedOn())) {
            throw new RuleViolated(FollowUpRule.SUSPENDED, phase.suspendedOn());
        }
        if (phase.isStopped() && on.isAfter(phase.stoppedOn())) {
            throw new RuleViolated(FollowUpRule.PRODUCTION_STOPPED, phase.stoppedOn());
        }
        if (phase.scaleDroppedOn() != null && milestone.compareTo(Milestone.SCALE_UP) >= 0) {
            Checks.notBefore(on, phase.scaleDroppedOn(), "occurredOn");
        }
    }

    private static Money revenue(RecogniseMilestone command, Milestone milestone, Thresholds thresholds) {
        if (milestone != Milestone.SCALE_UP) {
            return null;
        }
        if (command.annualRevenue() == null) {
            throw new RuleViolated(FollowUpRule.REVENUE_MISSING);
        }
        Money revenue = Checks.positive(command.annualRevenue(), Currency.CNY, "annualRevenue");
        if (revenue.amount().compareTo(thresholds.aboveScaleRevenue()) < 0) {
            throw new RuleViolated(
                    FollowUpRule.REVENUE_BELOW_SCALE,
                    Money.cny(thresholds.aboveScaleRevenue().toPlainString()).inWan());
        }
        return revenue;
    }

    MilestoneWithdrawn withdraw(WithdrawMilestone command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Milestone milestone = Checks.present(command.milestone(), "milestone");
        Checks.reason(command.reason());
        LocalDate on = phase.stand(milestone).on();
        if (on == null) {
            throw new RuleViolated(FollowUpRule.NOTHING_TO_WITHDRAW);
        }
        if (FollowUpActions.laterStands(phase, milestone)) {
            throw new RuleViolated(FollowUpRule.LATER_MILESTONE_STANDS);
        }
        return new MilestoneWithdrawn(id, projectId, phase.name(), milestone, on);
    }

    MilestoneSkipped skip(SkipMilestone command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Milestone milestone = open(phase, command.milestone());
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        found.check(() -> Checks.present(command.cause(), "cause"));
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        found.when(
                command.cause() != null && !command.cause().covers(milestone), FollowUpRule.NOT_SKIPPABLE, milestone);
        found.throwIfAny();
        return new MilestoneSkipped(id, projectId, phase.name(), milestone, command.cause(), on);
    }

    SubStateEntered enter(EnterSubState command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        SubState subState = Checks.present(command.subState(), "subState");
        if (!FollowUpActions.maySubState(phase)) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state());
        }
        if (subState == phase.subState()) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        if (phase.subState() != null && subState.compareTo(phase.subState()) < 0) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.subState());
        }
        LocalDate on = happened(command.occurredOn(), meta);
        if (phase.subState() != null) {
            Checks.notBefore(on, subStateOn(phase), "occurredOn");
        }
        return new SubStateEntered(id, projectId, phase.name(), subState, on);
    }

    SubStateWithdrawn withdraw(WithdrawSubState command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Checks.reason(command.reason());
        if (phase.subState() == null) {
            throw new RuleViolated(FollowUpRule.NO_SUB_STATE);
        }
        return new SubStateWithdrawn(id, projectId, phase.name(), phase.subState(), subStateOn(phase));
    }

    private LocalDate subStateOn(PhaseProgress phase) {
        return trails.get(phase.name()).marks().get(Mark.SUB_STATE).on();
    }

    PhaseSuspended suspend(SuspendPhase command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (phase.isSuspended()) {
            throw new RuleViolated(FollowUpRule.ALREADY_SUSPENDED);
        }
        if (!FollowUpActions.maySuspend(phase)) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state());
        }
        LocalDate on = causedOn(command.cause(), command.occurredOn(), command.reason(), meta);
        return new PhaseSuspended(id, projectId, phase.name(), command.cause(), command.clockRuns(), on);
    }

    PhaseResumed resume(ResumePhase command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (!phase.isSuspended()) {
            throw new RuleViolated(FollowUpRule.NOT_SUSPENDED);
        }
        LocalDate on = happened(command.occurredOn(), meta);
        Checks.notBefore(on, phase.suspendedOn(), "occurredOn");
        return new PhaseResumed(id, projectId, phase.name(), on);
    }

    ProductionStopped stop(StopProduction command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (phase.isStopped()) {
            throw new RuleViolated(FollowUpRule.ALREADY_STOPPED);
        }
        if (!FollowUpActions.isProducing(phase)) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state());
        }
        LocalDate on = causedOn(command.cause(), command.occurredOn(), command.reason(), meta);
        LocalDate producedOn = phase.recognisedOn(Milestone.PRODUCTION_START);
        if (producedOn != null) {
            Checks.notBefore(on, producedOn, "occurredOn");
        }
        return new ProductionStopped(id, projectId, phase.name(), command.cause(), on);
    }

    ProductionRestarted restart(RestartProduction command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (!phase.isStopped()) {
            throw new RuleViolated(FollowUpRule.NOT_STOPPED);
        }
        LocalDate on = happened(command.occurredOn(), meta);
        Checks.notBefore(on, phase.stoppedOn(), "occurredOn");
        return new ProductionRestarted(id, projectId, phase.name(), on);
    }

    ScaleDropped drop(DropScale command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (!FollowUpActions.isAboveScale(phase)) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state());
        }
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        LocalDate scaledOn = phase.recognisedOn(Milestone.SCALE_UP);
        if (on != null && scaledOn != null) {
            found.check(() -> Checks.notBefore(on, scaledOn, "occurredOn"));
        }
        found.throwIfAny();
        return new ScaleDropped(id, projectId, phase.name(), on);
    }

    ScaleDropWithdrawn withdraw(WithdrawScaleDrop command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Checks.reason(command.reason());
        if (phase.scaleDroppedOn() == null) {
            throw new RuleViolated(FollowUpRule.NO_SCALE_DROP);
        }
        if (!FollowUpActions.mayWithdrawScaleDrop(phase)) {
            throw new RuleViolated(FollowUpRule.LATER_MILESTONE_STANDS);
        }
        return new ScaleDropWithdrawn(id, projectId, phase.name(), phase.scaleDroppedOn());
    }

    CapacityDropped drop(RecordCapacityDrop command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (phase.state() != PhaseState.FULL_CAPACITY) {
            throw new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state());
        }
        if (phase.isBelowCapacity()) {
            throw new RuleViolated(FollowUpRule.ALREADY_BELOW_CAPACITY, phase.capacityDroppedOn());
        }
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        LocalDate reachedOn = phase.recognisedOn(Milestone.FULL_CAPACITY);
        if (on != null && reachedOn != null) {
            found.check(() -> Checks.notBefore(on, reachedOn, "occurredOn"));
        }
        found.throwIfAny();
        return new CapacityDropped(id, projectId, phase.name(), on);
    }

    CapacityRegained regain(RecordCapacityRegained command, EventMeta meta, StandardBook book, Agreements agreements) {
        PhaseProgress phase = belowCapacity(command.phase(), meta);
        Violations found = new Violations();
        String evidence = found.value(() -> Checks.required(command.evidence(), Checks.LINE, "evidence"));
        LocalDate on = found.value(
                () -> Checks.notBefore(happened(command.occurredOn(), meta), phase.capacityDroppedOn(), "occurredOn"));
        if (on != null) {
            capacity(phase, on, book.standards(), agreements, found);
        }
        found.throwIfAny();
        return new CapacityRegained(id, projectId, phase.name(), evidence, on);
    }

    CapacityDropWithdrawn withdraw(WithdrawCapacityDrop command, EventMeta meta) {
        PhaseProgress phase = belowCapacity(command.phase(), meta);
        Checks.reason(command.reason());
        return new CapacityDropWithdrawn(id, projectId, phase.name(), phase.capacityDroppedOn());
    }

    private PhaseProgress belowCapacity(String name, EventMeta meta) {
        PhaseProgress phase = active(name, meta);
        if (!phase.isBelowCapacity()) {
            throw new RuleViolated(FollowUpRule.NOT_BELOW_CAPACITY);
        }
        return phase;
    }

    PhaseWithdrawn withdraw(WithdrawPhase command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        LocalDate on = causedOn(command.cause(), command.occurredOn(), command.reason(), meta);
        return new PhaseWithdrawn(id, projectId, phase.name(), command.cause(), on);
    }

    PhaseReinstated reinstate(ReinstatePhase command, EventMeta meta) {
        PhaseProgress phase = known(command.phase(), meta);
        if (phase.isActive()) {
            throw new RuleViolated(FollowUpRule.NOT_WITHDRAWN);
        }
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(
                () -> Checks.notBefore(happened(command.occurredOn(), meta), phase.withdrawnOn(), "occurredOn"));
        found.throwIfAny();
        return new PhaseReinstated(id, projectId, phase.name(), on);
    }

    ServiceAssigned assign(AssignService command, EventMeta meta, StaffDirectory staff) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.role(), "role"));
        found.check(() -> Checks.present(command.staffId(), "staffId"));
        found.when(command.staffId() != null && !staff.isInService(command.staffId()), FollowUpRule.UNKNOWN_PERSON);
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        found.throwIfAny();
        StaffId previous = services.get(command.role());
        if (command.staffId().equals(previous)) {
            throw new RuleViolated(FollowUpRule.SAME_PERSON);
        }
        return new ServiceAssigned(id, projectId, command.role(), command.staffId(), previous, on);
    }

    MonthlyReturnFiled file(FileMonthlyReturn command, EventMeta meta, ClosedMonths closed) {
        PhaseProgress phase = active(command.phase(), meta);
        YearMonth month = month(command.month(), meta);
        if (Checks.optional(command.reason(), Checks.LINE, "reason") == null && closed.isClosed(park, month)) {
            throw new RuleViolated(FollowUpRule.LATE_RETURN_NEEDS_REASON);
        }
        MonthlyReturn figures = trails.get(phase.name()).returns().requireNew(month, command.figures());
        LocalDate end = month.atEndOfMonth();
        return new MonthlyReturnFiled(
                id, projectId, phase.name(), month, figures, end.isAfter(meta.today()) ? meta.today() : end);
    }

    MonthlyReturnCorrected correct(CorrectMonthlyReturn command, EventMeta meta) {
        PhaseProgress phase = known(command.phase(), meta);
        Checks.reason(command.reason());
        MonthlyReturns returns = trails.get(phase.name()).returns();
        YearMonth month = month(command.month(), meta);
        MonthlyReturn figures = returns.requireChanged(month, command.figures());
        return new MonthlyReturnCorrected(id, projectId, phase.name(), month, figures, returns.filedOn(month));
    }

    StatisticalInclusionRecorded include(RecordStatisticalInclusion command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        if (phase.includedOn() != null) {
            throw new RuleViolated(FollowUpRule.ALREADY_INCLUDED, phase.includedOn());
        }
        Violations found = new Violations();
        String code = found.value(() -> Checks.required(command.libraryCode(), Checks.NAME, "libraryCode"));
        String unit = found.value(() -> Checks.optional(command.reportingUnit(), Checks.NAME, "reportingUnit"));
        String evidence = found.value(() -> Checks.optional(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        found.throwIfAny();
        return new StatisticalInclusionRecorded(id, projectId, phase.name(), code, unit, evidence, attachments, on);
    }

    StatisticalInclusionWithdrawn withdraw(WithdrawStatisticalInclusion command, EventMeta meta) {
        PhaseProgress phase = active(command.phase(), meta);
        Checks.reason(command.reason());
        if (phase.includedOn() == null) {
            throw new RuleViolated(FollowUpRule.NOT_INCLUDED);
        }
        return new StatisticalInclusionWithdrawn(id, projectId, phase.name(), phase.includedOn());
    }

    DelayExplained explain(ExplainDelay command, EventMeta meta, StaffDirectory staff) {
        return delays.explain(command, active(command.phase(), meta), projectId, meta, staff);
    }

    DelayJustified justify(JustifyDelay command, EventMeta meta) {
        return delays.justify(command, active(command.phase(), meta), projectId, meta);
    }

    JustificationWithdrawn withdraw(WithdrawJustification command, EventMeta meta) {
        return delays.withdraw(command, active(command.phase(), meta), projectId);
    }

    Delays delays() {
        return delays;
    }

    ElementPlanned plan(PlanElement command, EventMeta meta) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.element(), "element"));
        String provider = found.value(() -> Checks.required(command.provider(), Checks.NAME, "provider"));
        LocalDate promised =
                found.value(() -> Checks.plausible(Checks.present(command.promisedOn(), "promisedOn"), "promisedOn"));
        LocalDate on = found.value(() -> happened(command.occurredOn(), meta));
        found.throwIfAny();
        elements.requireOpen(command.element());
        elements.requireNewPlan(command.element(), provider, promised);
        return new ElementPlanned(id, projectId, command.element(), provider, promised, on);
    }

    ElementDelivered deliver(DeliverElement command, EventMeta meta, Dictionaries dictionaries) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.element(), "element"));
        Coded method = found.value(() -> dictionaries.optional(
                DictionaryKind.DISPOSAL_METHOD, command.disposalMethodCode(), "disposalMethodCode"));
        if (command.land() != null || method != null) {
            found.when(command.element() != null && command.element() != ElementKind.LAND, FollowUpRule.NOT_LAND);
            found.check(() -> Checks.positive(command.land(), "land"));
        }
        String evidence = found.value(() -> Checks.optional(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        elements.requireOpen(command.element());
        return new ElementDelivered(
                id, projectId, command.element(), command.land(), method, evidence, attachments, on);
    }

    ElementDeliveryWithdrawn withdraw(WithdrawElementDelivery command, EventMeta meta) {
        ParkScope.check(park, meta);
        Checks.reason(command.reason());
        var delivered = elements.requireDelivered(Checks.present(command.element(), "element"));
        return new ElementDeliveryWithdrawn(id, projectId, command.element(), delivered.on());
    }

    SchedulePlanned plan(PlanSchedule command, EventMeta meta, SchedulePlanner planner) {
        active(command.phase(), meta);
        return schedules.plan(command, projectId, signedOn, meta, planner);
    }

    SchedulePlanned replan(ReplanSchedule command, EventMeta meta, SchedulePlanner planner) {
        active(command.phase(), meta);
        return schedules.replan(command, projectId, signedOn, meta, planner);
    }

    StepProgressRecorded record(RecordStepProgress command, EventMeta meta) {
        active(command.phase(), meta);
        return schedules.record(command, projectId, signedOn, meta);
    }

    ActualsReported report(ReportActuals command, EventMeta meta) {
        ParkScope.check(park, meta);
        EnterpriseActuals figures =
                actuals.requireNew(command.firstMonth(), command.lastMonth(), command.figures(), meta.today());
        return new ActualsReported(
                id,
                projectId,
                command.firstMonth(),
                command.lastMonth(),
                figures,
                command.lastMonth().atEndOfMonth());
    }

    ActualsCorrected correct(CorrectActuals command, EventMeta meta) {
        ParkScope.check(park, meta);
        Checks.reason(command.reason());
        EnterpriseActuals figures =
                actuals.requireChanged(command.firstMonth(), command.lastMonth(), command.figures());
        return new ActualsCorrected(
                id,
                projectId,
                command.firstMonth(),
                command.lastMonth(),
                figures,
                actuals.reportedOn(command.firstMonth()));
    }

    Elements elements() {
        return elements;
    }

    /** For whoever may act on this project's park. */
    Permits permits(EventMeta meta) {
        ParkScope.check(park, meta);
        return permits;
    }

    /** For whoever may act on this project's park. */
    Meetings meetings(EventMeta meta) {
        ParkScope.check(park, meta);
        return meetings;
    }

    ProjectId projectId() {
        return projectId;
    }

    Actuals actuals() {
        return actuals;
    }

    private YearMonth month(YearMonth month, EventMeta meta) {
        Checks.present(month, "month");
        if (month.isAfter(YearMonth.from(meta.today()))) {
            throw new RuleViolated(FollowUpRule.MONTH_IN_FUTURE);
        }
        if (month.isBefore(YearMonth.from(signedOn))) {
            throw RuleViolated.at("month", FollowUpRule.BEFORE_SIGNING, signedOn);
        }
        return month;
    }

    private PhaseProgress known(String name, EventMeta meta) {
        ParkScope.check(park, meta);
        PhaseProgress phase = phases.get(Checks.required(name, Checks.NAME, "phase"));
        if (phase == null) {
            throw new RuleViolated(FollowUpRule.UNKNOWN_PHASE, name);
        }
        return phase;
    }

    private PhaseProgress active(String name, EventMeta meta) {
        PhaseProgress phase = known(name, meta);
        if (!phase.isActive()) {
            throw new RuleViolated(FollowUpRule.PHASE_WITHDRAWN, phase.withdrawnOn());
        }
        return phase;
    }

    private static Milestone open(PhaseProgress phase, Milestone milestone) {
        MilestoneStand stand = phase.stand(Checks.present(milestone, "milestone"));
        if (stand.isRecognised()) {
            throw new RuleViolated(FollowUpRule.ALREADY_RECOGNISED, stand.recognisedOn());
        }
        if (stand.isSkipped()) {
            throw new RuleViolated(FollowUpRule.ALREADY_SKIPPED, stand.skippedOn());
        }
        return milestone;
    }

    private LocalDate happened(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        if (date.isBefore(signedOn)) {
            throw new RuleViolated(FollowUpRule.BEFORE_SIGNING, signedOn);
        }
        return date;
    }

    private LocalDate causedOn(Cause cause, LocalDate date, String reason, EventMeta meta) {
        Violations found = new Violations();
        found.check(() -> Checks.reason(reason));
        found.check(() -> Checks.present(cause, "cause"));
        LocalDate on = found.value(() -> happened(date, meta));
        found.throwIfAny();
        return on;
    }

    PhaseProgress phase(String name) {
        return phases.get(name);
    }

    String openingEvent() {
        return openingEvent;
    }

    String milestoneEvent(String phase, Milestone milestone) {
        return trails.get(phase).milestones().get(milestone);
    }

    String subStateEvent(String phase) {
        return trails.get(phase).marks().get(Mark.SUB_STATE).event();
    }

    String scaleDropEvent(String phase) {
        return trails.get(phase).marks().get(Mark.SCALE_DROP).event();
    }

    String capacityDropEvent(String phase) {
        return trails.get(phase).marks().get(Mark.CAPACITY_DROP).event();
    }

    String withdrawalEvent(String phase) {
        return trails.get(phase).marks().get(Mark.WITHDRAWAL).event();
    }

    String inclusionEvent(String phase) {
        return trails.get(phase).marks().get(Mark.INCLUSION).event();
    }

    String returnEvent(String phase, YearMonth month) {
        return trails.get(phase).returns().event(month);
    }

    void evolve(FollowUpEvent event, String eventId) {
        phases.replaceAll((name, phase) -> phase.after(event));
        switch (event) {
            case FollowUpOpened e -> {
                id = e.followUpId();
                projectId = e.projectId();
                signingId = e.signingId();
                agreementVersion = e.agreementVersion();
                park = e.park();
                signedOn = e.occurredOn();
                openingEvent = eventId;
                agree(e.phases(), e.occurredOn());
            }
            case AgreedDatesRevised e -> {
                boolean another = !e.signingId().equals(signingId);
                signedOn = another ? e.occurredOn() : signedOn;
                openingEvent = another ? eventId : openingEvent;
                signingId = e.signingId();
                agreementVersion = e.agreementVersion();
                if (another) {
                    e.phases().forEach(phase -> phases.computeIfPresent(phase.name(), (n, known) -> known.takenUp()));
                }
                agree(e.phases(), e.occurredOn());
            }
            case SigningDateCorrected e -> signedOn = e.signedOn();
            case MilestoneReported e -> stands(e.phase(), e.milestone(), eventId);
            case MilestoneVerified e -> stands(e.phase(), e.milestone(), eventId);
            case MilestoneRecognised e -> stands(e.phase(), e.milestone(), eventId);
            case MilestoneSkipped e -> stands(e.phase(), e.milestone(), eventId);
            case MilestoneWithdrawn e -> trails.get(e.phase()).milestones().remove(e.milestone());
            case SubStateEntered e -> trails.get(e.phase()).mark(Mark.SUB_STATE, eventId, e.occurredOn());
            case ScaleDropped e -> {
                trails.get(e.phase()).mark(Mark.SCALE_DROP, eventId, e.occurredOn());
                trails.get(e.phase()).scaleDropped();
            }
            case CapacityDropped e -> trails.get(e.phase()).mark(Mark.CAPACITY_DROP, eventId, e.occurredOn());
            case ScaleDropWithdrawn e -> trails.get(e.phase()).scaleRegained();
            case PhaseWithdrawn e -> trails.get(e.phase()).mark(Mark.WITHDRAWAL, eventId, e.occurredOn());
            case StatisticalInclusionRecorded e -> trails.get(e.phase()).mark(Mark.INCLUSION, eventId, e.occurredOn());
            case ServiceAssigned e -> services.put(e.role(), e.staffId());
            case MonthlyReturnFiled e ->
                trails.get(e.phase()).returns().put(e.month(), e.figures(), e.occurredOn(), eventId);
            case MonthlyReturnCorrected e ->
                trails.get(e.phase()).returns().put(e.month(), e.figures(), e.occurredOn(), eventId);
            case DelayExplained e -> delays.on(e);
            case DelayJustified e -> delays.on(e, eventId);
            case JustificationWithdrawn e -> delays.on(e);
            case ElementPlanned e -> elements.plan(e);
            case ElementDelivered e -> elements.deliver(e.element(), e.occurredOn(), eventId);
            case ElementDeliveryWithdrawn e -> elements.withdraw(e.element());
            case PermitChecklistChosen e -> permits.on(e);
            case PermitApplied e -> permits.on(e, eventId);
            case PermitApplicationWithdrawn e -> permits.on(e);
            case TolerantlyAccepted e -> permits.on(e);
            case MissingPapersHandedIn e -> permits.on(e);
            case PermitGranted e -> permits.on(e, eventId);
            case PermitWithdrawn e -> permits.on(e);
            case MeetingHeld e -> meetings.on(e, eventId);
            case MeetingWithdrawn e -> meetings.on(e);
            case ResolutionAdded e -> meetings.on(e);
            case ResolutionFulfilled e -> meetings.on(e, eventId);
            case ResolutionExtended e -> meetings.on(e);
            case ResolutionDropped e -> meetings.on(e, eventId);
            case ResolutionReopened e -> meetings.on(e);
            case SchedulePlanned e -> schedules.on(e);
            case StepProgressRecorded e -> schedules.on(e);
            case ActualsReported e -> actuals.put(e.firstMonth(), e.lastMonth(), e.figures(), e.occurredOn(), eventId);
            case ActualsCorrected e -> actuals.put(e.firstMonth(), e.lastMonth(), e.figures(), e.occurredOn(), eventId);
            case SubStateWithdrawn e -> {}
            case PhaseSuspended e -> {}
            case PhaseResumed e -> {}
            case ProductionStopped e -> {}
            case ProductionRestarted e -> {}
            case PhaseReinstated e -> {}
            case CapacityRegained e -> {}
            case CapacityDropWithdrawn e -> {}
            case StatisticalInclusionWithdrawn e -> {}
        }
    }

    private void agree(List<AgreedPhase> agreed, LocalDate on) {
        for (AgreedPhase phase : agreed) {
            phases.compute(
                    phase.name(), (name, known) -> known == null ? PhaseProgress.of(phase) : known.revised(phase, on));
            trails.computeIfAbsent(phase.name(), name -> new Trail());
        }
    }

    private void stands(String phase, Milestone milestone, String eventId) {
        trails.get(phase).milestones().put(milestone, eventId);
    }
}
