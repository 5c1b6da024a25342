package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.ClaimArbitrated;
import dev.wuwei.crm.lead.LeadEvent.FirstReportClaimed;
import dev.wuwei.crm.lead.LeadEvent.LeadDrawnFromPool;
import dev.wuwei.crm.lead.LeadEvent.LeadReopened;
import dev.wuwei.crm.lead.LeadEvent.LeadUnmerged;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimFirstReportTest {
    private final AggregateScenario<Lead> lead = lead();

    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void emits_claim_with_the_time_of_the_server(ClaimKind kind) {
        lead.given(registered())
                .when(new ClaimFirstReport(LEAD, OWNER, kind))
                .emits(new FirstReportClaimed(LEAD, PROJECT, INVESTOR, OWNER, kind, at(TODAY), TODAY));
        assertThat(lead.uniqueness.holder(
                        kind == ClaimKind.FIRST_REPORT ? FIRST_REPORT : FIRST_TALK, INVESTOR.toString()))
                .hasValueSatisfying(holder -> {
                    assertThat(holder.owner()).isEqualTo(LEAD.toString());
                    assertThat(holder.takenBy()).isEqualTo(OWNER);
                });
    }

    @Test
    void emits_the_sender_as_claimant_when_none_is_given() {
        assertThat(lead.given(registered())
                        .when(new ClaimFirstReport(LEAD, null, ClaimKind.FIRST_TALK))
                        .event(FirstReportClaimed.class)
                        .claimant())
                .isEqualTo(SENDER);
    }

    @Test
    void emits_arbitration_with_both_time_lines_when_another_lead_was_first() {
        otherHoldsFirstReport(lead);
        lead.given(registered())
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emits(
                        new FirstReportClaimed(
                                LEAD, PROJECT, INVESTOR, OWNER, ClaimKind.FIRST_REPORT, at(TODAY), TODAY),
                        new ArbitrationOpened(
                                LEAD,
                                PROJECT,
                                INVESTOR,
                                ClaimKind.FIRST_REPORT,
                                OTHER_LEAD,
                                OTHER_OWNER,
                                REGISTERED_AT.minusSeconds(60),
                                TODAY));
    }

    @Test
    void emits_claim_again_after_protection_lapsed() {
        lead.given(registered(), claimed(), new ProtectionLapsed(LEAD, PROJECT, INVESTOR, REGISTERED_ON))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emitsTypes(FirstReportClaimed.class);
    }

    @Test
    void emits_claim_again_after_the_lead_was_archived_and_reopened() {
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        archived(),
                        new LeadReopened(LEAD, PROJECT, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emitsTypes(FirstReportClaimed.class);
    }

    @Test
    void emits_claim_again_after_the_lead_was_pooled_and_drawn() {
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        pooled(),
                        new LeadDrawnFromPool(LEAD, PROJECT, OWNER, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emitsTypes(FirstReportClaimed.class);
    }

    @Test
    void emits_claim_again_after_the_lead_was_merged_and_unmerged() {
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        merged(),
                        new LeadUnmerged(LEAD, PROJECT, OTHER_LEAD, LocalDate.of(2026, 6, 8)))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emitsTypes(FirstReportClaimed.class);
    }

    @Test
    void rejects_arbitration_of_a_claim_that_was_given_up_with_the_lead() {
        lead.given(registered(), claimed(), disputed(), pooled())
                .when(new ArbitrateClaim(LEAD, LEAD, "会议纪要", TODAY))
                .rejects(LeadRule.NO_ARBITRATION);
        lead.given(registered(), responded(), judged(Assessment.WATCH), claimed(), disputed(), declined())
                .when(new ArbitrateClaim(LEAD, LEAD, "会议纪要", TODAY))
                .rejects(LeadRule.NO_ARBITRATION);
    }

    @Test
    void emits_claim_again_once_the_winner_of_the_arbitration_has_let_go() {
        lead.given(registered(), claimed(), disputed(), lostTo(OTHER_LEAD))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .emitsTypes(FirstReportClaimed.class);
    }

    @Test
    void rejects_second_claim_of_the_same_lead() {
        lead.given(registered(), claimed())
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .rejects(LeadRule.ALREADY_CLAIMED);
    }

    @Test
    void rejects_claim_that_was_lost_while_the_winner_holds_it() {
        otherHoldsFirstReport(lead);
        lead.given(registered(), claimed(), disputed(), lostTo(OTHER_LEAD))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .rejects(LeadRule.ALREADY_CLAIMED);
    }

    @Test
    void rejects_claim_that_was_lost_also_after_the_lead_was_reopened() {
        otherHoldsFirstReport(lead);
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        lostTo(OTHER_LEAD),
                        archived(),
                        new LeadReopened(LEAD, PROJECT, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .rejects(LeadRule.ALREADY_CLAIMED);
    }

    @Test
    void rejects_missing_kind() {
        lead.given(registered()).when(new ClaimFirstReport(LEAD, OWNER, null)).rejectsAt("kind", SharedRule.REQUIRED);
    }

    @Test
    void rejects_claimant_who_does_not_work_here() {
        lead.given(registered())
                .when(new ClaimFirstReport(LEAD, StaffId.next(), ClaimKind.FIRST_TALK))
                .rejectsAt("claimant", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_claim_while_the_investor_is_not_known() {
        LeadProfile p = profile();
        LeadProfile unknown = new LeadProfile(
                p.name(), null, null, p.source(), null, null, null, null, null, null, null, null, null, p.kind(), null);
        lead.given(registered(unknown, OWNER))
                .when(new ClaimFirstReport(LEAD, OWNER, ClaimKind.FIRST_REPORT))
                .rejects(LeadRule.INVESTOR_MISSING);
    }

    private static ClaimArbitrated lostTo(LeadId winner) {
        return new ClaimArbitrated(LEAD, PROJECT, winner, "会议纪要", REGISTERED_ON.plusDays(1));
    }
}
