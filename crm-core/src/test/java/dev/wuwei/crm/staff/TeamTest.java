package dev.wuwei.crm.staff;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.CloseTeam;
import dev.wuwei.crm.staff.StaffCommand.OpenTeam;
import dev.wuwei.crm.staff.StaffCommand.RenameTeam;
import dev.wuwei.crm.staff.StaffEvent.TeamClosed;
import dev.wuwei.crm.staff.StaffEvent.TeamOpened;
import dev.wuwei.crm.staff.StaffEvent.TeamRenamed;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final TeamId TEAM = TeamId.next();
    private static final String NAMES = "staff.team-name";

    private final AggregateScenario<Team> team = AggregateScenario.of(Team.class);
    private final TeamOpened opened = new TeamOpened(TEAM, "招商一科", PARK, TODAY.minusDays(30));

    @Nested
    class Open {
        @Test
        void emits_team_opened_and_is_found_in_the_directory() {
            team.when(new OpenTeam(TEAM, " 招商一科 ", PARK.code(), TODAY))
                    .emits(new TeamOpened(TEAM, "招商一科", PARK, TODAY));
            assertThat(team.directory.team(TEAM)).contains(new StaffDirectory.Team(TEAM, "招商一科", PARK, true));
        }

        @Test
        void emits_team_for_all_parks_when_no_park_is_given() {
            team.when(new OpenTeam(TEAM, "招商一科", null, TODAY)).emits(new TeamOpened(TEAM, "招商一科", null, TODAY));
        }

        @Test
        void rejects_name_of_another_team() {
            team.uniqueness.holding(
                    NAMES, "招商一科", TeamId.next(), AggregateScenario.SENDER, AggregateScenario.at(TODAY));
            team.when(new OpenTeam(TEAM, "招商一科", null, TODAY)).rejectsAt("name", SharedRule.ALREADY_TAKEN);
        }

        @Test
        void rejects_missing_id() {
            team.when(new OpenTeam(null, "招商一科", null, TODAY)).rejectsAt("teamId", SharedRule.REQUIRED);
        }

        @Test
        void rejects_every_wrong_field_at_once() {
            team.when(new OpenTeam(TEAM, " ", TestDictionaries.NO_SUCH_CODE, TODAY.plusDays(1)))
                    .rejectsAll(SharedRule.REQUIRED, SharedRule.UNKNOWN_CODE, SharedRule.IN_FUTURE);
        }

        @Test
        void rejects_park_outside_the_scope_of_the_sender() {
            team.seeing(OTHER_PARK.code())
                    .when(new OpenTeam(TEAM, "招商一科", PARK.code(), TODAY))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Rename {
        @Test
        void emits_team_renamed_and_gives_the_old_name_back() {
            team.uniqueness.holding(NAMES, "招商一科", TEAM, AggregateScenario.SENDER, AggregateScenario.at(TODAY));
            team.given(opened)
                    .when(new RenameTeam(TEAM, "产业招商科", TODAY, "机构改革"))
                    .emits(new TeamRenamed(TEAM, "产业招商科", TODAY));
            assertThat(team.uniqueness.holder(NAMES, "招商一科")).isEmpty();
            assertThat(team.uniqueness.holder(NAMES, "产业招商科")).isPresent();
            assertThat(team.directory.team(TEAM).orElseThrow().name()).isEqualTo("产业招商科");
        }

        @Test
        void emits_the_former_name_again() {
            team.given(opened, new TeamRenamed(TEAM, "产业招商科", TODAY.minusDays(3)))
                    .when(new RenameTeam(TEAM, "招商一科", TODAY, "机构改革"))
                    .emitsTypes(TeamRenamed.class);
        }

        @Test
        void rejects_the_name_it_was_given_last() {
            team.given(opened, new TeamRenamed(TEAM, "产业招商科", TODAY.minusDays(3)))
                    .when(new RenameTeam(TEAM, "产业招商科", TODAY, "机构改革"))
                    .rejects(StaffRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_missing_reason() {
            team.given(opened).when(new RenameTeam(TEAM, "产业招商科", TODAY, " ")).rejects(SharedRule.REASON_REQUIRED);
        }

        @Test
        void rejects_the_same_name() {
            team.given(opened).when(new RenameTeam(TEAM, "招商一科", TODAY, "机构改革")).rejects(StaffRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_name_of_another_team() {
            team.uniqueness.holding(
                    NAMES, "产业招商科", TeamId.next(), AggregateScenario.SENDER, AggregateScenario.at(TODAY));
            team.given(opened)
                    .when(new RenameTeam(TEAM, "产业招商科", TODAY, "机构改革"))
                    .rejectsAt("name", SharedRule.ALREADY_TAKEN);
        }

        @Test
        void rejects_date_before_it_was_opened() {
            team.given(opened)
                    .when(new RenameTeam(TEAM, "产业招商科", LocalDate.of(2026, 1, 1), "机构改革"))
                    .rejects(SharedRule.TOO_EARLY);
        }

        @Test
        void rejects_closed_team() {
            team.given(opened, new TeamClosed(TEAM, TODAY))
                    .when(new RenameTeam(TEAM, "产业招商科", TODAY, "机构改革"))
                    .rejects(StaffRule.TEAM_CLOSED);
        }

        @Test
        void rejects_park_outside_the_scope_of_the_sender() {
            team.given(opened)
                    .seeing(OTHER_PARK.code())
                    .when(new RenameTeam(TEAM, "产业招商科", TODAY, "机构改革"))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Close {
        @Test
        void emits_team_closed_and_gives_the_name_back() {
            team.uniqueness.holding(NAMES, "招商一科", TEAM, AggregateScenario.SENDER, AggregateScenario.at(TODAY));
            team.given(opened).when(new CloseTeam(TEAM, TODAY, "机构改革")).emits(new TeamClosed(TEAM, TODAY));
            assertThat(team.uniqueness.holder(NAMES, "招商一科")).isEmpty();
            assertThat(team.directory.team(TEAM).orElseThrow().open()).isFalse();
        }

        @Test
        void rejects_second_closing() {
            team.given(opened, new TeamClosed(TEAM, TODAY))
                    .when(new CloseTeam(TEAM, TODAY, "机构改革"))
                    .rejects(StaffRule.TEAM_CLOSED);
        }

        @Test
        void rejects_missing_reason() {
            team.given(opened).when(new CloseTeam(TEAM, TODAY, null)).rejects(SharedRule.REASON_REQUIRED);
        }

        @Test
        void rejects_date_in_the_future() {
            team.given(opened)
                    .when(new CloseTeam(TEAM, TODAY.plusDays(1), "机构改革"))
                    .rejects(SharedRule.IN_FUTURE);
        }

        @Test
        void rejects_park_outside_the_scope_of_the_sender() {
            team.given(opened)
                    .seeing(OTHER_PARK.code())
                    .when(new CloseTeam(TEAM, TODAY, "机构改革"))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }
}
