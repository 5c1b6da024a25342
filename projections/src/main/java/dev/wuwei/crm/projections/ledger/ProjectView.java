package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One project in a list, as it stood at the point asked for.
 *
 * @param amount signed amount while a formal agreement counts, else the estimate; {@code null} when there is neither
 * @param signed CNY under formal agreements
 * @param contractedForeign USD
 * @param arrived CNY
 * @param actualForeign USD
 * @param daysInStage up to the day asked for
 * @param dueOn date agreed for the next milestone
 * @param daysLate past that date; 0 when not late or nothing is agreed
 * @param lastPosition event that made the row what it is
 */
public record ProjectView(
        ProjectId projectId,
        String projectNo,
        String name,
        InvestorId investorId,
        String investorName,
        LeadId leadId,
        NegotiationId negotiationId,
        SigningId signingId,
        LocalDate registeredOn,
        Stage stage,
        LocalDate stageSince,
        int daysInStage,
        ProjectStatus status,
        LeadState leadState,
        Coded park,
        Coded industry,
        Coded chain,
        Coded region,
        Coded method,
        ProjectKind kind,
        StaffId leader,
        String leaderName,
        StaffId owner,
        String ownerName,
        TeamId team,
        String teamName,
        Money amount,
        Money estimate,
        BigDecimal landMu,
        AgreementKind agreementKind,
        AgreementState agreementState,
        String contractNo,
        LocalDate signedOn,
        boolean signedOnSite,
        boolean newlyIntroduced,
        boolean recognised,
        Money signed,
        Money contractedForeign,
        Money arrived,
        Money actualForeign,
        PhaseState fiveGap,
        PhaseState mostAdvanced,
        LocalDate dueOn,
        int daysLate,
        Instant lastEventAt,
        long lastPosition) {}
