package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.followup.AgreedCapacity;
import dev.wuwei.crm.followup.CapacityRelapse;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.followup.FollowUpEvent.AgreedDatesRevised;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropped;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityRegained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayExplained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayJustified;
import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.followup.FollowUpEvent.JustificationWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseReinstated;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseResumed;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionRestarted;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionStopped;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionRecorded;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateEntered;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateWithdrawn;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.ReportedPeriod;
import dev.wuwei.crm.followup.TimePace;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadEvent.CirculationAccepted;
import dev.wuwei.crm.lead.LeadEvent.CirculationReturned;
import dev.wuwei.crm.lead.LeadEvent.LeadAdopted;
import dev.wuwei.crm.lead.LeadEvent.LeadArchived;
import dev.wuwei.crm.lead.LeadEvent.LeadAssigned;
import dev.wuwei.crm.lead.LeadEvent.LeadCirculated;
import dev.wuwei.crm.lead.LeadEvent.LeadDeclined;
import dev.wuwei.crm.lead.LeadEvent.LeadDrawnFromPool;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.lead.LeadEvent.LeadMerged;
import dev.wuwei.crm.lead.LeadEvent.LeadPooled;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.lead.LeadEvent.LeadReopened;
import dev.wuwei.crm.lead.LeadEvent.LeadResponded;
import dev.wuwei.crm.lead.LeadEvent.LeadRevised;
import dev.wuwei.crm.lead.LeadEvent.LeadUnmerged;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementRestored;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationResumed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementFulfilled;
import dev.wuwei.crm.signing.SigningEvent.AgreementReinstated;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementTerminated;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningEvent.ArrivedCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.CapitalArrived;
import dev.wuwei.crm.signing.SigningEvent.CapitalDecreased;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.signing.SigningEvent.CreditMoved;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningEvent.RecognitionWithdrawn;
import dev.wuwei.crm.signing.SigningEvent.SigningRecognised;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.standard.Standards;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All dated facts of one project as far as they are known: events go in, in the order in which they were recorded; how the project
 * stood on any day comes out. Pure; no clock, no database.
 */
final class ProjectFile {
    private record Team(TeamId id, String name) {}

    private record Reported(LocalDate on, ReportedPeriod period) {}

    private record PhaseKey(FollowUpId followUp, String phase) {}

    private final CountingPolicy policy;
    private final Thresholds thresholds;
    private Standards standards;

    private LocalDate enteredOn;
    private String projectNo;
    private LeadId leadId;
    private LocalDate registeredOn;
    private final Track<LeadState> lead = new Track<>();
    private final Track<LeadProfile> profile = new Track<>();
    private final Track<Coded> park = new Track<>();
    private final Track<StaffId> owner = new Track<>();
    private final Track<Team> team = new Track<>();
    private final Track<Money> estimate = new Track<>();
    private final Track<Area> land = new Track<>();

    private final Track<NegotiationId> negotiation = new Track<>();
    private final Track<NegotiationStage> negotiationStage = new Track<>();
    private final Track<NegotiationStatus> negotiationStatus = new Track<>();
    private final Track<Coded> negotiatedIndustry = new Track<>();
    private final Track<ProjectKind> negotiatedKind = new Track<>();
    private final Track<StaffId> leader = new Track<>();

    private final Map<SigningId, AgreementFile> agreements = new LinkedHashMap<>(1);
    private final Map<FollowUpId, SigningId> followUps = new LinkedHashMap<>(1);
    private final Map<PhaseKey, PhaseFile> phases = new LinkedHashMap<>(1);
    private final Map<YearMonth, Reported> actuals = new TreeMap<>();

    ProjectFile(CountingPolicy policy, Thresholds thresholds) {
        this.policy = policy;
        this.thresholds = thresholds;
        this.standards = Standards.of(thresholds);
    }

    /**
     * Takes one more event in.
     *
     * @param enteredOn when it was entered
     * @return the first day on which something may stand otherwise now, or {@code null} when nothing does
     */
    LocalDate apply(DomainEvent event, LocalDate enteredOn) {
        this.enteredOn = enteredOn;
        return switch (event) {
            case LeadEvent e -> apply(e);
            case NegotiationEvent e -> apply(e);
            case SigningEvent e -> apply(e);
            case FollowUpEvent e -> apply(e);
            case StandardEvent e -> apply(e);
            default -> null;
        };
    }

    /** Lights are not among what is kept of a day. */
    private LocalDate apply(StandardEvent event) {
        standards = standards.after(event);
        return event.standard() == Standard.FULL_CAPACITY ? event.from() : null;
    }

    Standards standards() {
        return standards;
    }

    private LocalDate apply(LeadEvent event) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case LeadRegistered e -> {
                projectNo = e.projectNo();
                leadId = e.leadId();
                registeredOn = on;
                lead.set(on, LeadState.REGISTERED);
                park.set(on, e.park());
                owner.set(on, e.owner());
                team.set(on, new Team(e.teamId(), e.teamName()));
                profile(on, e.profile());
            }
            case LeadRevised e -> profile(on, e.profile());
            case LeadAssigned e -> {
                owner.set(on, e.owner());
                team.set(on, new Team(e.teamId(), e.teamName()));
            }
            case LeadResponded e -> lead.set(on, LeadState.RESPONDED);
            case LeadJudged e -> lead.set(on, LeadState.JUDGED);
            case LeadDeclined e -> lead.set(on, LeadState.DECLINED);
            case LeadAdopted e -> lead.set(on, LeadState.ADOPTED);
            case LeadPooled e -> {
                lead.set(on, LeadState.POOLED);
                owner.set(on, null);
            }
            case LeadDrawnFromPool e -> {
                lead.set(on, LeadState.REGISTERED);
                owner.set(on, e.owner());
            }
            case LeadCirculated e -> lead.set(on, LeadState.CIRCULATING);
            case CirculationAccepted e -> {
                lead.set(on, stateBefore(on, LeadState.CIRCULATING));
                park.set(on, e.park());
                owner.set(on, e.owner());
                team.set(on, new Team(e.teamId(), e.teamName()));
            }
            case CirculationReturned e -> lead.set(on, stateBefore(on, LeadState.CIRCULATING));
            case LeadMerged e -> lead.set(on, LeadState.MERGED);
            case LeadUnmerged e -> lead.set(on, stateBefore(on, LeadState.MERGED));
            case LeadArchived e -> lead.set(on, LeadState.ARCHIVED);
            case LeadReopened e -> lead.set(on, negotiation.at(on) == null ? LeadState.REGISTERED : LeadState.ADOPTED);
            default -> {
                return null;
            }
        }
        return on;
    }

    private void profile(LocalDate on, LeadProfile value) {
        profile.set(on, value);
        if (value.intendedInvestment() != null) {
            estimate.set(on, value.intendedInvestment());
        }
        if (value.landNeed() != null) {
            land.set(on, value.landNeed());
        }
    }

    private LeadState stateBefore(LocalDate on, LeadState passing) {
        LeadState before = lead.before(on, state -> state == passing);
        return before == null ? LeadState.REGISTERED : before;
    }

    private LocalDate apply(NegotiationEvent event) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case NegotiationOpened e -> {
                negotiation.set(on, e.negotiationId());
                negotiationStage.set(on, NegotiationStage.FIRST_CONTACT);
                negotiationStatus.set(on, NegotiationStatus.ACTIVE);
                negotiatedIndustry.set(on, e.industry());
                negotiatedKind.set(on, e.kind());
                if (e.estimatedInvestment() != null) {
                    estimate.set(on, e.estimatedInvestment());
                }
                if (e.leadOfficer() != null) {
                    owner.set(on, e.leadOfficer());
                }
            }
            case StageAdvanced e -> negotiationStage.set(on, e.to());
            case StageReturned e -> negotiationStage.set(on, e.to());
            case NegotiationShelved e -> negotiationStatus.set(on, NegotiationStatus.SHELVED);
            case NegotiationResumed e -> {
                negotiationStage.set(on, e.stage());
                negotiationStatus.set(on, NegotiationStatus.ACTIVE);
            }
            case NegotiationTerminated e -> negotiationStatus.set(on, NegotiationStatus.TERMINATED);
            case NegotiationReopened e -> {
                negotiationStage.set(on, e.stage());
                negotiationStatus.set(on, NegotiationStatus.ACTIVE);
            }
            case Appointed e -> {
                if (e.role() == ProjectRole.LINKING_LEADER) {
                    leader.set(on, e.staffId());
                } else if (e.role() == ProjectRole.LEAD_OFFICER) {
                    owner.set(on, e.staffId());
                } else {
                    return null;
                }
            }
            case Dismissed e -> {
                if (e.role() == ProjectRole.LINKING_LEADER && e.staffId().equals(leader.at(on))) {
                    leader.set(on, null);
                } else if (e.role() == ProjectRole.LEAD_OFFICER && e.staffId().equals(owner.at(on))) {
                    owner.set(on, null);
                } else {
                    return null;
                }
            }
            case TermsRevised e -> {
                if (e.terms().totalInvestment() != null) {
                    estimate.set(on, e.terms().totalInvestment());
                }
                if (e.terms().land() != null) {
                    land.set(on, e.terms().land());
                }
            }
            case NegotiationSigned e -> negotiationStatus.set(on, NegotiationStatus.SIGNED);
            case AgreementEnded e -> {
                if (negotiationStatus.at(on) != NegotiationStatus.SIGNED) {
                    return null;
                }
                negotiationStatus.set(on, NegotiationStatus.TERMINATED);
            }
            case AgreementRestored e ->
                negotiationStatus.takeBack(entry -> entry.value() == NegotiationStatus.TERMINATED
                        && entry.on().equals(on));
            default -> {
                return null;
            }
        }
        return on;
    }

    private LocalDate apply(SigningEvent event) {
        LocalDate on = event.occurredOn();
        if (event instanceof AgreementSigned e) {
            agreements.put(e.signingId(), new AgreementFile(e, enteredOn));
            park.set(on, e.park());
            if (e.owner() != null) {
                owner.set(on, e.owner());
            }
            if (e.kind() != AgreementKind.FORMAL && e.terms().totalInvestment() != null) {
                estimate.set(on, e.terms().totalInvestment());
            }
            return on;
        }
        AgreementFile agreement = agreements.get(event.signingId());
        if (agreement == null) {
            return null;
        }
        switch (event) {
            case AgreementUpgraded e -> agreement.upgrade(e, enteredOn);
            case AgreementAmended e -> agreement.amend(e, enteredOn);
            case CapitalIncreased e -> agreement.changeTotal(on, e.totalInvestment(), enteredOn);
            case CapitalDecreased e -> agreement.changeTotal(on, e.totalInvestment(), enteredOn);
            case AmountCorrected e -> {
                return agreement.correct(e);
            }
            case AgreementCorrected e -> {
                return agreement.correct(e);
            }
            case AgreementRescinded e -> agreement.end(AgreementState.RESCINDED, on, enteredOn);
            case AgreementTerminated e -> agreement.end(AgreementState.TERMINATED, on, enteredOn);
            case AgreementFulfilled e -> agreement.end(AgreementState.FULFILLED, on, enteredOn);
            case AgreementReinstated e -> {
                LocalDate ended = agreement.reinstate();
                return ended == null || ended.isAfter(on) ? on : ended;
            }
            case RecognitionWithdrawn e ->
                agreement.withdrawRecognition(e.body().code());
            case SigningRecognised e -> agreement.recognise(e.body().code(), e.amount(), on, enteredOn);
            case CreditMoved e -> {
                owner.set(on, e.owner());
                if (e.teamId() != null) {
                    team.set(on, new Team(e.teamId(), e.teamName()));
                }
            }
            case CapitalArrived e -> agreement.arrive(e.entryId(), e.amount(), on, enteredOn);
            case ArrivedCapitalCorrected e -> agreement.arrive(e.entryId(), e.amount(), on, enteredOn);
            case ForeignCapitalUsed e -> agreement.use(e.entryId(), e.amount(), on, enteredOn);
            case ForeignCapitalCorrected e -> agreement.use(e.entryId(), e.amount(), on, enteredOn);
            default -> {
                return null;
            }
        }
        return on;
    }

    private LocalDate apply(FollowUpEvent event) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case FollowUpOpened e -> {
                followUps.put(e.followUpId(), e.signingId());
                agree(e.followUpId(), on, e.phases());
            }
            case AgreedDatesRevised e -> agree(e.followUpId(), on, e.phases());
            case MilestoneReported e -> {
                return phase(e, e.phase()).report(e.milestone(), on);
            }
            case MilestoneRecognised e -> {
                return phase(e, e.phase()).recognise(e.milestone(), on);
            }
            case MilestoneSkipped e -> {
                return phase(e, e.phase()).skip(e.milestone(), on);
            }
            case MilestoneWithdrawn e -> {
                LocalDate first = phase(e, e.phase()).withdraw(e.milestone());
                return first == null || first.isAfter(on) ? on : first;
            }
            case SubStateEntered e -> phase(e, e.phase()).enter(e.subState(), on);
            case PhaseSuspended e -> phase(e, e.phase()).suspend(e.cause(), e.clockRuns(), on);
            case PhaseResumed e -> phase(e, e.phase()).resume(on);
            case ProductionStopped e -> phase(e, e.phase()).stop(e.cause(), on);
            case ProductionRestarted e -> phase(e, e.phase()).restart(on);
            case SubStateWithdrawn e -> phase(e, e.phase()).leave(e.subState(), on);
            case PhaseReinstated e -> phase(e, e.phase()).reinstate(on);
            case ScaleDropped e -> phase(e, e.phase()).dropScale(on);
            case CapacityDropped e -> phase(e, e.phase()).dropCapacity(on);
            case CapacityRegained e -> phase(e, e.phase()).regainCapacity(on);
            case CapacityDropWithdrawn e -> phase(e, e.phase()).forgetCapacityDrop(on);
            case ActualsReported e ->
                actuals.put(
                        e.firstMonth(),
                        new Reported(on, new ReportedPeriod(e.firstMonth(), e.lastMonth(), e.figures())));
            case ActualsCorrected e ->
                actuals.put(
                        e.firstMonth(),
                        new Reported(on, new ReportedPeriod(e.firstMonth(), e.lastMonth(), e.figures())));
            case ScaleDropWithdrawn e -> phase(e, e.phase()).regainScale(on);
            case StatisticalInclusionRecorded e -> phase(e, e.phase()).include(on);
            case StatisticalInclusionWithdrawn e -> phase(e, e.phase()).exclude(on);
            case DelayExplained e -> phase(e, e.phase()).explain(on, e.delay());
            case DelayJustified e -> phase(e, e.phase()).justify(on, e.quietUntil());
            case JustificationWithdrawn e -> phase(e, e.phase()).unjustify(on);
            case PhaseWithdrawn e -> phase(e, e.phase()).withdraw(e.cause(), on);
            case SchedulePlanned e ->
                phase(e, e.phase()).plan(on, TimePace.of(e.steps()).orElse(null));
            case MonthlyReturnFiled e -> phase(e, e.phase()).file(e.month(), on, e.figures());
            case MonthlyReturnCorrected e -> phase(e, e.phase()).file(e.month(), on, e.figures());
            default -> {
                return null;
            }
        }
        return on;
    }

    private void agree(FollowUpId followUp, LocalDate on, List<AgreedPhase> agreed) {
        for (AgreedPhase phase : agreed) {
            phases.computeIfAbsent(new PhaseKey(followUp, phase.name()), key -> new PhaseFile(followUp, phase.name()))
                    .agree(on, phase);
        }
    }

    private PhaseFile phase(FollowUpEvent event, String name) {
        return phases.computeIfAbsent(
                new PhaseKey(event.followUpId(), name), key -> new PhaseFile(event.followUpId(), name));
    }

    /**
     * @param rules of whose counting the days are told as well
     * @return every day from {@code since} on, itself included, on which something may begin to stand otherwise
     */
    TreeSet<LocalDate> dates(LocalDate since, CountingRules rules) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        dates.add(since);
        List<Track<?>> tracks = List.of(
                lead,
                profile,
                park,
                owner,
                team,
                estimate,
                land,
                negotiation,
                negotiationStage,
                negotiationStatus,
                negotiatedIndustry,
                negotiatedKind,
                leader);
        tracks.forEach(track -> track.dates(since, dates::add));
        agreements.values().forEach(agreement -> agreement.dates(since, rules, dates::add));
        phases.values().forEach(phase -> phase.dates(since, dates::add));
        actuals.values().stream()
                .map(Reported::on)
                .filter(on -> !on.isBefore(since))
                .forEach(dates::add);
        if (registeredOn != null && !registeredOn.isBefore(since)) {
            dates.add(registeredOn);
        }
        return dates;
    }

    /** @return the phases that are there on that day, by follow-up and name */
    Map<String, PhaseFigures> phases(LocalDate day) {
        Map<String, PhaseFigures> there = new LinkedHashMap<>();
        if (registeredOn == null || registeredOn.isAfter(day)) {
            return there;
        }
        phases.forEach((key, phase) -> {
            AgreementFile agreement = agreementOf(key);
            if (agreement != null && agreement.isFormal(day) && agreement.counts(day) && phase.isThere(day)) {
                there.put(
                        key.followUp() + "/" + key.phase(),
                        phase.at(
                                day,
                                agreement.signedOn(day),
                                thresholds.scaleUpWithinMonths(),
                                belowCapacity(agreement, phase, day)));
            }
        });
        return there;
    }

    /** @return since when the figures alone say that it has fallen below full capacity, or {@code null} */
    private LocalDate belowCapacity(AgreementFile agreement, PhaseFile phase, LocalDate day) {
        LocalDate reachedOn = phase.recognisedOn(Milestone.FULL_CAPACITY, day);
        if (reachedOn == null || actuals.isEmpty() || phase.state(day) != PhaseState.FULL_CAPACITY) {
            return null;
        }
        return CapacityRelapse.since(
                        actuals.values().stream()
                                .filter(reported -> !reported.on().isAfter(day))
                                .map(Reported::period)
                                .toList(),
                        AgreedCapacity.of(agreement.terms(day), phase.name()),
                        reachedOn,
                        thresholds.relapseAfterMonths(),
                        standards,
                        day)
                .orElse(null);
    }

    private AgreementFile agreementOf(PhaseKey key) {
        SigningId signing = followUps.get(key.followUp());
        return signing == null ? null : agreements.get(signing);
    }

    /**
     * @param before how it stood the day before, or {@code null}
     * @param phases as of that day
     * @return how the project stood on that day, or {@code null} before it was registered
     */
    ProjectState state(LocalDate day, ProjectState before, Map<String, PhaseFigures> phases) {
        if (registeredOn == null || registeredOn.isAfter(day)) {
            return null;
        }
        LeadProfile lead = profile.at(day);
        LeadState leadState = this.lead.at(day, LeadState.REGISTERED);
        NegotiationStatus talks = negotiationStatus.at(day);
        AgreementFile agreement = agreement(day);
        AgreementFile.Version version = agreement == null ? null : agreement.version(day);
        boolean formal = version != null && version.kind() == AgreementKind.FORMAL && agreement.counts(day);

        PhaseFigures least = null;
        PhaseState most = null;
        for (PhaseFigures phase : phases.values()) {
            if (least == null
                    || phase.state().compareTo(least.state()) < 0
                    || phase.state() == least.state() && earlier(phase.dueOn(), least.dueOn())) {
                least = phase;
            }
            most = most == null || phase.state().compareTo(most) > 0 ? phase.state() : most;
        }
        boolean withdrawn = formal && least == null && hasWithdrawnPhases(day);
        PhaseState fiveGap = !formal || withdrawn ? null : least == null ? PhaseState.SIGNED : least.state();

        Stage stage = stage(day, formal, fiveGap, before);
        ProjectStatus status = status(leadState, talks, agreement, formal, withdrawn, day);
        boolean inTalks = leadState == LeadState.ADOPTED && talks == NegotiationStatus.ACTIVE && !formal;
        LocalDate talksSince = !inTalks ? null : before != null && before.isInTalks() ? before.talksSince() : day;
        Money estimated = estimate.at(day);

        Coded parkThen = park.at(day);
        Coded industry = agreement != null && agreement.industry() != null
                ? agreement.industry()
                : negotiatedIndustry.at(day) != null && lead.industry() == null
                        ? negotiatedIndustry.at(day)
                        : lead.industry();
        ProjectKind kind = lead.kind() == null ? negotiatedKind.at(day) : lead.kind();
        Team teamThen = team.at(day);
        Cell classes = new Cell(
                code(industry),
                code(parkThen),
                code(lead.chain()),
                code(lead.method()),
                code(lead.region()),
                kind,
                null,
                null,
                null,
                CountingPolicy.UNKNOWN_SIZE,
                fiveGap);
        Booked booked = booked(day, policy, classes, talksSince);
        Area area = land.at(day);
        return new ProjectState(
                projectNo,
                lead.name(),
                lead.investorId(),
                leadId,
                negotiation.at(day),
                agreement == null ? null : agreement.id(),
                registeredOn,
                stage,
                before != null && before.stage() == stage ? before.stageSince() : day,
                before != null && before.furthest().compareTo(stage) > 0 ? before.furthest() : stage,
                status,
                leadState,
                parkThen,
                industry,
                lead.chain(),
                lead.region(),
                lead.method(),
                kind,
                leader.at(day),
                owner.at(day),
                teamThen == null ? null : teamThen.id(),
                teamThen == null ? null : teamThen.name(),
                estimated,
                version != null && version.landMu() != null ? version.landMu() : area == null ? null : area.inMu(),
                talksSince,
                version == null ? null : version.kind(),
                version == null ? null : agreement.state(day),
                version == null ? null : version.contractNo(),
                version == null ? null : agreement.signedOn(day),
                version != null && version.onSite(),
                agreement != null && agreement.newlyIntroduced(),
                agreement != null && agreement.isRecognised(day),
                sum(booked, Measure.SIGNED),
                sum(booked, Measure.CONTRACTED_FOREIGN),
                sum(booked, Measure.ARRIVED),
                sum(booked, Measure.ACTUAL_FOREIGN),
                fiveGap,
                formal ? most : null,
                least == null || !formal ? null : least.dueOn(),
                least == null || !formal ? null : least.clockStoppedOn(),
                booked);
    }

    /**
     * @param state how the project stands on that day
     * @return what it contributes under another policy than the shipped one
     */
    Booked booked(LocalDate day, CountingPolicy policy, ProjectState state) {
        return booked(day, policy, state.booked().cell(), state.talksSince());
    }

    /** @param classes what it is counted under; credit and size are the policy's to say */
    private Booked booked(LocalDate day, CountingPolicy policy, Cell classes, LocalDate talksSince) {
        CountingRules rules = policy.rules();
        AgreementFile agreement = agreement(day);
        Money estimated = estimate.at(day);
        BigDecimal size = size(day, rules, agreement, estimated, talksSince != null);
        LocalDate credited = rules.creditFollowsOwner() || agreement == null ? day : agreement.firstSignedOn();
        Team teamThen = team.at(credited);
        Cell cell = classes.counted(
                leader.at(credited), owner.at(credited), teamThen == null ? null : teamThen.id(), policy.bandOf(size));
        if (rules.exclusions().stream().anyMatch(exclusion -> excludes(exclusion, cell, size))) {
            return new Booked(cell, List.of());
        }
        Postings postings = new Postings();
        Map<Measure, AgreementFile.Signed> stays = new EnumMap<>(Measure.class);
        inOrderOfSigning().forEach(each -> each.postings(day, rules, stays, postings));
        postings.countFirst(Measure.ARRIVED);
        postings.countFirst(Measure.ACTUAL_FOREIGN);
        if (talksSince != null && agreements.values().stream().noneMatch(each -> each.counts(day, rules))) {
            postings.add(new Posting(
                    Measure.IN_TALKS,
                    talksSince,
                    estimated == null ? Currency.CNY : estimated.currency(),
                    1,
                    estimated == null ? BigDecimal.ZERO : estimated.amount()));
        }
        return new Booked(cell, postings.list());
    }

    /**
     * What was signed, as long as it counts or nothing else is talked about; before and beyond that the estimate.
     *
     * @return in 元; {@code null} when that is not known
     */
    private static BigDecimal size(
            LocalDate day, CountingRules rules, AgreementFile agreement, Money estimated, boolean inTalks) {
        AgreementFile.Version version = agreement == null ? null : agreement.version(day);
        if (version != null && rules.kinds().contains(version.kind()) && (!inTalks || agreement.counts(day, rules))) {
            return version.total();
        }
        return estimated == null || estimated.currency() != Currency.CNY ? null : estimated.amount();
    }

    private List<AgreementFile> inOrderOfSigning() {
        return agreements.size() < 2
                ? List.copyOf(agreements.values())
                : agreements.values().stream()
                        .sorted(Comparator.comparing(AgreementFile::firstSignedOn))
                        .toList();
    }

    private static boolean excludes(Exclusion exclusion, Cell cell, BigDecimal size) {
        return (exclusion.projectKinds().isEmpty() || exclusion.projectKinds().contains(cell.kind()))
                && among(exclusion.industries(), cell.industry())
                && among(exclusion.methods(), cell.method())
                && among(exclusion.regions(), cell.origin())
                && among(exclusion.parks(), cell.park())
                && (exclusion.below() == null
                        || size != null && size.compareTo(exclusion.below().amount()) < 0);
    }

    private static boolean among(List<Coded> meant, String code) {
        return meant.isEmpty() || meant.stream().anyMatch(each -> each.code().equals(code));
    }

    private static BigDecimal sum(Booked booked, Measure measure) {
        return booked.postings().stream()
                .filter(posting -> posting.measure() == measure)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return the agreement that speaks for the project: one that counts before one that has ended, a formal one first */
    private AgreementFile agreement(LocalDate day) {
        AgreementFile best = null;
        for (AgreementFile each : agreements.values()) {
            if (!each.firstSignedOn().isAfter(day) && (best == null || rank(each, day) >= rank(best, day))) {
                best = each;
            }
        }
        return best;
    }

    private static int rank(AgreementFile agreement, LocalDate day) {
        return (agreement.counts(day) ? 2 : 0) + (agreement.isFormal(day) ? 1 : 0);
    }

    private boolean hasWithdrawnPhases(LocalDate day) {
        return phases.values().stream().anyMatch(phase -> phase.isWithdrawn(day));
    }

    private Stage stage(LocalDate day, boolean formal, PhaseState fiveGap, ProjectState before) {
        if (formal) {
            return fiveGap != null ? Stage.of(fiveGap) : before != null ? before.stage() : Stage.SIGNED;
        }
        if (negotiation.at(day) == null) {
            return Stage.LEAD;
        }
        NegotiationStage at = negotiationStage.at(day, NegotiationStage.FIRST_CONTACT);
        return at == NegotiationStage.SIGNED ? Stage.READY_TO_SIGN : Stage.of(at);
    }

    private static ProjectStatus status(
            LeadState leadState,
            NegotiationStatus talks,
            AgreementFile agreement,
            boolean formal,
            boolean withdrawn,
            LocalDate day) {
        if (formal) {
            return withdrawn
                    ? ProjectStatus.WITHDRAWN
                    : agreement.state(day) == AgreementState.FULFILLED ? ProjectStatus.FULFILLED : ProjectStatus.ACTIVE;
        }
        return switch (leadState) {
            case DECLINED -> ProjectStatus.DECLINED;
            case POOLED -> ProjectStatus.POOLED;
            case MERGED -> ProjectStatus.MERGED;
            case ARCHIVED -> ProjectStatus.ARCHIVED;
            default -> {
                if (talks == NegotiationStatus.SHELVED) {
                    yield ProjectStatus.SHELVED;
                }
                boolean ended = agreement != null && agreement.isFormal(day) && !agreement.counts(day);
                if (talks == NegotiationStatus.ACTIVE || talks == null) {
                    yield ProjectStatus.ACTIVE;
                }
                yield ended && agreement.state(day) == AgreementState.RESCINDED
                        ? ProjectStatus.RESCINDED
                        : ProjectStatus.TERMINATED;
            }
        };
    }

    private static boolean earlier(LocalDate one, LocalDate other) {
        return one != null && (other == null || one.isBefore(other));
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }
}
