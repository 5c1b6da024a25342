package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadEvent.LeadAssigned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_assigned_with_the_owner_before() {
        lead.given(registered())
                .when(new AssignLead(LEAD, OTHER_OWNER, TEAM, TODAY))
                .emits(new LeadAssigned(LEAD, PROJECT, OTHER_OWNER, OWNER, TEAM, "招商一科", TODAY));
    }

    @Test
    void emits_lead_assigned_when_only_the_team_changes() {
        TeamId second = TeamId.next();
        lead.directory.withTeam(second, "招商二科", null);
        lead.given(registered())
                .when(new AssignLead(LEAD, OWNER, second, TODAY))
                .emits(new LeadAssigned(LEAD, PROJECT, OWNER, OWNER, second, "招商二科", TODAY));
    }

    @Test
    void emits_the_team_of_the_new_owner_when_none_is_given() {
        lead.directory.save(new StaffDirectory.Account(
                OTHER_OWNER, "zhang", Set.of(Role.PROMOTER), Set.of(), TEAM, AccountState.LOCKED));
        assertThat(lead.given(registered(profile(), null))
                        .when(new AssignLead(LEAD, OTHER_OWNER, null, TODAY))
                        .event(LeadAssigned.class)
                        .teamId())
                .isEqualTo(TEAM);
    }

    @Test
    void rejects_the_same_owner_and_team() {
        lead.given(registered()).when(new AssignLead(LEAD, OWNER, TEAM, TODAY)).rejects(LeadRule.SAME_OWNER);
    }

    @Test
    void rejects_the_owner_and_team_it_was_assigned_to_last() {
        lead.given(
                        registered(profile(), null),
                        new LeadAssigned(LEAD, PROJECT, OTHER_OWNER, null, TEAM, "招商一科", REGISTERED_ON))
                .when(new AssignLead(LEAD, OTHER_OWNER, TEAM, TODAY))
                .rejects(LeadRule.SAME_OWNER);
    }

    @Test
    void rejects_missing_owner() {
        lead.given(registered()).when(new AssignLead(LEAD, null, TEAM, TODAY)).rejectsAt("owner", SharedRule.REQUIRED);
    }

    @Test
    void rejects_owner_who_does_not_work_here() {
        lead.given(registered())
                .when(new AssignLead(LEAD, StaffId.next(), TEAM, TODAY))
                .rejectsAt("owner", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_team_that_is_closed() {
        lead.directory.save(new StaffDirectory.Team(TEAM, "招商一科", PARK, false));
        lead.given(registered())
                .when(new AssignLead(LEAD, OTHER_OWNER, TEAM, TODAY))
                .rejects(StaffRule.TEAM_CLOSED);
    }

    @Test
    void rejects_team_of_another_park() {
        lead.given(registered())
                .when(new AssignLead(LEAD, OTHER_OWNER, OTHER_TEAM, TODAY))
                .rejects(LeadRule.TEAM_OF_OTHER_PARK)
                .naming(OTHER_PARK.name());
    }
}
