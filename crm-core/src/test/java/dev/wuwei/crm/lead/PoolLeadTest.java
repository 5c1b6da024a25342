package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.lead.LeadEvent.LeadDrawnFromPool;
import dev.wuwei.crm.lead.LeadEvent.LeadPooled;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PoolLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_pooled_with_the_owner_it_had() {
        lead.given(registered())
                .when(new PoolLead(LEAD, TODAY, REASON))
                .emits(new LeadPooled(LEAD, PROJECT, OWNER, TODAY));
    }

    @Test
    void emits_lapse_of_the_first_report() {
        holdsFirstReport(lead);
        lead.given(registered(), claimed())
                .when(new PoolLead(LEAD, TODAY, REASON))
                .emits(
                        new ProtectionLapsed(LEAD, PROJECT, INVESTOR, TODAY),
                        new LeadPooled(LEAD, PROJECT, OWNER, TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isEmpty();
    }

    @Test
    void emits_the_owner_who_drew_it_when_it_is_pooled_again() {
        lead.given(
                        registered(),
                        pooled(),
                        new LeadDrawnFromPool(LEAD, PROJECT, OTHER_OWNER, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new PoolLead(LEAD, TODAY, REASON))
                .emits(new LeadPooled(LEAD, PROJECT, OTHER_OWNER, TODAY));
    }

    @Test
    void emits_no_lapse_of_a_claim_that_another_lead_holds() {
        otherHoldsFirstReport(lead);
        lead.given(registered(), claimed(), disputed())
                .when(new PoolLead(LEAD, TODAY, REASON))
                .emitsTypes(LeadPooled.class);
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isPresent();
    }
}
