package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.AcceptCirculation;
import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadEvent.CirculationAccepted;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AcceptCirculationTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_acceptance_by_somebody_who_sees_only_the_park_that_receives() {
        lead.given(in(LeadState.CIRCULATING))
                .seeing(OTHER_PARK.code())
                .when(new AcceptCirculation(LEAD, OTHER_OWNER, TODAY))
                .emits(new CirculationAccepted(LEAD, PROJECT, OTHER_PARK, OTHER_TEAM, "高新招商", OTHER_OWNER, TODAY));
    }

    @Test
    void emits_the_sender_as_owner_when_none_is_given() {
        assertThat(lead.given(in(LeadState.CIRCULATING))
                        .when(new AcceptCirculation(LEAD, null, TODAY))
                        .event(CirculationAccepted.class)
                        .owner())
                .isEqualTo(SENDER);
    }

    @Test
    void emits_the_next_step_from_where_the_lead_stood_before() {
        lead.given(
                        registered(),
                        responded(),
                        circulated(),
                        new CirculationAccepted(
                                LEAD, PROJECT, OTHER_PARK, OTHER_TEAM, "高新招商", OTHER_OWNER, LocalDate.of(2026, 6, 8)))
                .seeing(OTHER_PARK.code())
                .when(new JudgeLead(LEAD, Assessment.WATCH, false, "再看", TODAY))
                .emitsTypes(LeadJudged.class);
    }

    @Test
    void emits_the_new_owner_and_team_as_those_it_had_before() {
        lead.given(
                        registered(),
                        circulated(),
                        new CirculationAccepted(
                                LEAD, PROJECT, OTHER_PARK, OTHER_TEAM, "高新招商", OTHER_OWNER, LocalDate.of(2026, 6, 8)))
                .when(new AssignLead(LEAD, OTHER_OWNER, OTHER_TEAM, TODAY))
                .rejects(LeadRule.SAME_OWNER);
    }

    @Test
    void rejects_the_park_that_sent_it() {
        lead.given(in(LeadState.CIRCULATING))
                .seeing(PARK.code())
                .when(new AcceptCirculation(LEAD, OTHER_OWNER, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void rejects_owner_who_does_not_work_here() {
        lead.given(in(LeadState.CIRCULATING))
                .when(new AcceptCirculation(LEAD, StaffId.next(), TODAY))
                .rejectsAt("owner", StaffRule.UNKNOWN_STAFF);
    }
}
