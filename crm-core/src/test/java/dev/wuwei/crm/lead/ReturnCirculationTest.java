package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.ReturnCirculation;
import dev.wuwei.crm.lead.LeadEvent.CirculationReturned;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCirculationTest {
    private final AggregateScenario<Lead> lead = lead();

    @ParameterizedTest
    @ValueSource(strings = {"park-a", "park-b"})
    void emits_return_by_either_park(String sees) {
        lead.given(in(LeadState.CIRCULATING))
                .seeing(sees)
                .when(new ReturnCirculation(LEAD, TODAY, REASON))
                .emits(new CirculationReturned(LEAD, PROJECT, PARK, TODAY));
    }

    @Test
    void emits_the_next_step_from_where_the_lead_stood_before() {
        lead.given(
                        registered(),
                        responded(),
                        circulated(),
                        new CirculationReturned(LEAD, PROJECT, PARK, LocalDate.of(2026, 6, 8)))
                .seeing(PARK.code())
                .when(new JudgeLead(LEAD, Assessment.WATCH, false, "再看", TODAY))
                .emitsTypes(LeadJudged.class);
    }
}
