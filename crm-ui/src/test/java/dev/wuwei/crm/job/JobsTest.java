package dev.wuwei.crm.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.BusinessJobs;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketCommand.RaiseTicket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What the calendar starts does each thing once, whatever happens to it on the way. */
@TestPropertySource(
        properties = {
            "wuwei.jobs.counting=0 0 3 * * ?",
            "spring.quartz.properties.org.quartz.jobStore.misfireThreshold=" + JobsTest.MISFIRE_MILLIS
        })
@Import(JobsTest.Counting.class)
class JobsTest extends RunningApi {
    static final int MISFIRE_MILLIS = 2000;

    private static final class Killed extends Error {}

    static final class Counting implements BusinessJob {
        final AtomicInteger runs = new AtomicInteger();
        private volatile LocalDate since;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public void run(JobRun run) {
            since = run.since();
            runs.incrementAndGet();
        }
    }

    @Autowired
    Counting counting;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    SendTicketNotices notices;

    @Autowired
    PoolSilentLeads pooling;

    @Autowired
    BusinessJobs jobs;

    @Autowired
    Scheduler scheduler;

    @Autowired
    StaffDirectory staff;

    private Caller head;
    private LocalDate today;
    private LocalDate raised;

    @BeforeEach
    void head() {
        StaffId fuzeren = staff.byUsername("fuzeren").orElseThrow().staffId();
        head = Caller.of(fuzeren, Set.of(Role.DEPARTMENT_HEAD, Role.PROMOTER), Set.of(), Channel.UI);
        today = ParkTime.today();
        while (!calendar.isWorkingDay(today)) {
            today = today.minusDays(1);
        }
        raised = today.minusDays(60);
    }

    private long sent() {
        return jdbc.sql("select count(*) from es.domain_event where payload_type = 'ticket.NoticeSent'")
                .query(Long.class)
                .single();
    }

    private long pooled() {
        return jdbc.sql("select count(*) from es.domain_event where payload_type = 'lead.LeadPooled'")
                .query(Long.class)
                .single();
    }

    /** Long past the limit to assign them. */
    private void overdueTickets(int howMany) {
        LeadId lead = lead("督办测试项目", null, raised, head);
        for (int i = 0; i < howMany; i++) {
            dispatcher.send(
                    new RaiseTicket(IssueTicketId.next(), lead, "问题" + i, "land", "说明", List.of(), raised), head);
        }
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    private JobRun run(int dyingAfter) {
        int[] left = {dyingAfter};
        return new JobRun(today, (Command command) -> {
            if (left[0]-- == 0) {
                throw new Killed();
            }
            dispatcher.send(command, Caller.system());
        });
    }

    @Test
    void a_job_that_is_killed_halfway_goes_on_where_it_was_and_a_second_run_does_nothing_twice() {
        overdueTickets(5);
        long before = sent();
        assertThatThrownBy(() -> notices.run(run(2))).isInstanceOf(Killed.class);
        assertThat(sent() - before).isEqualTo(2);

        JobRun second = run(-1);
        notices.run(second);
        assertThat(sent() - before).as("each ticket has its one notice").isEqualTo(5);
        assertThat(second.accepted()).isBetween(3, 5);

        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        JobRun third = run(-1);
        notices.run(third);
        assertThat(third.accepted()).isZero();
        assertThat(sent() - before).isEqualTo(5);
    }

    @Test
    void two_nodes_at_once_send_no_notice_twice() throws InterruptedException {
        overdueTickets(6);
        long before = sent();
        Thread other = Thread.ofPlatform().start(() -> notices.run(run(-1)));
        notices.run(run(-1));
        other.join();
        assertThat(sent() - before).isEqualTo(6);
    }

    @Test
    void a_lead_that_nobody_moves_goes_to_the_pool_once_and_no_sooner() {
        overdueTickets(0);
        long before = pooled();
        pooling.run(new JobRun(raised.plusDays(44), command -> dispatcher.send(command, Caller.system())));
        assertThat(pooled()).isEqualTo(before);

        JobRun due = new JobRun(today, command -> dispatcher.send(command, Caller.system()));
        pooling.run(due);
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        assertThat(pooled() - before).isEqualTo(due.accepted()).isPositive();
        JobRun again = new JobRun(today, command -> dispatcher.send(command, Caller.system()));
        pooling.run(again);
        assertThat(again.accepted() + again.refused()).isZero();
    }

    @Test
    void fires_missed_while_every_node_was_down_are_made_up_for_once() throws Exception {
        CronTrigger trigger = (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("counting", "business"));
        assertThat(trigger.getTimeZone().getID()).isEqualTo("Asia/Shanghai");

        jdbc.sql("update es.qrtz_triggers set next_fire_time = ? where trigger_name = 'counting'")
                .param(System.currentTimeMillis() - Duration.ofDays(9).toMillis())
                .update();
        LocalDate seenTo = ParkTime.today().minusDays(9);
        jdbc.sql("insert into es.job_run (job, started_at, done_on) values ('counting', now(), ?)")
                .param(seenTo)
                .update();
        jobs.afterSingletonsInstantiated();
        await(() -> counting.runs.get() > 0);
        Thread.sleep(2 * MISFIRE_MILLIS);

        assertThat(counting.runs).as("nine fires were missed").hasValue(1);
        assertThat(counting.since).as("what is to be made up for").isEqualTo(seenTo);
        assertThat(jdbc.sql("select done_on from es.job_run where job = 'counting'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(ParkTime.today());
    }

    @Test
    void an_administrator_sees_how_a_run_went() throws Exception {
        jobs.runNow("approval-expiry");
        await(() -> status().endedAt() != null);
        assertThat(status().endedAt()).isNotNull();
        assertThat(status().failure()).isNull();
        assertThat(status().next()).isNotNull();
        assertThat(jobs.list())
                .extracting(BusinessJobs.Status::name)
                .containsExactly(
                        "approval-expiry",
                        "counting",
                        "daily-digest",
                        "housekeeping",
                        "lead-pool",
                        "milestone-lights",
                        "reminder-delivery",
                        "reminders",
                        "ticket-notices",
                        "totals-check");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private BusinessJobs.Status status() {
        return jobs.list().getFirst();
    }
}
