package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.LapseProtection;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class LapseProtectionTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_protection_lapsed_and_frees_both_claims() {
        holdsFirstReport(lead);
        lead.uniqueness.holding(FIRST_TALK, INVESTOR.toString(), LEAD, SENDER, REGISTERED_AT);
        lead.given(registered(), claimed(), claimed(ClaimKind.FIRST_TALK))
                .when(new LapseProtection(LEAD, TODAY, REASON))
                .emits(new ProtectionLapsed(LEAD, PROJECT, INVESTOR, TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isEmpty();
        assertThat(lead.uniqueness.holder(FIRST_TALK, INVESTOR.toString())).isEmpty();
    }

    @Test
    void rejects_lead_that_claimed_nothing() {
        lead.given(registered()).when(new LapseProtection(LEAD, TODAY, REASON)).rejects(LeadRule.NO_PROTECTION);
    }

    @Test
    void rejects_lead_whose_claim_another_holds() {
        otherHoldsFirstReport(lead);
        lead.given(registered(), claimed(), disputed())
                .when(new LapseProtection(LEAD, TODAY, REASON))
                .rejects(LeadRule.NO_PROTECTION);
    }
}
