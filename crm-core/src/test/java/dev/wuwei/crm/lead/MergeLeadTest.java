package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.MergeLead;
import dev.wuwei.crm.lead.LeadEvent.LeadMerged;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class MergeLeadTest {
    private static final String MERGED = "lead.merged";

    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_merged_and_remembers_where_it_went() {
        lead.given(registered())
                .when(new MergeLead(LEAD, OTHER_LEAD, TODAY, REASON))
                .emits(new LeadMerged(LEAD, PROJECT, OTHER_LEAD, TODAY));
        assertThat(lead.uniqueness.holder(MERGED, LEAD.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(OTHER_LEAD.toString()));
        assertThat(lead.uniqueness.holder(MERGED, OTHER_LEAD.toString())).isEmpty();
    }

    @Test
    void emits_lapse_of_the_first_report() {
        holdsFirstReport(lead);
        lead.given(registered(), claimed())
                .when(new MergeLead(LEAD, OTHER_LEAD, TODAY, REASON))
                .emits(
                        new ProtectionLapsed(LEAD, PROJECT, INVESTOR, TODAY),
                        new LeadMerged(LEAD, PROJECT, OTHER_LEAD, TODAY));
    }

    @Test
    void rejects_itself() {
        lead.given(registered()).when(new MergeLead(LEAD, LEAD, TODAY, REASON)).rejects(LeadRule.MERGE_INTO_ITSELF);
    }

    @Test
    void rejects_lead_that_does_not_exist() {
        lead.given(registered())
                .when(new MergeLead(LEAD, LeadId.next(), TODAY, REASON))
                .rejects(LeadRule.UNKNOWN_LEAD);
    }

    @Test
    void rejects_missing_lead() {
        lead.given(registered())
                .when(new MergeLead(LEAD, null, TODAY, REASON))
                .rejectsAt("intoLeadId", SharedRule.REQUIRED);
    }

    @Test
    void rejects_lead_that_has_itself_gone_into_another() {
        lead.uniqueness.holding(MERGED, OTHER_LEAD.toString(), LeadId.next(), SENDER, REGISTERED_AT);
        lead.given(registered())
                .when(new MergeLead(LEAD, OTHER_LEAD, TODAY, REASON))
                .rejects(LeadRule.MERGE_INTO_MERGED);
    }
}
