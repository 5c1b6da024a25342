package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a negotiation (洽谈). It is opened by adopting a lead. */
public sealed interface NegotiationCommand extends Command {
    NegotiationId negotiationId();

    /**
     * Forward, one stage or several. IN_REVIEW and SIGNED are reached by review and signature only, READY_TO_SIGN by hand
     * only while a valid approval of the present terms stands.
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AdvanceStage(
            @TargetAggregateIdentifier NegotiationId negotiationId, NegotiationStage to, LocalDate occurredOn)
            implements NegotiationCommand {}

    /** Backward. Out of IN_REVIEW it takes the open review back with it. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReturnToStage(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            NegotiationStage to,
            LocalDate occurredOn,
            String reason)
            implements NegotiationCommand, Reasoned {}

    /** @param lookAgainOn the day to look at it again */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ShelveNegotiation(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            LocalDate lookAgainOn,
            LocalDate occurredOn,
            String reason)
            implements NegotiationCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ResumeNegotiation(@TargetAggregateIdentifier NegotiationId negotiationId, LocalDate occurredOn)
            implements NegotiationCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record TerminateNegotiation(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            String reasonCode,
            LocalDate occurredOn,
            String reason)
            implements NegotiationCommand, Reasoned {}

    /** The project comes back after termination, or after its agreement ended; all that was negotiated is kept. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ReopenNegotiation(
            @TargetAggregateIdentifier NegotiationId negotiationId, LocalDate occurredOn, String reason)
            implements NegotiationCommand, Reasoned {}

    /** A leader and a lead officer are one each: appointing another ends the one before. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record Appoint(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ProjectRole role,
            StaffId staffId,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record Dismiss(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ProjectRole role,
            StaffId staffId,
            LocalDate occurredOn,
            String reason)
            implements NegotiationCommand, Reasoned {}

    /** 一个方案: the plan in force; the one before is kept. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AdoptPlan(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            String title,
            String text,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record LogRound(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            @NewId RoundId roundId,
            RoundDetails round) implements NegotiationCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record CorrectRound(
            @TargetAggregateIdentifier NegotiationId negotiationId, RoundId roundId, RoundDetails round, String reason)
            implements NegotiationCommand, Reasoned {}

    /**
     * @param baseVersion version that the form showed; 0 for the first. Somebody else's later version is refused with it.
     * @param note what changed and why; must be given when an approval falls with the revision
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReviseTerms(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            int baseVersion,
            Terms terms,
            String note,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /** 提请准入评审 of the terms as they stand; opinions run in parallel. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RequestAdmissionReview(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            @NewId ReviewId reviewId,
            List<OpinionRequest> opinions,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /** @param conditions each becomes a commitment when the review is approved */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.PROMOTER})
    record GiveOpinion(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ReviewId reviewId,
            ReviewTopic topic,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /** The opinion was entered wrongly; only while the review is open. An overruling of the veto before falls away. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.PROMOTER})
    record CorrectOpinion(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ReviewId reviewId,
            ReviewTopic topic,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            String reason)
            implements NegotiationCommand, Reasoned {}

    /** @param bodyCode the named body that overrules; @param minutes the minutes that say so */
    @Allowed({Role.LEADER})
    record OverruleVeto(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ReviewId reviewId,
            ReviewTopic topic,
            String bodyCode,
            String minutes,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /** 公平竞争审查 of the preferential clauses of the terms as they stand. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record RecordFairCompetitionReview(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            String bodyCode,
            boolean passed,
            String document,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /**
     * Freezes gates, opinions and terms as decided.
     *
     * @param conditions beside those that the opinions set, which are taken up by themselves
     * @param minutes must be given to reject, to return, and to approve against an objection or below a gate (一事一议)
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record DecideAdmission(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            ReviewId reviewId,
            AdmissionOutcome outcome,
            List<String> conditions,
            String minutes,
            LocalDate occurredOn)
            implements NegotiationCommand {}

    /** Sent by the nightly job on the day after the approval's last day. */
    @Allowed(Role.SYSTEM)
    record ExpireApproval(
            @TargetAggregateIdentifier NegotiationId negotiationId, ReviewId reviewId, LocalDate occurredOn)
            implements NegotiationCommand {}
}
