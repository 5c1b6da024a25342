package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.ReopenLead;
import dev.wuwei.crm.lead.LeadEvent.LeadReopened;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReopenLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_reopened_and_starts_the_clock_to_respond_again() {
        lead.given(in(LeadState.ARCHIVED))
                .when(new ReopenLead(LEAD, TODAY, REASON))
                .emits(new LeadReopened(LEAD, PROJECT, LocalDate.of(2026, 6, 16), TODAY));
    }

    @Test
    void emits_a_visit_to_the_reopened_lead() {
        lead.given(registered(), archived(), new LeadReopened(LEAD, PROJECT, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new LogVisit(LEAD, VISIT, visit()))
                .emitsTypes(VisitLogged.class);
    }
}
