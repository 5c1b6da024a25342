package dev.wuwei.crm.lead;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.Instant;
import java.time.LocalDate;

/** What happened to a lead (线索), and the visits of its project for as long as the project lives. */
public sealed interface LeadEvent extends DomainEvent {
    LeadId leadId();

    ProjectId projectId();

    /** @param respondBy last working day to respond on */
    record LeadRegistered(
            LeadId leadId,
            ProjectId projectId,
            String projectNo,
            LeadProfile profile,
            Coded park,
            StaffId firstReporter,
            StaffId owner,
            TeamId teamId,
            String teamName,
            LocalDate respondBy,
            LocalDate occurredOn)
            implements LeadEvent {}

    record LeadRevised(LeadId leadId, ProjectId projectId, LeadProfile profile, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadAssigned(
            LeadId leadId,
            ProjectId projectId,
            StaffId owner,
            StaffId previousOwner,
            TeamId teamId,
            String teamName,
            LocalDate occurredOn)
            implements LeadEvent {}

    /** @param judgeBy last working day to judge on */
    record LeadResponded(LeadId leadId, ProjectId projectId, String summary, LocalDate judgeBy, LocalDate occurredOn)
            implements LeadEvent {}

    /** @param feedbackBy last working day to tell the source on */
    record LeadJudged(
            LeadId leadId,
            ProjectId projectId,
            Assessment assessment,
            boolean withExperts,
            String opinion,
            LocalDate feedbackBy,
            LocalDate occurredOn)
            implements LeadEvent {}

    record LeadDeclined(LeadId leadId, ProjectId projectId, Coded cause, String feedback, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadAdopted(LeadId leadId, ProjectId projectId, NegotiationId negotiationId, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadPooled(LeadId leadId, ProjectId projectId, StaffId previousOwner, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadDrawnFromPool(
            LeadId leadId, ProjectId projectId, StaffId owner, LocalDate respondBy, LocalDate occurredOn)
            implements LeadEvent {}

    /** @param claimedAt the server's time */
    record FirstReportClaimed(
            LeadId leadId,
            ProjectId projectId,
            InvestorId investorId,
            StaffId claimant,
            ClaimKind kind,
            Instant claimedAt,
            LocalDate occurredOn)
            implements LeadEvent {}

    /** A second claim on one investor: both time lines are shown to whoever decides. */
    record ArbitrationOpened(
            LeadId leadId,
            ProjectId projectId,
            InvestorId investorId,
            ClaimKind kind,
            LeadId otherLeadId,
            StaffId otherClaimant,
            Instant otherClaimedAt,
            LocalDate occurredOn)
            implements LeadEvent {}

    record ClaimArbitrated(LeadId leadId, ProjectId projectId, LeadId winner, String minutes, LocalDate occurredOn)
            implements LeadEvent {}

    record ProtectionLapsed(LeadId leadId, ProjectId projectId, InvestorId investorId, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadCirculated(
            LeadId leadId,
            ProjectId projectId,
            Coded fromPark,
            Coded toPark,
            TeamId toTeamId,
            String toTeamName,
            LocalDate occurredOn)
            implements LeadEvent {}

    record CirculationAccepted(
            LeadId leadId,
            ProjectId projectId,
            Coded park,
            TeamId teamId,
            String teamName,
            StaffId owner,
            LocalDate occurredOn)
            implements LeadEvent {}

    record CirculationReturned(LeadId leadId, ProjectId projectId, Coded park, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadMerged(LeadId leadId, ProjectId projectId, LeadId intoLeadId, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadUnmerged(LeadId leadId, ProjectId projectId, LeadId fromLeadId, LocalDate occurredOn)
            implements LeadEvent {}

    record LeadArchived(LeadId leadId, ProjectId projectId, Coded cause, LocalDate occurredOn) implements LeadEvent {}

    record LeadReopened(LeadId leadId, ProjectId projectId, LocalDate respondBy, LocalDate occurredOn)
            implements LeadEvent {}

    record VisitLogged(LeadId leadId, ProjectId projectId, VisitId visitId, VisitDetails visit, LocalDate occurredOn)
            implements LeadEvent {}

    record VisitCorrected(LeadId leadId, ProjectId projectId, VisitId visitId, VisitDetails visit, LocalDate occurredOn)
            implements LeadEvent {}

    record VisitWithdrawn(LeadId leadId, ProjectId projectId, VisitId visitId, LocalDate occurredOn)
            implements LeadEvent {}

    /**
     * The working calendar was changed while a clock ran.
     *
     * @param dueOn last working day to do it on
     * @param formerly the day that was the last one until then
     */
    record ClockMoved(
            LeadId leadId,
            ProjectId projectId,
            LeadClock clock,
            LocalDate dueOn,
            LocalDate formerly,
            LocalDate occurredOn)
            implements LeadEvent {}
}
