package dev.wuwei.crm.staff;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.CloseTeam;
import dev.wuwei.crm.staff.StaffCommand.MergeTeam;
import dev.wuwei.crm.staff.StaffCommand.MoveTeam;
import dev.wuwei.crm.staff.StaffCommand.OpenTeam;
import dev.wuwei.crm.staff.StaffCommand.RenameTeam;
import dev.wuwei.crm.staff.StaffEvent.TeamClosed;
import dev.wuwei.crm.staff.StaffEvent.TeamMerged;
import dev.wuwei.crm.staff.StaffEvent.TeamMoved;
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

    @Nested
    class Merge {
        private static final TeamId OTHER = TeamId.next();

        @Test
        void emits_team_merged_and_gives_the_name_back() {
            team.uniqueness.holding(NAMES, "招商一科", TEAM, AggregateScenario.SENDER, AggregateScenario.at(TODAY));
            team.directory.withTeam(OTHER, "招商二科", null);
            team.given(opened)
                    .when(new MergeTeam(TEAM, OTHER, TODAY, "机构改革"))
                    .emits(new TeamMerged(TEAM, OTHER, "招商二科", TODAY));
            assertThat(team.uniqueness.holder(NAMES, "招商一科")).isEmpty();
            assertThat(team.directory.team(TEAM).orElseThrow().open()).isFalse();
        }

        @Test
        void rejects_itself() {
            team.directory.withTeam(TEAM, "招商一科", PARK);
            team.given(opened).when(new MergeTeam(TEAM, TEAM, TODAY, "机构改革")).rejects(StaffRule.TEAM_INTO_ITSELF);
        }

        @Test
        void rejects_unknown_team() {
            team.given(opened)
                    .when(new MergeTeam(TEAM, OTHER, TODAY, "机构改革"))
                    .rejectsAt("intoTeamId", StaffRule.UNKNOWN_TEAM);
        }

        @Test
        void rejects_closed_team() {
            team.directory.save(new StaffDirectory.Team(OTHER, "招商二科", null, false));
            team.given(opened)
                    .when(new MergeTeam(TEAM, OTHER, TODAY, "机构改革"))
                    .rejectsAt("intoTeamId", StaffRule.TEAM_CLOSED);
        }

        @Test
        void rejects_what_was_merged_before() {
            team.directory.withTeam(OTHER, "招商二科", null);
            team.given(opened, new TeamMerged(TEAM, OTHER, "招商二科", TODAY))
                    .when(new MergeTeam(TEAM, OTHER, TODAY, "机构改革"))
                    .rejects(StaffRule.TEAM_CLOSED);
        }
    }

    @Nested
    class Move {
        @Test
        void emits_team_moved() {
            team.given(opened)
                    .when(new MoveTeam(TEAM, OTHER_PARK.code(), TODAY, "机构改革"))
                    .emits(new TeamMoved(TEAM, OTHER_PARK, TODAY));
            assertThat(team.directory.team(TEAM).orElseThrow().park()).isEqualTo(OTHER_PARK);
        }

        @Test
        void rejects_the_park_that_it_works_for() {
            team.given(opened)
                    .when(new MoveTeam(TEAM, PARK.code(), TODAY, "机构改革"))
                    .rejects(StaffRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_a_day_before_its_last_change() {
            team.given(opened, new TeamRenamed(TEAM, "产业招商科", TODAY))
                    .when(new MoveTeam(TEAM, OTHER_PARK.code(), TODAY.minusDays(1), "机构改革"))
                    .rejects(SharedRule.TOO_EARLY);
        }
    }
}
