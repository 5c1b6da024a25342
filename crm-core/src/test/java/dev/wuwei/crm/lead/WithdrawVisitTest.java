package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import dev.wuwei.crm.lead.LeadEvent.VisitWithdrawn;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.Outcome;
import org.junit.jupiter.api.Test;

class WithdrawVisitTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_visit_withdrawn_that_names_the_event_it_takes_back() {
        Outcome<Lead> outcome = lead.given(registered(), logged()).when(new WithdrawVisit(LEAD, VISIT, REASON));
        outcome.emits(new VisitWithdrawn(LEAD, PROJECT, VISIT, visit().occurredOn()))
                .withMetadata("correctionOf", outcome.eventId(LEAD.toString(), 1));
    }

    @Test
    void rejects_unknown_visit() {
        lead.given(registered()).when(new WithdrawVisit(LEAD, VISIT, REASON)).rejects(LeadRule.UNKNOWN_VISIT);
    }

    @Test
    void rejects_second_withdrawal() {
        lead.given(registered(), logged(), new VisitWithdrawn(LEAD, PROJECT, VISIT, TODAY))
                .when(new WithdrawVisit(LEAD, VISIT, REASON))
                .rejects(LeadRule.VISIT_WITHDRAWN);
    }

    @Test
    void rejects_logging_a_withdrawn_visit_again() {
        lead.given(registered(), logged(), new VisitWithdrawn(LEAD, PROJECT, VISIT, TODAY))
                .when(new LogVisit(LEAD, VISIT, visit()))
                .rejects(LeadRule.VISIT_ALREADY_LOGGED);
    }
}
