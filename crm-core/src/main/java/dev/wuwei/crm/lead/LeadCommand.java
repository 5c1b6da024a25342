package dev.wuwei.crm.lead;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a lead (线索). */
public sealed interface LeadCommand extends Command {
    LeadId leadId();

    /**
     * Registers a lead and, with it, the first report (首报) on its investor. The server's time counts.
     *
     * @param projectId made by the server when missing
     * @param firstReporter who brought it; the sender when missing
     * @param owner who works on it; may still be open
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RegisterLead(
            @TargetAggregateIdentifier @NewId LeadId leadId,
            @NewId ProjectId projectId,
            LeadDetails details,
            String parkCode,
            StaffId firstReporter,
            StaffId owner,
            TeamId teamId,
            LocalDate occurredOn)
            implements LeadCommand {}

    /** More is known, or an entry was wrong; then with a reason. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReviseLead(
            @TargetAggregateIdentifier LeadId leadId, LeadDetails details, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AssignLead(@TargetAggregateIdentifier LeadId leadId, StaffId owner, TeamId teamId, LocalDate occurredOn)
            implements LeadCommand {}

    /** First contact after registration; the response clock stops. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RespondToLead(@TargetAggregateIdentifier LeadId leadId, String summary, LocalDate occurredOn)
            implements LeadCommand {}

    /** 研判. @param withExperts experts are heard, so the clock is longer */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record JudgeLead(
            @TargetAggregateIdentifier LeadId leadId,
            Assessment assessment,
            boolean withExperts,
            String opinion,
            LocalDate occurredOn)
            implements LeadCommand {}

    /** @param feedback what the source of the lead is told */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record DeclineLead(
            @TargetAggregateIdentifier LeadId leadId, String reasonCode, String feedback, LocalDate occurredOn)
            implements LeadCommand {}

    /** A negotiation opens. Needs investor, contact, industry, amount estimate and owner. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record AdoptLead(
            @TargetAggregateIdentifier LeadId leadId, @NewId NegotiationId negotiationId, LocalDate occurredOn)
            implements LeadCommand {}

    /** Nobody moves it: it goes to the pool (公海), and the protection of its first report lapses. */
    @Allowed({Role.DEPARTMENT_HEAD})
    record PoolLead(@TargetAggregateIdentifier LeadId leadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    /** Somebody takes it from the pool. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record DrawFromPool(@TargetAggregateIdentifier LeadId leadId, StaffId owner, LocalDate occurredOn)
            implements LeadCommand {}

    /** 首报/首谈: whoever comes second opens an arbitration. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ClaimFirstReport(@TargetAggregateIdentifier LeadId leadId, StaffId claimant, ClaimKind kind)
            implements LeadCommand {}

    /** @param winner the lead whose claim stands */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ArbitrateClaim(@TargetAggregateIdentifier LeadId leadId, LeadId winner, String minutes, LocalDate occurredOn)
            implements LeadCommand {}

    @Allowed({Role.DEPARTMENT_HEAD})
    record LapseProtection(@TargetAggregateIdentifier LeadId leadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    /** 流转 to another park or team. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record CirculateLead(
            @TargetAggregateIdentifier LeadId leadId,
            String toParkCode,
            TeamId toTeamId,
            LocalDate occurredOn,
            String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record AcceptCirculation(@TargetAggregateIdentifier LeadId leadId, StaffId owner, LocalDate occurredOn)
            implements LeadCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record ReturnCirculation(@TargetAggregateIdentifier LeadId leadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD})
    record MergeLead(@TargetAggregateIdentifier LeadId leadId, LeadId intoLeadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD})
    record UnmergeLead(@TargetAggregateIdentifier LeadId leadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ArchiveLead(@TargetAggregateIdentifier LeadId leadId, String reasonCode, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReopenLead(@TargetAggregateIdentifier LeadId leadId, LocalDate occurredOn, String reason)
            implements LeadCommand, Reasoned {}

    /** A visit belongs to the project and can be logged from lead to follow-up. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record LogVisit(
            @TargetAggregateIdentifier LeadId leadId, @NewId VisitId visitId, VisitDetails visit)
            implements LeadCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record CorrectVisit(@TargetAggregateIdentifier LeadId leadId, VisitId visitId, VisitDetails visit, String reason)
            implements LeadCommand, Reasoned {}

    /** The visit never took place, or belongs to another project. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawVisit(@TargetAggregateIdentifier LeadId leadId, VisitId visitId, String reason)
            implements LeadCommand, Reasoned {}

    /** Sent when the working calendar was decided on: the clock that runs is reckoned by the one that holds. @param reason of that */
    @Allowed(Role.SYSTEM)
    record ReckonClock(@TargetAggregateIdentifier LeadId leadId, String reason) implements LeadCommand, Reasoned {}
}
