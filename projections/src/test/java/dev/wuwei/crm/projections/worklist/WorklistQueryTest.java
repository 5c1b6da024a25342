package dev.wuwei.crm.projections.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.project.DueTask;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorklistQueryTest {
    private static final LocalDate TODAY = LocalDate.parse("2023-11-30");
    private static final EventNames NAMES = new EventNames();
    private static final Story STORY = new Story();
    private static HikariDataSource dataSource;
    private static WorklistQuery query;

    private final Viewer promoter = new Viewer(STORY.promoter, Set.of(Role.PROMOTER), Set.of("north"));
    private final Viewer colleague = new Viewer(STORY.colleague, Set.of(Role.PROMOTER), Set.of("south"));
    private final Viewer head = new Viewer(STORY.head, Set.of(Role.DEPARTMENT_HEAD), Set.of());

    @BeforeAll
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        TestThresholds thresholds = new TestThresholds();
        for (ReadModel model : List.of(
                new StaffReadModel(dataSource),
                new ProjectReadModel(dataSource, thresholds),
                new TimelineReadModel(dataSource, STORY.history, NAMES))) {
            History.play(model, dataSource, STORY.history.entries(), 50);
        }
        JdbcClient jdbc = JdbcClient.create(dataSource);
        query = new WorklistQuery(
                new TaskQuery(jdbc, thresholds, new TestCalendar()),
                new TimelineQuery(jdbc, STORY.history, NAMES),
                new StaffQuery(jdbc),
                thresholds);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static Worklist at(WorkScope scope, Viewer viewer, String today, String lastLooked) {
        return query.worklist(
                scope, viewer, LocalDate.parse(today), lastLooked == null ? null : Instant.parse(lastLooked), 10, 20);
    }

    @Test
    void clocks_run_out_in_working_days_and_the_most_urgent_comes_first() {
        Worklist list = at(WorkScope.MINE, colleague, "2023-11-27", null);
        assertThat(list.clocks())
                .extracting(
                        task -> task.clock().kind(),
                        task -> task.clock().item(),
                        task -> task.clock().left())
                .containsExactly(tuple(TaskKind.PROGRESS, "", 1), tuple(TaskKind.OPINION, "SAFETY", 3));
        assertThat(list.figures().nextClock()).isEqualTo("2023-11-28");
        Worklist late = at(WorkScope.MINE, colleague, "2023-12-15", null);
        assertThat(late.clocks()).allMatch(task -> task.clock().isPast());
        assertThat(late.clocks().getFirst().silentDays()).isEqualTo(31);
        assertThat(late.figures().silent()).isEqualTo(1);
    }

    @Test
    void the_next_contact_is_due_on_its_day_and_stays_until_there_was_another() {
        assertThat(at(WorkScope.MINE, colleague, "2023-11-30", null).contacts()).isEmpty();
        assertThat(at(WorkScope.MINE, colleague, "2023-11-30", null).coming())
                .extracting(DueTask::note)
                .containsExactly("赴泉州互访");
        DueTask due =
                at(WorkScope.MINE, colleague, "2023-12-04", null).contacts().getFirst();
        assertThat(due.place()).isEqualTo("企业现场");
        assertThat(due.ours()).containsExactly(STORY.colleague);
        assertThat(at(WorkScope.MINE, colleague, "2023-12-04", null).figures())
                .returns(1, Worklist.Figures::contacts)
                .returns(0, Worklist.Figures::missed);
        assertThat(at(WorkScope.MINE, colleague, "2023-12-06", null).figures())
                .returns(0, Worklist.Figures::contacts)
                .returns(1, Worklist.Figures::missed);
        assertThat(at(WorkScope.MINE, colleague, "2023-12-06", null)
                        .contacts()
                        .getFirst()
                        .clock()
                        .left())
                .isEqualTo(-2);
    }

    @Test
    void milestones_past_their_day_are_late_unless_the_clock_stands() {
        assertThat(at(WorkScope.MINE, promoter, "2023-12-31", null).overdue()).isEmpty();
        Worklist later = at(WorkScope.MINE, promoter, "2024-10-08", null);
        assertThat(later.overdue()).singleElement().satisfies(late -> {
            assertThat(late.milestone().milestone()).isEqualTo(Milestone.COMPLETION);
            assertThat(late.milestone().daysLate()).isEqualTo(100);
            assertThat(late.milestone().light()).isEqualTo(Light.RED);
            assertThat(late.problems()).isEqualTo("用电未到位");
        });
        assertThat(later.figures().overdue()).isEqualTo(1);
        assertThat(later.figures().mostDaysLate()).isEqualTo(100);
        assertThat(at(WorkScope.MINE, promoter, "2024-06-28", null).coming())
                .extracting(task -> task.clock().kind())
                .containsExactly(TaskKind.MILESTONE);
    }

    @Test
    void news_are_what_others_recorded_on_my_projects() {
        Worklist list = at(WorkScope.MINE, promoter, TODAY.toString(), "2023-10-05T00:00:00Z");
        assertThat(list.since())
                .extracting(TimelineEntry::name)
                .containsExactly(
                        "signing.AmountCorrected", "followup.PhaseSuspended", "followup.MonthlyReturnCorrected");
        assertThat(list.figures().news()).isEqualTo(3);
        assertThat(list.names()).containsEntry(STORY.head, "李丁");
    }

    @Test
    void mine_the_teams_and_the_parks_differ() {
        assertThat(at(WorkScope.MINE, head, "2023-11-27", null).clocks()).isEmpty();
        assertThat(at(WorkScope.TEAM, head, "2023-11-27", null).clocks()).hasSize(2);
        assertThat(at(WorkScope.PARK, head, "2023-11-27", null).clocks()).hasSize(2);
        assertThat(at(WorkScope.PARK, promoter, "2023-11-27", null).clocks())
                .as("the other park")
                .isEmpty();
        assertThat(at(WorkScope.PARK, promoter, TODAY.toString(), "2023-01-01T00:00:00Z")
                        .since())
                .isNotEmpty()
                .noneMatch(entry -> STORY.textile.equals(entry.projectId()));
    }
}
