package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a project stood on a day: one row of the ledger.
 *
 * @param furthest the furthest stage it ever reached up to that day
 * @param estimate investment talked about
 * @param landMu 亩
 * @param signed CNY under formal agreements in force
 * @param contractedForeign USD
 * @param arrived CNY
 * @param actualForeign USD
 * @param signedOn date of the formal agreement, or of the preliminary one while there is no other
 * @param dueOn date agreed for the next milestone of the least advanced phase
 * @param clockStoppedOn since when that date does not count on, or {@code null}
 * @param booked what it contributes to every figure under the shipped policy
 */
record ProjectState(
        String projectNo,
        String name,
        InvestorId investorId,
        LeadId leadId,
        NegotiationId negotiationId,
        SigningId signingId,
        LocalDate registeredOn,
        Stage stage,
        LocalDate stageSince,
        Stage furthest,
        ProjectStatus status,
        LeadState leadState,
        Coded park,
        Coded industry,
        Coded chain,
        Coded region,
        Coded method,
        ProjectKind kind,
        StaffId leader,
        StaffId owner,
        TeamId teamId,
        String teamName,
        Money estimate,
        BigDecimal landMu,
        LocalDate talksSince,
        AgreementKind agreementKind,
        AgreementState agreementState,
        String contractNo,
        LocalDate signedOn,
        boolean signedOnSite,
        boolean newlyIntroduced,
        boolean recognised,
        BigDecimal signed,
        BigDecimal contractedForeign,
        BigDecimal arrived,
        BigDecimal actualForeign,
        PhaseState fiveGap,
        PhaseState mostAdvanced,
        LocalDate dueOn,
        LocalDate clockStoppedOn,
        Booked booked) {

    boolean isInTalks() {
        return talksSince != null;
    }
}
