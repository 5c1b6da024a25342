package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.GBT4754;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadEvent.LeadAdopted;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class AdoptLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_adopted_and_the_negotiation_that_opens_with_it() {
        lead.given(in(LeadState.JUDGED))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .returns(NEGOTIATION)
                .emits(
                        new LeadAdopted(LEAD, PROJECT, NEGOTIATION, TODAY),
                        new NegotiationOpened(
                                NEGOTIATION,
                                PROJECT,
                                "ZS-2026-0001",
                                LEAD,
                                INVESTOR,
                                "光伏组件项目",
                                PARK,
                                INDUSTRY,
                                GBT4754,
                                ProjectKind.NEWLY_INTRODUCED,
                                Money.yi("5.2"),
                                Area.mu("120"),
                                OWNER,
                                TODAY));
    }

    @Test
    void emits_a_new_negotiation_when_none_is_named() {
        assertThat(lead.given(in(LeadState.JUDGED))
                        .when(new AdoptLead(LEAD, null, TODAY))
                        .event(LeadAdopted.class)
                        .negotiationId())
                .isNotNull();
    }

    @Test
    void emits_for_a_watched_lead_as_well() {
        lead.given(registered(), responded(), judged(Assessment.WATCH))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .emitsTypes(LeadAdopted.class, NegotiationOpened.class);
    }

    @Test
    void rejects_second_adoption() {
        lead.given(in(LeadState.ADOPTED))
                .when(new AdoptLead(LEAD, NegotiationId.next(), TODAY))
                .rejects(LeadRule.ALREADY_ADOPTED);
    }

    @Test
    void rejects_lead_judged_unsuitable() {
        lead.given(registered(), responded(), judged(Assessment.UNSUITABLE))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .rejects(LeadRule.JUDGED_UNSUITABLE);
    }

    @Test
    void rejects_missing_investor() {
        rejects(LeadRule.INVESTOR_MISSING, with(null, CONTACT, INDUSTRY, Money.yi("5")), OWNER);
    }

    @Test
    void rejects_missing_contact() {
        rejects(LeadRule.CONTACT_MISSING, with(INVESTOR, null, INDUSTRY, Money.yi("5")), OWNER);
    }

    @Test
    void rejects_missing_industry() {
        rejects(LeadRule.INDUSTRY_MISSING, with(INVESTOR, CONTACT, null, Money.yi("5")), OWNER);
    }

    @Test
    void rejects_missing_amount() {
        rejects(LeadRule.AMOUNT_MISSING, with(INVESTOR, CONTACT, INDUSTRY, null), OWNER);
    }

    @Test
    void rejects_missing_owner() {
        rejects(LeadRule.OWNER_MISSING, profile(), null);
    }

    @Test
    void rejects_everything_that_is_missing_at_once() {
        lead.given(registered(with(null, null, null, null), null), responded(), judged(Assessment.WORTH_FOLLOWING))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .rejectsAll(
                        LeadRule.INVESTOR_MISSING,
                        LeadRule.CONTACT_MISSING,
                        LeadRule.INDUSTRY_MISSING,
                        LeadRule.AMOUNT_MISSING,
                        LeadRule.OWNER_MISSING);
    }

    private void rejects(LeadRule rule, LeadProfile profile, StaffId owner) {
        lead.given(registered(profile, owner), responded(), judged(Assessment.WORTH_FOLLOWING))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .rejects(rule);
    }

    private static LeadProfile with(InvestorId investor, PersonId contact, Coded industry, Money amount) {
        LeadProfile p = profile();
        return new LeadProfile(
                p.name(),
                investor,
                contact,
                p.source(),
                p.sourceNote(),
                p.method(),
                p.region(),
                industry,
                p.gbt4754(),
                p.chain(),
                amount,
                p.landNeed(),
                p.factoryNeed(),
                p.kind(),
                p.summary());
    }
}
