package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.ClaimArbitrated;
import dev.wuwei.crm.lead.LeadEvent.FirstReportClaimed;
import dev.wuwei.crm.lead.LeadEvent.LeadRevised;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.Outcome;
import org.junit.jupiter.api.Test;

class ReviseLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_revised() {
        lead.given(registered())
                .when(revise(LeadSamples.revisedDetails()))
                .emits(new LeadRevised(LEAD, PROJECT, LeadSamples.revisedProfile(), TODAY));
    }

    @Test
    void emits_without_a_reason_while_the_lead_is_worked_on() {
        lead.given(registered())
                .when(new ReviseLead(LEAD, LeadSamples.revisedDetails(), TODAY, null))
                .emitsTypes(LeadRevised.class);
    }

    @Test
    void emits_the_first_report_when_the_investor_becomes_known() {
        lead.given(registered(of(null), OWNER))
                .when(revise(details()))
                .emitsTypes(LeadRevised.class, FirstReportClaimed.class);
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isPresent();
    }

    @Test
    void emits_arbitration_when_the_first_report_on_the_new_investor_is_taken() {
        otherHoldsFirstReport(lead);
        lead.given(registered(of(null), OWNER))
                .when(revise(details()))
                .emitsTypes(LeadRevised.class, FirstReportClaimed.class, ArbitrationOpened.class);
    }

    @Test
    void emits_lapse_on_the_former_investor_and_a_claim_on_the_new_one() {
        holdsFirstReport(lead);
        Outcome<Lead> outcome = lead.given(registered(), claimed()).when(revise(on(OTHER_INVESTOR)));
        outcome.emitsTypes(ProtectionLapsed.class, LeadRevised.class, FirstReportClaimed.class);
        assertThat(outcome.event(ProtectionLapsed.class).investorId()).isEqualTo(INVESTOR);
        assertThat(outcome.event(FirstReportClaimed.class).investorId()).isEqualTo(OTHER_INVESTOR);
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isEmpty();
        assertThat(lead.uniqueness.holder(FIRST_REPORT, OTHER_INVESTOR.toString()))
                .isPresent();
    }

    @Test
    void emits_no_claim_for_a_lead_in_the_pool() {
        lead.given(registered(of(null), OWNER), pooled())
                .when(revise(details()))
                .emitsTypes(LeadRevised.class);
    }

    @Test
    void emits_another_investor_and_so_ends_the_dispute_about_the_former() {
        otherHoldsFirstReport(lead);
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        new LeadRevised(LEAD, PROJECT, of(OTHER_INVESTOR), REGISTERED_ON))
                .when(new ArbitrateClaim(LEAD, LEAD, "会议纪要", TODAY))
                .rejects(LeadRule.NO_ARBITRATION);
    }

    @Test
    void emits_other_details_and_the_dispute_goes_on() {
        otherHoldsFirstReport(lead);
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        new LeadRevised(LEAD, PROJECT, LeadSamples.revisedProfile(), REGISTERED_ON))
                .when(new ArbitrateClaim(LEAD, LEAD, "会议纪要", TODAY))
                .emitsTypes(ClaimArbitrated.class);
    }

    @Test
    void emits_claim_on_another_investor_that_the_former_winner_holds() {
        lead.uniqueness.holding(FIRST_REPORT, OTHER_INVESTOR.toString(), OTHER_LEAD, OTHER_OWNER, REGISTERED_AT);
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        new ClaimArbitrated(LEAD, PROJECT, OTHER_LEAD, "会议纪要", REGISTERED_ON))
                .when(revise(on(OTHER_INVESTOR)))
                .emitsTypes(LeadRevised.class, FirstReportClaimed.class, ArbitrationOpened.class);
    }

    @Test
    void rejects_the_same_details() {
        lead.given(registered()).when(revise(details())).rejects(LeadRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_details_it_was_revised_to_last() {
        lead.given(registered(), new LeadRevised(LEAD, PROJECT, LeadSamples.revisedProfile(), REGISTERED_ON))
                .when(revise(LeadSamples.revisedDetails()))
                .rejects(LeadRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_wrong_fields() {
        lead.given(registered())
                .when(new ReviseLead(LEAD, null, TODAY, REASON))
                .rejectsAt("details", SharedRule.REQUIRED);
    }

    @Test
    void rejects_investor_that_does_not_exist() {
        lead.given(registered()).when(revise(on(InvestorId.next()))).rejects(LeadRule.UNKNOWN_INVESTOR);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        lead.uniqueness.holding("investor.merged", OTHER_INVESTOR.toString(), INVESTOR, SENDER, REGISTERED_AT);
        lead.given(registered()).when(revise(on(OTHER_INVESTOR))).rejects(LeadRule.INVESTOR_MERGED);
    }

    @Test
    void rejects_correction_of_an_adopted_lead_without_a_reason() {
        lead.given(in(LeadState.ADOPTED))
                .when(new ReviseLead(LEAD, LeadSamples.revisedDetails(), TODAY, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_another_investor_for_an_adopted_lead() {
        lead.given(in(LeadState.ADOPTED)).when(revise(on(OTHER_INVESTOR))).rejects(LeadRule.INVESTOR_FIXED);
    }

    @Test
    void rejects_taking_from_an_adopted_lead_what_adopting_needed() {
        LeadDetails bare = new LeadDetails(
                "光伏组件项目",
                null,
                null,
                SOURCE.code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                null);
        lead.given(in(LeadState.ADOPTED))
                .when(revise(bare))
                .rejectsAll(
                        LeadRule.INVESTOR_MISSING,
                        LeadRule.CONTACT_MISSING,
                        LeadRule.INDUSTRY_MISSING,
                        LeadRule.AMOUNT_MISSING);
    }

    private static ReviseLead revise(LeadDetails details) {
        return new ReviseLead(LEAD, details, TODAY, REASON);
    }

    private static LeadDetails on(InvestorId investor) {
        LeadDetails d = details();
        return new LeadDetails(
                d.name(),
                investor,
                d.contactId(),
                d.sourceCode(),
                d.sourceNote(),
                d.methodCode(),
                d.regionCode(),
                d.industryCode(),
                d.gbt4754Code(),
                d.chainCode(),
                d.intendedInvestment(),
                d.landNeed(),
                d.factoryNeed(),
                d.kind(),
                d.summary());
    }

    private static LeadProfile of(InvestorId investor) {
        LeadProfile p = profile();
        return new LeadProfile(
                p.name(),
                investor,
                p.contactId(),
                p.source(),
                p.sourceNote(),
                p.method(),
                p.region(),
                p.industry(),
                p.gbt4754(),
                p.chain(),
                p.intendedInvestment(),
                p.landNeed(),
                p.factoryNeed(),
                p.kind(),
                p.summary());
    }
}
