package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.lead.LeadCommand.CirculateLead;
import dev.wuwei.crm.lead.LeadEvent.LeadCirculated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class CirculateLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_circulated_to_a_team_of_another_park() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, OTHER_PARK.code(), OTHER_TEAM, TODAY, REASON))
                .emits(new LeadCirculated(LEAD, PROJECT, PARK, OTHER_PARK, OTHER_TEAM, "高新招商", TODAY));
    }

    @Test
    void emits_lead_circulated_to_another_team_of_the_same_park() {
        TeamId second = TeamId.next();
        lead.directory.withTeam(second, "招商二科", PARK);
        lead.given(registered())
                .when(new CirculateLead(LEAD, null, second, TODAY, REASON))
                .emits(new LeadCirculated(LEAD, PROJECT, PARK, PARK, second, "招商二科", TODAY));
    }

    @Test
    void rejects_park_and_team_it_is_in() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, PARK.code(), TEAM, TODAY, REASON))
                .rejects(LeadRule.SAME_PARK_AND_TEAM);
    }

    @Test
    void rejects_park_it_is_in_without_a_team() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, PARK.code(), null, TODAY, REASON))
                .rejects(LeadRule.SAME_PARK_AND_TEAM);
    }

    @Test
    void rejects_unknown_park() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, NO_SUCH_CODE, null, TODAY, REASON))
                .rejectsAt("toParkCode", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_neither_park_nor_team() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, null, null, TODAY, REASON))
                .rejectsAt("toParkCode", SharedRule.REQUIRED);
    }

    @Test
    void rejects_team_of_another_park_than_the_one_it_goes_to() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, OTHER_PARK.code(), TEAM, TODAY, REASON))
                .rejectsAt("toTeamId", LeadRule.TEAM_OF_OTHER_PARK);
    }

    @Test
    void rejects_unknown_team() {
        lead.given(registered())
                .when(new CirculateLead(LEAD, OTHER_PARK.code(), TeamId.next(), TODAY, REASON))
                .rejectsAt("toTeamId", StaffRule.UNKNOWN_TEAM);
    }
}
