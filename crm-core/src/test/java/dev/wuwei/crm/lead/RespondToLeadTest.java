package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadEvent.LeadResponded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RespondToLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_responded_and_starts_the_clock_to_judge() {
        lead.given(registered())
                .when(new RespondToLead(LEAD, " 已电话联系 ", LocalDate.of(2026, 6, 12)))
                .emits(new LeadResponded(LEAD, PROJECT, "已电话联系", LocalDate.of(2026, 6, 17), LocalDate.of(2026, 6, 12)));
    }

    @Test
    void rejects_missing_summary() {
        lead.given(registered()).when(new RespondToLead(LEAD, null, TODAY)).rejectsAt("summary", SharedRule.REQUIRED);
    }

    @Test
    void rejects_over_long_summary() {
        lead.given(registered())
                .when(new RespondToLead(LEAD, "长".repeat(4001), TODAY))
                .rejectsAt("summary", SharedRule.TOO_LONG);
    }

    @Test
    void rejects_bidi_characters() {
        lead.given(registered())
                .when(new RespondToLead(LEAD, "已\u202E联系", TODAY))
                .rejectsAt("summary", SharedRule.FORBIDDEN_CHARACTERS);
    }
}
