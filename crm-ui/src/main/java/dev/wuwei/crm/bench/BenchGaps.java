package dev.wuwei.crm.bench;

import dev.wuwei.crm.bench.BenchPark.Project;
import dev.wuwei.crm.bench.BenchPark.Step;
import dev.wuwei.crm.bench.BenchReport.Times;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.dossier.ScheduleQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Uniqueness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 五未 of a hundred thousand projects. A thousand are made by commands, a fifth in each of the five states, about half of them
 * overdue on the day of the run; the others are their rows once more under other ids.
 */
final class BenchGaps {
    private static final int MADE = 1_000;
    private static final int COPIES = 99;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<PhaseState> STATES =
            List.of(PhaseState.values()).subList(0, PhaseState.FULL_CAPACITY.ordinal());

    private final ConfigurableApplicationContext context;
    private final BenchReport report;
    private final CommandDispatcher dispatcher;
    private final Processors processors;
    private final JdbcClient jdbc;
    private final BenchPark park;

    BenchGaps(ConfigurableApplicationContext context, BenchReport report, BenchPark park, JdbcClient jdbc) {
        this.context = context;
        this.report = report;
        this.dispatcher = context.getBean(CommandDispatcher.class);
        this.processors = context.getBean(Processors.class);
        this.jdbc = jdbc;
        this.park = park;
    }

    void run() throws Exception {
        report.head("五未 of 100,000 projects; beside: counting the rows that it reads");
        LocalDate today = ParkTime.today();
        fill(today);
        copy();
        measure(today);
    }

    private void fill(LocalDate today) throws Exception {
        List<Integer> numbers = IntStream.iterate(0, n -> n + 1)
                .filter(BenchPark::isSigned)
                .limit(MADE)
                .boxed()
                .toList();
        Map<Integer, Project> signed = new ConcurrentHashMap<>();
        Bench.each(numbers.size(), i -> {
            Project project = park.signed(numbers.get(i), state(i), today);
            send(project.steps());
            signed.put(i, project);
        });
        processors.awaitVisible(processors.head(), PATIENCE);
        Uniqueness uniqueness = context.getBean(Uniqueness.class);
        Bench.each(numbers.size(), i -> {
            FollowUpId followUp = uniqueness
                    .holder("followup.project", signed.get(i).signed().toString())
                    .map(holder -> FollowUpId.of(holder.owner()))
                    .orElseThrow();
            send(park.upTo(state(i), followUp, numbers.get(i), today));
        });
        processors.awaitVisible(processors.head(), PATIENCE);
    }

    private static PhaseState state(int i) {
        return STATES.get(i % STATES.size());
    }

    private void send(List<Step> steps) {
        steps.forEach(step -> dispatcher.send(step.command(), step.caller()));
    }

    /** Everything that is kept of a project but its events, what it was believed to be once and what its figures are made of. */
    private void copy() {
        for (String table : jdbc.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'rm'::regnamespace and c.relkind = 'r' and a.attname = 'project_id'
                          and c.relname !~ '^journal|superseded|ledger_fact|timeline' order by 1""").query(String.class).list()) {
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            jdbc.sql("""
                            select attname, atttypid::regtype::text from pg_attribute
                            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped
                              and attgenerated = '' order by attnum""")
                    .param("rm." + table)
                    .query((row, number) -> {
                        String column = row.getString(1);
                        columns.add(column);
                        return values.add(
                                row.getString(2).equals("uuid")
                                        ? other(column)
                                        : column.equals("project_no")
                                                ? "replace(project_no, '-', '-' || copy || '-')"
                                                : column);
                    })
                    .list();
            jdbc.sql("insert into rm." + table + " (" + String.join(", ", columns) + ") select "
                            + String.join(", ", values) + " from rm." + table + ", generate_series(1, " + COPIES
                            + ") copy where project_id::text like '01%'")
                    .update();
        }
        jdbc.sql("vacuum analyze").update();
        report.fact(
                "phases",
                jdbc.sql("select count(*) from standing_present")
                        .query(Long.class)
                        .single());
    }

    /** Ids of people are no UUIDv7 and stay. */
    private static String other(String column) {
        return "case when substr(" + column + "::text, 15, 1) = '7' then overlay(" + column
                + "::text placing lpad(to_hex(copy + 1), 2, '0') from 1 for 2)::uuid else " + column + " end";
    }

    private void measure(LocalDate today) {
        FiveGapsQuery gaps = context.getBean(FiveGapsQuery.class);
        ProjectQuery projects = context.getBean(ProjectQuery.class);
        ScheduleQuery schedules = context.getBean(ScheduleQuery.class);
        Viewer viewer = Viewer.everything();
        Page first = Page.first(50);
        Times count = Bench.times(
                60,
                n -> jdbc.sql("select count(*) from standing_present")
                        .query(Long.class)
                        .single());
        Request all = Request.ALL;
        Request inOnePark = Request.of(ProjectFilter.ALL.inParks(Set.of("wuxi")));
        Request overdue = Request.of(ProjectFilter.ALL.overdue(true));
        time("five gaps, states", count, 50, 200, n -> gaps.states(all, AsOf.NOW, viewer));
        time("five gaps, states and first page", count, 50, 200, n -> gaps.fiveGaps(all, first, AsOf.NOW, viewer));
        time("   of one park", count, 50, 200, n -> gaps.fiveGaps(inOnePark, first, AsOf.NOW, viewer));
        time("   overdue", count, 50, 200, n -> gaps.fiveGaps(overdue, first, AsOf.NOW, viewer));
        time(
                "   matching a name",
                null,
                0,
                30,
                n -> gaps.fiveGaps(Request.of(ProjectFilter.ALL.matching(BenchPark.name(n))), first, AsOf.NOW, viewer));
        AsOf past = AsOf.on(today.minusDays(60));
        time("   as of 60 days ago", count, 0, 10, n -> gaps.fiveGaps(all, first, past, viewer));
        // Schedules are made of events, which the copies do not have.
        List<ProjectRow> made = projects.find(made(), viewer, today);
        Request wall = Request.ALL.openOnly();
        time("wall chart, a page", count, 50, 200, n -> {
            List<StateFigures> states = gaps.states(wall, AsOf.NOW, viewer);
            List<PhaseView> shown = gaps.mostUrgent(wall, states, n % 200 * 10L, 10, AsOf.NOW, viewer);
            projects.find(ids(shown), viewer, today);
            schedules.of(page(made, n), AsOf.NOW, today);
        });
        List<StateFigures> states = gaps.states(wall, AsOf.NOW, viewer);
        time("   its rows", null, 0, 200, n -> gaps.mostUrgent(wall, states, n % 200 * 10L, 10, AsOf.NOW, viewer));
        List<ProjectId> shown = ids(gaps.mostUrgent(wall, states, 0, 10, AsOf.NOW, viewer));
        time("   their next steps", null, 0, 200, n -> projects.find(shown, viewer, today));
        time("   their schedules", null, 0, 200, n -> schedules.of(page(made, n), AsOf.NOW, today));
        Times question = Bench.times(3, n -> gaps.turnedWorse(today.minusDays(1), today, viewer));
        report.time("which lights turned since yesterday", question, count, 0, 0.95);
        lightJob("the nightly light job, its reminders too", today.minusDays(1), today);
        lightJob("   after sixty nights that were missed", today.minusDays(60), today);
    }

    private List<ProjectId> made() {
        return jdbc.sql("select project_id from project where project_id::text like '01%' order by project_no")
                .query((row, number) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
    }

    private static List<ProjectRow> page(List<ProjectRow> made, int n) {
        int from = n * 10 % made.size();
        return made.subList(from, Math.min(made.size(), from + 10));
    }

    private static List<ProjectId> ids(List<PhaseView> phases) {
        return phases.stream().map(PhaseView::projectId).toList();
    }

    private void lightJob(String what, LocalDate doneOn, LocalDate today) {
        BusinessJob job = context.getBeansOfType(BusinessJob.class).values().stream()
                .filter(each -> each.name().equals("milestone-lights"))
                .findFirst()
                .orElseThrow();
        JobRun run = new JobRun(today, doneOn, command -> dispatcher.send(command, Caller.system()));
        long from = System.nanoTime();
        job.run(run);
        report.fact("lightJobReminders since " + doneOn, run.accepted());
        System.out.printf(Locale.ROOT, "   %,d reminders%n", run.accepted());
        report.time(what, new Times(List.of(System.nanoTime() - from)), null, 60_000, 0.95);
    }

    private void time(String what, Times beside, double bar, int count, IntConsumer question) {
        report.time(what, Bench.times(count, question), beside, bar, 0.95);
    }
}
