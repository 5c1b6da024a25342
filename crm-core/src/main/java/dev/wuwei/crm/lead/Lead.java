package dev.wuwei.crm.lead;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.lead.Claims.Claim;
import dev.wuwei.crm.lead.LeadCommand.AcceptCirculation;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ArchiveLead;
import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadCommand.CirculateLead;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadCommand.DrawFromPool;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LapseProtection;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.MergeLead;
import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.lead.LeadCommand.ReckonClock;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadCommand.ReopenLead;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadCommand.ReturnCirculation;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadCommand.UnmergeLead;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.CirculationAccepted;
import dev.wuwei.crm.lead.LeadEvent.CirculationReturned;
import dev.wuwei.crm.lead.LeadEvent.ClaimArbitrated;
import dev.wuwei.crm.lead.LeadEvent.ClockMoved;
import dev.wuwei.crm.lead.LeadEvent.FirstReportClaimed;
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
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.lead.LeadEvent.VisitCorrected;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.lead.LeadEvent.VisitWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.Negotiations;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.Merges;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectNumbers;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A lead (线索) from its first report on, and the visits of its project for as long as the project lives. */
@Aggregate(cache = "aggregateCache")
class Lead {
    private static final Merges MERGES = new Merges("lead.merged");

    @AggregateIdentifier
    private LeadId leadId;

    private ProjectId projectId;
    private String projectNo;
    private LeadState state;
    /** What it goes back to when it comes back from another park or is taken out of a merge. */
    private LeadState stateBefore;

    private LeadProfile profile;
    private Coded park;
    private StaffId owner;
    private TeamId teamId;
    private Assessment assessment;
    private LeadCirculated circulation;
    private LeadId mergedInto;
    private LocalDate registeredOn;
    private LocalDate lastStepOn;
    private RunningClock clock;
    private final Claims claims = new Claims();
    private final Map<VisitId, RecordedVisit> visits = new HashMap<>();

    protected Lead() {}

    @CommandHandler
    Lead(
            RegisterLead command,
            Dictionaries dictionaries,
            StaffDirectory directory,
            Existence existence,
            Uniqueness uniqueness,
            ProjectNumbers numbers,
            WorkingCalendar calendar,
            Thresholds thresholds,
            EventMeta meta) {
        Violations violations = new Violations();
        LeadId id = violations.value(() -> Checks.present(command.leadId(), "leadId"));
        LeadProfile checked = LeadProfiles.check(command.details(), null, dictionaries, violations);
        Coded inPark =
                violations.value(() -> dictionaries.require(DictionaryKind.PARK, command.parkCode(), "parkCode"));
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        StaffDirectory.Account ownedBy = violations.value(
                () -> command.owner() == null ? null : directory.requireInService(command.owner(), "owner"));
        violations.check(() -> {
            if (command.firstReporter() != null) {
                directory.requireInService(command.firstReporter(), "firstReporter");
            }
        });
        StaffDirectory.Team team = violations.value(() -> team(command.teamId(), "teamId", ownedBy, inPark, directory));
        violations.throwIfAny();
        ParkScope.check(inPark, meta);
        if (checked.investorId() != null) {
            LeadProfiles.requireKnown(checked.investorId(), existence, uniqueness);
        }
        ProjectId project = command.projectId() == null ? ProjectId.next() : command.projectId();
        StaffId firstReporter = command.firstReporter() == null ? meta.actor() : command.firstReporter();
        apply(new LeadRegistered(
                id,
                project,
                numbers.next(command.occurredOn().getYear()),
                checked,
                inPark,
                firstReporter,
                command.owner(),
                team == null ? null : team.teamId(),
                team == null ? null : team.name(),
                respondBy(command.occurredOn(), calendar, thresholds),
                command.occurredOn()));
        if (checked.investorId() != null) {
            Claim claim = new Claim(checked.investorId(), firstReporter, meta.recordedAt());
            claim(id, project, ClaimKind.FIRST_REPORT, claim, uniqueness, meta);
        }
    }

    @CommandHandler
    void handle(
            ReviseLead command, Dictionaries dictionaries, Existence existence, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        LeadProfile revised = LeadProfiles.check(command.details(), profile, dictionaries, violations);
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.check(() -> Checks.optional(command.reason(), Checks.LINE, "reason"));
        violations.throwIfAny();
        boolean otherInvestor = !Objects.equals(revised.investorId(), profile.investorId());
        if (state == LeadState.ADOPTED) {
            Checks.reason(command.reason());
            LeadProfiles.adoptable(revised, owner).throwIfAny();
            if (otherInvestor) {
                throw new RuleViolated(LeadRule.INVESTOR_FIXED);
            }
        }
        if (revised.equals(profile)) {
            throw new RuleViolated(LeadRule.NOTHING_CHANGED);
        }
        if (otherInvestor && revised.investorId() != null) {
            LeadProfiles.requireKnown(revised.investorId(), existence, uniqueness);
        }
        if (otherInvestor) {
            lapseProtection(uniqueness, command.occurredOn());
        }
        apply(new LeadRevised(leadId, projectId, revised, command.occurredOn()));
        if (otherInvestor && revised.investorId() != null && state.isActive()) {
            Claim claim = new Claim(revised.investorId(), meta.actor(), meta.recordedAt());
            claim(leadId, projectId, ClaimKind.FIRST_REPORT, claim, uniqueness, meta);
        }
    }

    @CommandHandler
    void handle(AssignLead command, StaffDirectory directory, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        StaffDirectory.Account newOwner = violations.value(() -> directory.requireInService(command.owner(), "owner"));
        StaffDirectory.Team team = violations.value(() -> team(command.teamId(), "teamId", newOwner, park, directory));
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.throwIfAny();
        TeamId newTeam = team == null ? null : team.teamId();
        if (command.owner().equals(owner) && Objects.equals(newTeam, teamId)) {
            throw new RuleViolated(LeadRule.SAME_OWNER);
        }
        apply(new LeadAssigned(
                leadId,
                projectId,
                command.owner(),
                owner,
                newTeam,
                team == null ? null : team.name(),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(RespondToLead command, WorkingCalendar calendar, Thresholds thresholds, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        String summary = violations.value(() -> Checks.required(command.summary(), Checks.TEXT, "summary"));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        LocalDate judgeBy = calendar.plusWorkingDays(command.occurredOn(), thresholds.judgeWithinWorkingDays());
        apply(new LeadResponded(leadId, projectId, summary, judgeBy, command.occurredOn()));
    }

    /** Judging again is how a watched lead comes to be followed. */
    @CommandHandler
    void handle(JudgeLead command, WorkingCalendar calendar, Thresholds thresholds, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.assessment(), "assessment"));
        String opinion = violations.value(() -> Checks.required(command.opinion(), Checks.TEXT, "opinion"));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        apply(new LeadJudged(
                leadId,
                projectId,
                command.assessment(),
                command.withExperts(),
                opinion,
                calendar.plusWorkingDays(command.occurredOn(), thresholds.feedbackWithinWorkingDays()),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(DeclineLead command, Dictionaries dictionaries, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        Coded cause = violations.value(
                () -> dictionaries.require(DictionaryKind.DECLINE_REASON, command.reasonCode(), "reasonCode"));
        String feedback = violations.value(() -> Checks.required(command.feedback(), Checks.TEXT, "feedback"));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        lapseProtection(uniqueness, command.occurredOn());
        apply(new LeadDeclined(leadId, projectId, cause, feedback, command.occurredOn()));
    }

    /** The negotiation opens in the same unit of work: an adopted lead never stands without one. */
    @CommandHandler
    NegotiationId handle(AdoptLead command, EventMeta meta) {
        if (state == LeadState.ADOPTED) {
            throw new RuleViolated(LeadRule.ALREADY_ADOPTED);
        }
        requirePossible(command, meta);
        if (assessment == Assessment.UNSUITABLE) {
            throw new RuleViolated(LeadRule.JUDGED_UNSUITABLE);
        }
        LeadProfiles.adoptable(profile, owner)
                .check(() -> nextStep(command.occurredOn(), meta))
                .throwIfAny();
        NegotiationId negotiationId = command.negotiationId() == null ? NegotiationId.next() : command.negotiationId();
        apply(new LeadAdopted(leadId, projectId, negotiationId, command.occurredOn()));
        Negotiations.open(new NegotiationOpened(
                negotiationId,
                projectId,
                projectNo,
                leadId,
                profile.investorId(),
                profile.name(),
                park,
                profile.industry(),
                profile.gbt4754(),
                profile.kind(),
                profile.intendedInvestment(),
                profile.landNeed(),
                owner,
                command.occurredOn()));
        return negotiationId;
    }

    @CommandHandler
    void handle(PoolLead command, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        checkReasonedStep(command.reason(), command.occurredOn(), meta);
        lapseProtection(uniqueness, command.occurredOn());
        apply(new LeadPooled(leadId, projectId, owner, command.occurredOn()));
    }

    @CommandHandler
    void handle(
            DrawFromPool command,
            StaffDirectory directory,
            WorkingCalendar calendar,
            Thresholds thresholds,
            EventMeta meta) {
        requirePossible(command, meta);
        StaffId newOwner = command.owner() == null ? meta.actor() : command.owner();
        Violations violations = new Violations();
        violations.check(() -> directory.requireInService(newOwner, "owner"));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        LocalDate respondBy = respondBy(command.occurredOn(), calendar, thresholds);
        apply(new LeadDrawnFromPool(leadId, projectId, newOwner, respondBy, command.occurredOn()));
    }

    @CommandHandler
    void handle(ClaimFirstReport command, StaffDirectory directory, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        ClaimKind kind = Checks.present(command.kind(), "kind");
        StaffId claimant = command.claimant() == null ? meta.actor() : command.claimant();
        directory.requireInService(claimant, "claimant");
        if (profile.investorId() == null) {
            throw new RuleViolated(LeadRule.INVESTOR_MISSING);
        }
        if (claims.isMade(kind)) {
            throw new RuleViolated(LeadRule.ALREADY_CLAIMED);
        }
        Claim claim = new Claim(profile.investorId(), claimant, meta.recordedAt());
        claim(leadId, projectId, kind, claim, uniqueness, meta);
    }

    @CommandHandler
    void handle(ArbitrateClaim command, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        LeadId winner = violations.value(() -> Checks.present(command.winner(), "winner"));
        String minutes = violations.value(() -> Checks.required(command.minutes(), Checks.TEXT, "minutes"));
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.throwIfAny();
        if (!claims.isDisputed()) {
            throw new RuleViolated(LeadRule.NO_ARBITRATION);
        }
        if (!winner.equals(leadId)
                && claims.disputed().stream()
                        .noneMatch(kind -> claims.disputedBy(kind).equals(winner))) {
            throw new RuleViolated(LeadRule.WINNER_NOT_A_PARTY);
        }
        Map<ClaimKind, Claim> won = new HashMap<>();
        if (winner.equals(leadId)) {
            claims.disputed().forEach(kind -> won.put(kind, claims.of(kind)));
            won.forEach((kind, claim) ->
                    uniqueness.release(Claims.scope(kind), claim.investorId().toString(), claims.disputedBy(kind)));
        }
        apply(new ClaimArbitrated(leadId, projectId, winner, minutes, command.occurredOn()));
        // The loser may have lost the claim to a third lead meanwhile; that dispute is another one.
        won.forEach((kind, claim) -> Claims.take(kind, leadId, claim, uniqueness, meta)
                .ifPresent(holder -> apply(arbitration(leadId, projectId, kind, claim, holder, meta))));
    }

    @CommandHandler
    void handle(LapseProtection command, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.throwIfAny();
        if (!lapseProtection(uniqueness, command.occurredOn())) {
            throw new RuleViolated(LeadRule.NO_PROTECTION);
        }
    }

    @CommandHandler
    void handle(CirculateLead command, Dictionaries dictionaries, StaffDirectory directory, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        Coded toPark = violations.value(() -> command.toParkCode() == null && command.toTeamId() != null
                ? park
                : dictionaries.require(DictionaryKind.PARK, command.toParkCode(), "toParkCode"));
        StaffDirectory.Team toTeam =
                violations.value(() -> team(command.toTeamId(), "toTeamId", null, toPark, directory));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        if (toPark.code().equals(park.code())
                && (toTeam == null || toTeam.teamId().equals(teamId))) {
            throw new RuleViolated(LeadRule.SAME_PARK_AND_TEAM);
        }
        apply(new LeadCirculated(
                leadId,
                projectId,
                park,
                toPark,
                toTeam == null ? null : toTeam.teamId(),
                toTeam == null ? null : toTeam.name(),
                command.occurredOn()));
    }

    /** It is for the park that receives it to accept. */
    @CommandHandler
    void handle(AcceptCirculation command, StaffDirectory directory, EventMeta meta) {
        requireState(command);
        ParkScope.check(circulation.toPark(), meta);
        StaffId newOwner = command.owner() == null ? meta.actor() : command.owner();
        Violations violations = new Violations();
        violations.check(() -> directory.requireInService(newOwner, "owner"));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        apply(new CirculationAccepted(
                leadId,
                projectId,
                circulation.toPark(),
                circulation.toTeamId(),
                circulation.toTeamName(),
                newOwner,
                command.occurredOn()));
    }

    /** Sent back by the park that does not want it, or called back by the one that sent it. */
    @CommandHandler
    void handle(ReturnCirculation command, EventMeta meta) {
        requireState(command);
        if (!meta.seesPark(circulation.toPark().code())) {
            ParkScope.check(park, meta);
        }
        checkReasonedStep(command.reason(), command.occurredOn(), meta);
        apply(new CirculationReturned(leadId, projectId, park, command.occurredOn()));
    }

    @CommandHandler
    void handle(MergeLead command, Existence existence, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        LeadId into = Checks.present(command.intoLeadId(), "intoLeadId");
        checkReasonedStep(command.reason(), command.occurredOn(), meta);
        if (into.equals(leadId)) {
            throw new RuleViolated(LeadRule.MERGE_INTO_ITSELF);
        }
        if (!existence.of(into)) {
            throw new RuleViolated(LeadRule.UNKNOWN_LEAD);
        }
        if (!MERGES.merge(leadId, into, uniqueness, meta)) {
            throw new RuleViolated(LeadRule.MERGE_INTO_MERGED);
        }
        lapseProtection(uniqueness, command.occurredOn());
        apply(new LeadMerged(leadId, projectId, into, command.occurredOn()));
    }

    @CommandHandler
    void handle(UnmergeLead command, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        checkReasonedStep(command.reason(), command.occurredOn(), meta);
        MERGES.unmerge(leadId, mergedInto, uniqueness);
        apply(new LeadUnmerged(leadId, projectId, mergedInto, command.occurredOn()));
    }

    @CommandHandler
    void handle(ArchiveLead command, Dictionaries dictionaries, Uniqueness uniqueness, EventMeta meta) {
        requirePossible(command, meta);
        Violations violations = new Violations();
        Coded cause = violations.value(
                () -> dictionaries.require(DictionaryKind.ARCHIVE_REASON, command.reasonCode(), "reasonCode"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> nextStep(command.occurredOn(), meta));
        violations.throwIfAny();
        lapseProtection(uniqueness, command.occurredOn());
        apply(new LeadArchived(leadId, projectId, cause, command.occurredOn()));
    }

    @CommandHandler
    void handle(ReopenLead command, WorkingCalendar calendar, Thresholds thresholds, EventMeta meta) {
        requirePossible(command, meta);
        checkReasonedStep(command.reason(), command.occurredOn(), meta);
        LocalDate respondBy = respondBy(command.occurredOn(), calendar, thresholds);
        apply(new LeadReopened(leadId, projectId, respondBy, command.occurredOn()));
    }

    /** Nothing happens where no clock runs, or where it runs to the same day. One that circulates comes back with its clock. */
    @CommandHandler
    void handle(ReckonClock command, WorkingCalendar calendar, CalendarBook book, EventMeta meta) {
        if (!state.isActive() && state != LeadState.CIRCULATING) {
            return;
        }
        LocalDate dueOn = calendar.reckonAnew(clock.since(), clock.dueOn(), book.asKnownAt(clock.reckonedAt()));
        if (!dueOn.equals(clock.dueOn())) {
            apply(new ClockMoved(leadId, projectId, clock.kind(), dueOn, clock.dueOn(), meta.today()));
        }
    }

    /** Before the lead was registered is allowed: the entry is late, not wrong. */
    @CommandHandler
    VisitId handle(LogVisit command, StaffDirectory directory, EventMeta meta) {
        ParkScope.check(park, meta);
        if (!LeadActions.isPossible(LogVisit.class, state)) {
            throw new RuleViolated(LeadRule.TAKES_NO_VISITS);
        }
        VisitId visitId = command.visitId() == null ? VisitId.next() : command.visitId();
        if (visits.containsKey(visitId)) {
            throw new RuleViolated(LeadRule.VISIT_ALREADY_LOGGED);
        }
        VisitDetails visit = Visits.check(command.visit(), directory, meta);
        apply(new VisitLogged(leadId, projectId, visitId, visit, visit.occurredOn()));
        return visitId;
    }

    @CommandHandler
    void handle(CorrectVisit command, StaffDirectory directory, EventMeta meta) {
        requirePossible(command, meta);
        RecordedVisit recorded = requireStanding(command.visitId());
        Checks.reason(command.reason());
        VisitDetails visit = Visits.check(command.visit(), directory, meta);
        if (visit.equals(recorded.visit())) {
            throw new RuleViolated(LeadRule.NOTHING_CHANGED);
        }
        apply(
                new VisitCorrected(leadId, projectId, command.visitId(), visit, visit.occurredOn()),
                recorded.correction());
    }

    @CommandHandler
    void handle(WithdrawVisit command, EventMeta meta) {
        requirePossible(command, meta);
        RecordedVisit recorded = requireStanding(command.visitId());
        Checks.reason(command.reason());
        apply(
                new VisitWithdrawn(
                        leadId, projectId, command.visitId(), recorded.visit().occurredOn()),
                recorded.correction());
    }

    private void requirePossible(LeadCommand command, EventMeta meta) {
        ParkScope.check(park, meta);
        requireState(command);
    }

    private void requireState(LeadCommand command) {
        if (!LeadActions.isPossible(command.getClass(), state)) {
            throw new RuleViolated(LeadRule.NOT_POSSIBLE_IN_STATE, state);
        }
    }

    private RecordedVisit requireStanding(VisitId visitId) {
        RecordedVisit recorded = visits.get(visitId);
        if (recorded == null) {
            throw new RuleViolated(LeadRule.UNKNOWN_VISIT);
        }
        if (recorded.withdrawn()) {
            throw new RuleViolated(LeadRule.VISIT_WITHDRAWN);
        }
        return recorded;
    }

    private void checkReasonedStep(String reason, LocalDate occurredOn, EventMeta meta) {
        new Violations()
                .check(() -> Checks.reason(reason))
                .check(() -> nextStep(occurredOn, meta))
                .throwIfAny();
    }

    /** The steps of a lead are recorded in the order in which they happened. */
    private void nextStep(LocalDate occurredOn, EventMeta meta) {
        Checks.happened(occurredOn, meta.today(), "occurredOn");
        Checks.notBefore(occurredOn, lastStepOn, "occurredOn");
    }

    private void sinceRegistered(LocalDate occurredOn, EventMeta meta) {
        Checks.happened(occurredOn, meta.today(), "occurredOn");
        Checks.notBefore(occurredOn, registeredOn, "occurredOn");
    }

    private static LocalDate respondBy(LocalDate from, WorkingCalendar calendar, Thresholds thresholds) {
        return calendar.plusWorkingDays(from, thresholds.respondWithinWorkingDays());
    }

    /** The team asked for, or the owner's own where it works for this park. */
    private static StaffDirectory.Team team(
            TeamId asked, String field, StaffDirectory.Account ownedBy, Coded park, StaffDirectory directory) {
        if (asked == null) {
            return ownedBy == null || ownedBy.teamId() == null
                    ? null
                    : directory
                            .team(ownedBy.teamId())
                            .filter(team -> team.open() && worksFor(team, park))
                            .orElse(null);
        }
        StaffDirectory.Team team = directory.requireOpenTeam(asked, field);
        if (!worksFor(team, park)) {
            throw RuleViolated.at(
                    field, LeadRule.TEAM_OF_OTHER_PARK, team.park().name());
        }
        return team;
    }

    private static boolean worksFor(StaffDirectory.Team team, Coded park) {
        return team.park() == null || park == null || team.park().code().equals(park.code());
    }

    private void claim(
            LeadId lead, ProjectId project, ClaimKind kind, Claim claim, Uniqueness uniqueness, EventMeta meta) {
        var holder = Claims.take(kind, lead, claim, uniqueness, meta);
        if (holder.filter(other -> claims.wasLostTo(kind, claim.investorId(), other.owner()))
                .isPresent()) {
            throw new RuleViolated(LeadRule.ALREADY_CLAIMED);
        }
        apply(new FirstReportClaimed(
                lead, project, claim.investorId(), claim.claimant(), kind, claim.claimedAt(), meta.today()));
        holder.ifPresent(other -> apply(arbitration(lead, project, kind, claim, other, meta)));
    }

    private static ArbitrationOpened arbitration(
            LeadId lead, ProjectId project, ClaimKind kind, Claim claim, Uniqueness.Holder other, EventMeta meta) {
        return new ArbitrationOpened(
                lead,
                project,
                claim.investorId(),
                kind,
                LeadId.of(other.owner()),
                other.takenBy(),
                other.takenAt(),
                meta.today());
    }

    private boolean lapseProtection(Uniqueness uniqueness, LocalDate occurredOn) {
        boolean held = claims.release(leadId, uniqueness);
        if (held) {
            apply(new ProtectionLapsed(leadId, projectId, profile.investorId(), occurredOn));
        }
        return held;
    }

    Leads.Known known() {
        return new Leads.Known(projectId, projectNo, profile.name(), park, state, registeredOn);
    }

    @EventSourcingHandler
    void on(LeadRegistered event, EventMeta meta) {
        leadId = event.leadId();
        projectId = event.projectId();
        projectNo = event.projectNo();
        profile = event.profile();
        park = event.park();
        owner = event.owner();
        teamId = event.teamId();
        registeredOn = event.occurredOn();
        moveTo(LeadState.REGISTERED, event.occurredOn());
        clock = new RunningClock(LeadClock.RESPOND, event.occurredOn(), event.respondBy(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(LeadRevised event) {
        if (!Objects.equals(event.profile().investorId(), profile.investorId())) {
            claims.clear();
        }
        profile = event.profile();
    }

    @EventSourcingHandler
    void on(LeadAssigned event) {
        owner = event.owner();
        teamId = event.teamId();
    }

    @EventSourcingHandler
    void on(LeadResponded event, EventMeta meta) {
        moveTo(LeadState.RESPONDED, event.occurredOn());
        clock = new RunningClock(LeadClock.JUDGE, event.occurredOn(), event.judgeBy(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(LeadJudged event, EventMeta meta) {
        assessment = event.assessment();
        moveTo(LeadState.JUDGED, event.occurredOn());
        clock = new RunningClock(LeadClock.FEEDBACK, event.occurredOn(), event.feedbackBy(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(LeadDeclined event) {
        claims.clear();
        moveTo(LeadState.DECLINED, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadAdopted event) {
        moveTo(LeadState.ADOPTED, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadPooled event) {
        claims.clear();
        owner = null;
        moveTo(LeadState.POOLED, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadDrawnFromPool event, EventMeta meta) {
        owner = event.owner();
        moveTo(LeadState.REGISTERED, event.occurredOn());
        clock = new RunningClock(LeadClock.RESPOND, event.occurredOn(), event.respondBy(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(FirstReportClaimed event) {
        claims.made(event.kind(), new Claim(event.investorId(), event.claimant(), event.claimedAt()));
    }

    @EventSourcingHandler
    void on(ArbitrationOpened event) {
        claims.disputed(event.kind(), event.otherLeadId());
    }

    @EventSourcingHandler
    void on(ClaimArbitrated event) {
        if (event.winner().equals(leadId)) {
            claims.won();
        } else {
            claims.lost(event.winner());
        }
    }

    @EventSourcingHandler
    void on(ProtectionLapsed event) {
        claims.clear();
    }

    @EventSourcingHandler
    void on(LeadCirculated event) {
        circulation = event;
        stateBefore = state;
        moveTo(LeadState.CIRCULATING, event.occurredOn());
    }

    @EventSourcingHandler
    void on(CirculationAccepted event) {
        park = event.park();
        teamId = event.teamId();
        owner = event.owner();
        moveTo(stateBefore, event.occurredOn());
    }

    @EventSourcingHandler
    void on(CirculationReturned event) {
        moveTo(stateBefore, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadMerged event) {
        claims.clear();
        mergedInto = event.intoLeadId();
        stateBefore = state;
        moveTo(LeadState.MERGED, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadUnmerged event) {
        moveTo(stateBefore, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadArchived event) {
        claims.clear();
        moveTo(LeadState.ARCHIVED, event.occurredOn());
    }

    @EventSourcingHandler
    void on(LeadReopened event, EventMeta meta) {
        moveTo(LeadState.REGISTERED, event.occurredOn());
        clock = new RunningClock(LeadClock.RESPOND, event.occurredOn(), event.respondBy(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(ClockMoved event, EventMeta meta) {
        clock = new RunningClock(event.clock(), clock.since(), event.dueOn(), meta.recordedAt());
    }

    @EventSourcingHandler
    void on(VisitLogged event, @MessageIdentifier String eventId) {
        visits.put(event.visitId(), new RecordedVisit(event.visit(), eventId, false));
    }

    @EventSourcingHandler
    void on(VisitCorrected event) {
        visits.computeIfPresent(
                event.visitId(), (id, recorded) -> new RecordedVisit(event.visit(), recorded.loggedBy(), false));
    }

    @EventSourcingHandler
    void on(VisitWithdrawn event) {
        visits.computeIfPresent(
                event.visitId(), (id, recorded) -> new RecordedVisit(recorded.visit(), recorded.loggedBy(), true));
    }

    private void moveTo(LeadState next, LocalDate occurredOn) {
        state = next;
        lastStepOn = occurredOn;
    }

    /**
     * @param since the day after which it counts working days
     * @param reckonedAt when that was recorded, by the calendar as it was known then
     */
    private record RunningClock(LeadClock kind, LocalDate since, LocalDate dueOn, Instant reckonedAt) {}

    /** @param loggedBy id of the event that first told of it */
    private record RecordedVisit(VisitDetails visit, String loggedBy, boolean withdrawn) {
        MetaData correction() {
            return MetaData.with("correctionOf", loggedBy);
        }
    }
}
