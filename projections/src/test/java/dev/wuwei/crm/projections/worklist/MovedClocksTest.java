package dev.wuwei.crm.projections.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.lead.LeadClock;
import dev.wuwei.crm.lead.LeadEvent.ClockMoved;
import dev.wuwei.crm.lead.LeadEvent.LeadCirculated;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.project.LeadClockQuery;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketReadModel;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestThresholds;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketEvent.LimitMoved;
import dev.wuwei.crm.ticket.TicketEvent.TicketAssigned;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import dev.wuwei.crm.ticket.TicketEvent.TicketSignedFor;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead of Thursday, 4 January 2024, and a ticket assigned that day. The calendar is decided on on Friday. */
class MovedClocksTest {
    private static final LocalDate THURSDAY = LocalDate.of(2024, 1, 4);
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalDate MONDAY = THURSDAY.plusDays(4);
    private static final LocalDate TUESDAY = THURSDAY.plusDays(5);
    private static final String NOTICE = "国办发明电〔2024〕1 号";
    private static final Story STORY = new Story();
    private static final LeadId LEAD = LeadId.next();
    private static final LeadId CIRCULATING = LeadId.next();
    private static final IssueTicketId TICKET = IssueTicketId.next();
    private static final IssueTicketId UNSIGNED = IssueTicketId.next();
    private static HikariDataSource dataSource;
    private static EventMeta moved;
    private static TaskQuery tasks;
    private static LeadClockQuery leads;
    private static TicketQuery tickets;

    @BeforeAll
    static void play() {
        dataSource = TestPostgres.migratedDataSource();
        LeadRegistered known = STORY.history.entries().stream()
                .map(History.Entry::event)
                .filter(LeadRegistered.class::isInstance)
                .map(LeadRegistered.class::cast)
                .findFirst()
                .orElseThrow();
        ProjectId project = ProjectId.next();
        STORY.history.on("2024-01-04");
        register(LEAD, project, "ZS-2024-0001", known);
        ProjectId elsewhere = ProjectId.next();
        register(CIRCULATING, elsewhere, "ZS-2024-0002", known);
        STORY.history.record(
                new LeadCirculated(CIRCULATING, elsewhere, known.park(), Story.SOUTH, null, null, THURSDAY));
        assign(TICKET, project, known);
        assign(UNSIGNED, project, known);
        STORY.history.on("2024-01-05").because(NOTICE);
        STORY.history.record(new ClockMoved(LEAD, project, LeadClock.RESPOND, MONDAY, FRIDAY, FRIDAY));
        STORY.history.because(NOTICE);
        moved = STORY.history.record(
                new LimitMoved(TICKET, project, TicketState.ASSIGNED, MONDAY, FRIDAY, TUESDAY, FRIDAY));
        STORY.history.on("2024-01-08").record(new TicketSignedFor(TICKET, project, FRIDAY));
        TestThresholds thresholds = new TestThresholds();
        List.of(
                        new StaffReadModel(dataSource),
                        new ProjectReadModel(dataSource, thresholds),
                        new TicketReadModel(dataSource))
                .forEach(model -> History.play(model, dataSource, STORY.history.entries(), 50));
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TestCalendar calendar = new TestCalendar();
        tasks = new TaskQuery(jdbc, thresholds, calendar);
        leads = new LeadClockQuery(jdbc);
        tickets = new TicketQuery(jdbc, calendar);
    }

    private static void register(LeadId lead, ProjectId project, String no, LeadRegistered as) {
        STORY.history.record(new LeadRegistered(
                lead,
                project,
                no,
                as.profile(),
                as.park(),
                as.owner(),
                as.firstReporter(),
                as.teamId(),
                as.teamName(),
                FRIDAY,
                THURSDAY));
    }

    /** To be signed for by Friday, and replied to by Monday. */
    private static void assign(IssueTicketId ticket, ProjectId project, LeadRegistered of) {
        STORY.history.record(new TicketRaised(
                ticket,
                project,
                LEAD,
                "ZS-2024-0001",
                "甲子食品",
                "DB-2024-0001",
                "用电",
                new Coded("power", "供电"),
                "说明",
                of.park(),
                List.of(),
                FRIDAY,
                THURSDAY));
        STORY.history.record(new TicketAssigned(
                ticket, project, new Coded("power", "供电"), STORY.promoter, null, "请尽快", FRIDAY, MONDAY, THURSDAY));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static TicketFile ticket(AsOf asOf) {
        return tickets.find(TICKET, asOf, Viewer.everything(), MONDAY).orElseThrow();
    }

    @Test
    void a_clock_that_moved_is_due_on_its_new_day() {
        assertThat(tasks.due(
                        Set.of(TaskKind.RESPOND), THURSDAY, TUESDAY, WorkScope.PARK, 9, Viewer.everything(), MONDAY))
                .singleElement()
                .satisfies(task -> assertThat(task.clock().dueOn()).isEqualTo(MONDAY));
        assertThat(leads.dueFrom(MONDAY)).containsExactlyInAnyOrder(LEAD, CIRCULATING);
        assertThat(leads.dueFrom(TUESDAY)).containsExactly(CIRCULATING);
    }

    @Test
    void a_limit_that_moved_leads_to_the_one_after_it() {
        assertThat(ticket(AsOf.NOW).ticket().dueOn()).isEqualTo(TUESDAY);
        assertThat(ticket(AsOf.NOW).ticket().state()).isEqualTo(TicketState.SIGNED_FOR);
        assertThat(tickets.dueFrom(TUESDAY)).contains(TICKET);
        assertThat(tickets.dueFrom(TUESDAY.plusDays(1))).doesNotContain(TICKET);
    }

    @Test
    void of_a_ticket_that_nobody_signed_for_yet_the_day_of_the_reply_runs_too() {
        assertThat(tickets.dueFrom(MONDAY)).contains(UNSIGNED);
        assertThat(tickets.dueFrom(TUESDAY)).doesNotContain(UNSIGNED);
    }

    @Test
    void it_is_told_among_the_steps_with_its_reason() {
        assertThat(ticket(AsOf.NOW).steps())
                .extracting(
                        TicketFile.Step::state, TicketFile.Step::moved, TicketFile.Step::dueOn, TicketFile.Step::note)
                .containsExactly(
                        tuple(TicketState.RAISED, false, FRIDAY, null),
                        tuple(TicketState.ASSIGNED, false, FRIDAY, "请尽快"),
                        tuple(TicketState.ASSIGNED, true, MONDAY, NOTICE),
                        tuple(TicketState.SIGNED_FOR, false, TUESDAY, null));
    }

    @Test
    void of_the_days_of_its_step_the_new_limit_is_known_now_and_the_former_one_was_known_then() {
        AsOf now = AsOf.on(THURSDAY);
        AsOf then = new AsOf(THURSDAY, moved.recordedAt().minusMillis(1));
        assertThat(ticket(now).ticket().dueOn()).isEqualTo(MONDAY);
        assertThat(ticket(now).ticket().stateOn()).isEqualTo(THURSDAY);
        assertThat(ticket(then).ticket().dueOn()).isEqualTo(FRIDAY);
    }
}
