package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.JoinTeam;
import dev.wuwei.crm.staff.StaffEvent.TeamJoined;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class JoinTeamTest {
    private static final TeamId SECOND = TeamId.next();

    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_team_joined_and_the_directory_follows() {
        staff.directory.withTeam(SECOND, "招商二科", PARK);
        staff.given(promoter())
                .when(new JoinTeam(STAFF, SECOND, TODAY))
                .emits(new TeamJoined(STAFF, SECOND, "招商二科", TODAY));
        assertThat(staff.directory.account(STAFF).orElseThrow().teamId()).isEqualTo(SECOND);
    }

    @Test
    void rejects_the_team_it_is_in() {
        staff.given(promoter()).when(new JoinTeam(STAFF, TEAM, TODAY)).rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_same_change_twice() {
        staff.directory.withTeam(SECOND, "招商二科", PARK);
        staff.given(promoter(), new TeamJoined(STAFF, SECOND, "招商二科", OPENED_ON))
                .when(new JoinTeam(STAFF, SECOND, TODAY))
                .rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_unknown_team() {
        staff.given(promoter()).when(new JoinTeam(STAFF, SECOND, TODAY)).rejects(StaffRule.UNKNOWN_TEAM);
    }

    @Test
    void rejects_closed_team() {
        staff.directory.save(new StaffDirectory.Team(SECOND, "招商二科", PARK, false));
        staff.given(promoter()).when(new JoinTeam(STAFF, SECOND, TODAY)).rejects(StaffRule.TEAM_CLOSED);
    }

    @Test
    void rejects_missing_team() {
        staff.given(promoter()).when(new JoinTeam(STAFF, null, TODAY)).rejectsAt("teamId", SharedRule.REQUIRED);
    }
}
