package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A project in a list. What a stage has not reached yet is {@code null}.
 *
 * @param leadId ids of its four aggregates, as far as they exist
 * @param open somebody still has to move it
 * @param admission {@code REQUESTED}, {@code EXPIRED} or the name of an {@code AdmissionOutcome}
 * @param amount as the list counts it: intended, in talks, or signed
 * @param owner 负责人 of the stage that it is in
 * @param progressOn last progress: a visit, round, step, return …
 * @param rounds rounds of talks so far
 * @param nextStep what the last visit or round said comes next
 * @param clock the deadline that runs out first, {@code null} when none runs
 * @param due the agreed milestone that comes next, {@code null} when none is agreed or its clock stands still
 * @param availableActions logical names of the commands that its state and the viewer's roles allow
 * @param position of its last event
 */
public record ProjectRow(
        ProjectId projectId,
        String projectNo,
        String name,
        LeadId leadId,
        NegotiationId negotiationId,
        SigningId signingId,
        FollowUpId followUpId,
        ProjectStage stage,
        LocalDate stageSince,
        boolean open,
        Coded park,
        Coded industry,
        Coded chain,
        Coded region,
        Coded method,
        Coded source,
        ProjectKind kind,
        InvestorId investorId,
        String investorName,
        LeadState leadState,
        boolean arbitration,
        NegotiationStatus negotiationStatus,
        NegotiationStage negotiationStage,
        String admission,
        AgreementKind agreementKind,
        AgreementState agreementState,
        Integer agreementVersion,
        String contractNo,
        Boolean signedOnSite,
        Boolean newlyIntroduced,
        PhaseState fiveGap,
        Money amount,
        Money fixedAssets,
        Money foreignCapital,
        Money arrived,
        Money foreignUsed,
        BigDecimal landMu,
        Person owner,
        Person leader,
        Person liaison,
        String teamName,
        LocalDate registeredOn,
        LocalDate signedOn,
        LocalDate progressOn,
        int rounds,
        String nextStep,
        LocalDate nextOn,
        Clock clock,
        NextMilestone due,
        List<String> availableActions,
        long position) {

    /** One of our people, by the name of today. */
    public record Person(StaffId staffId, String name, String title) {}
}
