package dev.wuwei.crm.projections.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketReadModel;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Moved;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Trial;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestThresholds;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketEvent;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A lead registered on Thursday 4 January 2024, to be responded to by Friday the 5th; a ticket raised on Friday the 5th, to be assigned
 * by Monday the 8th.
 */
class CalendarTrialQueryTest {
    private static final Story STORY = new Story();
    private static final LocalDate THURSDAY = LocalDate.of(2024, 1, 4);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 1, 5);
    private static final LocalDate SATURDAY = LocalDate.of(2024, 1, 6);
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);
    private static final LocalDate TUESDAY = LocalDate.of(2024, 1, 9);
    private static HikariDataSource dataSource;
    private static CalendarTrialQuery query;

    @BeforeAll
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        STORY.history.on("2024-01-04").by(STORY.promoter);
        LeadEvent.LeadRegistered known = STORY.history.entries().stream()
                .map(History.Entry::event)
                .filter(LeadEvent.LeadRegistered.class::isInstance)
                .map(LeadEvent.LeadRegistered.class::cast)
                .findFirst()
                .orElseThrow();
        STORY.history.record(new LeadEvent.LeadRegistered(
                LeadId.next(),
                ProjectId.next(),
                "ZS-2024-0001",
                known.profile(),
                known.park(),
                known.owner(),
                known.firstReporter(),
                known.teamId(),
                known.teamName(),
                FRIDAY,
                THURSDAY));
        STORY.history.record(new TicketEvent.TicketRaised(
                IssueTicketId.next(),
                STORY.food,
                known.leadId(),
                "ZS-2023-0001",
                "甲子食品",
                "DB-2024-0001",
                "用电",
                new Coded("power", "供电"),
                "说明",
                known.park(),
                List.of(),
                MONDAY,
                FRIDAY));
        TestThresholds thresholds = new TestThresholds();
        List.of(
                        new StaffReadModel(dataSource),
                        new ProjectReadModel(dataSource, thresholds),
                        new TicketReadModel(dataSource))
                .forEach(model -> History.play(model, dataSource, STORY.history.entries(), 50));
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TestCalendar calendar = new TestCalendar();
        query = new CalendarTrialQuery(
                new TaskQuery(jdbc, thresholds, calendar), new TicketQuery(jdbc, calendar), calendar, thresholds);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static Trial trial(Set<LocalDate> free, Set<LocalDate> work, LocalDate today) {
        return query.trial(free, work, Viewer.everything(), today);
    }

    @Test
    void a_day_off_gives_a_clock_one_day_more_and_it_is_not_overdue() {
        assertThat(trial(Set.of(FRIDAY), Set.of(), MONDAY).moved())
                .extracting(Moved::task, Moved::projectNo, Moved::dueOn, Moved::then, Moved::overdueThen)
                .containsExactly(tuple(TaskKind.RESPOND, "ZS-2024-0001", FRIDAY, MONDAY, false));
        assertThat(trial(Set.of(FRIDAY), Set.of(), TUESDAY).moved())
                .as("late either way")
                .isEmpty();
    }

    @Test
    void a_day_on_which_one_works_takes_one_and_it_is_overdue() {
        assertThat(trial(Set.of(), Set.of(SATURDAY), MONDAY).moved())
                .extracting(Moved::ticketNo, Moved::step, Moved::dueOn, Moved::then, Moved::overdueThen)
                .containsExactly(tuple("DB-2024-0001", TicketState.RAISED, MONDAY, SATURDAY, true));
    }

    @Test
    void a_day_that_is_free_anyway_moves_nothing_and_one_that_is_in_both_is_worked_on() {
        assertThat(trial(Set.of(SATURDAY), Set.of(), MONDAY).moved()).isEmpty();
        assertThat(trial(Set.of(SATURDAY), Set.of(SATURDAY), MONDAY))
                .isEqualTo(trial(Set.of(), Set.of(SATURDAY), MONDAY));
        assertThat(trial(Set.of(), Set.of(), MONDAY)).isEqualTo(new Trial(0, List.of()));
    }

    @Test
    void clocks_of_another_park_are_not_among_them() {
        Viewer south = new Viewer(STORY.colleague, Set.of(Role.LEADER), Set.of("south"));
        assertThat(query.trial(Set.of(FRIDAY), Set.of(SATURDAY), south, MONDAY).moved())
                .isEmpty();
    }
}
