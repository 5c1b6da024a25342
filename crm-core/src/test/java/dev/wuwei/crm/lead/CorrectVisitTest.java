package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadEvent.VisitCorrected;
import dev.wuwei.crm.lead.LeadEvent.VisitWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.Outcome;
import org.junit.jupiter.api.Test;

class CorrectVisitTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_visit_corrected_that_names_the_event_it_corrects() {
        VisitDetails corrected = LeadSamples.correctedVisit();
        Outcome<Lead> outcome = lead.given(registered(), logged()).when(correct(corrected));
        outcome.emits(new VisitCorrected(LEAD, PROJECT, VISIT, corrected, corrected.occurredOn()))
                .withMetadata("correctionOf", outcome.eventId(LEAD.toString(), 1));
    }

    @Test
    void emits_second_correction_that_names_the_first_entry_too() {
        VisitDetails corrected = LeadSamples.correctedVisit();
        Outcome<Lead> outcome = lead.given(
                        registered(),
                        logged(),
                        new VisitCorrected(LEAD, PROJECT, VISIT, corrected, corrected.occurredOn()))
                .when(correct(visit()));
        outcome.emits(new VisitCorrected(LEAD, PROJECT, VISIT, visit(), visit().occurredOn()))
                .withMetadata("correctionOf", outcome.eventId(LEAD.toString(), 1));
    }

    @Test
    void emits_correction_on_an_archived_lead() {
        lead.given(registered(), logged(), archived())
                .when(correct(LeadSamples.correctedVisit()))
                .emitsTypes(VisitCorrected.class);
    }

    @Test
    void rejects_unknown_visit() {
        lead.given(registered()).when(correct(LeadSamples.correctedVisit())).rejects(LeadRule.UNKNOWN_VISIT);
    }

    @Test
    void rejects_withdrawn_visit() {
        lead.given(registered(), logged(), new VisitWithdrawn(LEAD, PROJECT, VISIT, TODAY))
                .when(correct(LeadSamples.correctedVisit()))
                .rejects(LeadRule.VISIT_WITHDRAWN);
    }

    @Test
    void rejects_the_same_details() {
        lead.given(registered(), logged()).when(correct(visit())).rejects(LeadRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_wrong_details() {
        lead.given(registered(), logged()).when(correct(null)).rejectsAt("visit", SharedRule.REQUIRED);
    }

    private static CorrectVisit correct(VisitDetails visit) {
        return new CorrectVisit(LEAD, VISIT, visit, REASON);
    }
}
