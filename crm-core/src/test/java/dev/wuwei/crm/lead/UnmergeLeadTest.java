package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.UnmergeLead;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.lead.LeadEvent.LeadUnmerged;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UnmergeLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_unmerged_and_stands_by_itself_again() {
        lead.uniqueness.holding("lead.merged", LEAD.toString(), OTHER_LEAD, SENDER, REGISTERED_AT);
        lead.given(in(LeadState.MERGED))
                .when(new UnmergeLead(LEAD, TODAY, REASON))
                .emits(new LeadUnmerged(LEAD, PROJECT, OTHER_LEAD, TODAY));
        assertThat(lead.uniqueness.holder("lead.merged", LEAD.toString())).isEmpty();
    }

    @Test
    void emits_the_next_step_from_where_the_lead_stood_before() {
        lead.given(
                        registered(),
                        responded(),
                        merged(),
                        new LeadUnmerged(LEAD, PROJECT, OTHER_LEAD, LocalDate.of(2026, 6, 8)))
                .when(new JudgeLead(LEAD, Assessment.WATCH, false, "再看", TODAY))
                .emitsTypes(LeadJudged.class);
    }
}
