package dev.wuwei.crm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.CrmApplication;
import dev.wuwei.crm.bench.BenchPark.Lead;
import dev.wuwei.crm.bench.BenchPark.Project;
import dev.wuwei.crm.bench.BenchPark.Step;
import dev.wuwei.crm.bench.BenchReport.Times;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.ProjectSort;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Rebuild;
import dev.wuwei.crm.projections.support.RebuildRun;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.staff.StaffCommand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.postgresql.PGStatement;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** {@code ./crm bench [events]}: every figure beside what the machine does at best in the same run. Prints; asserts nothing. */
public final class Bench {
    private static final int CALLERS = 16;
    private static final int REST_CALLERS = 8;
    private static final int WARM_UP = 20_000;

    private static final int ROUNDS = 5;

    private static final int BINARY_AT_ONCE = -1;

    /** When so many were read, neither a rebuild nor what is beside it waits for the compiler any more. */
    private static final long EVENTS_UNTIL_WARM = 1_000_000;

    /** Early, in the middle and late in the history that is made. */
    private static final List<LocalDate> PAST_DAYS =
            List.of(LocalDate.of(2019, 6, 30), LocalDate.of(2020, 12, 31), LocalDate.of(2022, 6, 30));

    /** As many events are made by commands; more are copies. */
    private static final int BY_COMMANDS = 100_000;

    /** Most projects lie still on a working day; visits go to those of the last months. */
    private static final int IN_HAND = 5_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 11, 30);

    private final ConfigurableApplicationContext context;
    private final CommandDispatcher dispatcher;
    private final Processors processors;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final BenchReport report;
    private final List<Lead> leads = Collections.synchronizedList(new ArrayList<>());
    private BenchPark park;

    private Bench(ConfigurableApplicationContext context, BenchReport report) {
        this.context = context;
        this.dispatcher = context.getBean(CommandDispatcher.class);
        this.processors = context.getBean(Processors.class);
        this.dataSource = context.getBean(DataSource.class);
        this.jdbc = JdbcClient.create(dataSource);
        this.report = report;
    }

    /** What can be measured for itself, in this order. */
    private enum Part {
        COMMAND,
        VISIBLE,
        REBUILD,
        READS,
        REST,
        /** Loads projects of its own. */
        GAPS
    }

    /** @param arguments how many events to measure at, 100000 by default; then which parts, all by default */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length == 0 ? BY_COMMANDS : Integer.parseInt(arguments[0].replace("_", ""));
        if (events > (BenchCopies.MOST + 1) * BY_COMMANDS) {
            throw new IllegalArgumentException("At most " + (BenchCopies.MOST + 1) * BY_COMMANDS + " events");
        }
        Set<Part> parts = arguments.length < 2
                ? EnumSet.allOf(Part.class)
                : Arrays.stream(arguments)
                        .skip(1)
                        .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        Path data = Files.createTempDirectory("wuwei-bench-");
        BenchReport report = new BenchReport(System.out);
        long started = System.nanoTime();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CrmApplication.class)
                .profiles("embedded")
                .run(
                        "--wuwei.database.data=" + data,
                        "--wuwei.demo=false",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn")) {
            report.fact("startSeconds", (System.nanoTime() - started) / 100_000_000 / 10.0);
            new Bench(context, report).run(events, parts);
            report.fact("heapMegabytesAfter", heap());
            report.fact("loadAverageAfter", load());
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.out.println();
        System.out.println("Written to " + report.write(Path.of("target", "bench")));
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /** Of the whole machine: others at work beside the bench make every figure worse. */
    private static double load() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10) / 10.0;
    }

    private void run(int events, Set<Part> parts) throws Exception {
        report.fact("events", events);
        report.fact("parts", parts);
        report.fact("loadAverageBefore", load());
        report.fact("processors", Runtime.getRuntime().availableProcessors());
        report.fact("java", System.getProperty("java.version"));
        report.fact(
                "postgres", jdbc.sql("show server_version").query(String.class).single());
        System.out.printf(
                Locale.ROOT,
                "Wuwei bench: %,d events, %d processors, load %.1f, Java %s%n",
                events,
                Runtime.getRuntime().availableProcessors(),
                load(),
                System.getProperty("java.version"));
        BenchReport.columns(System.out);
        openAccounts();
        fill(Math.min(events, BY_COMMANDS));
        if (events > BY_COMMANDS) {
            copy(Math.ceilDiv(events, BY_COMMANDS) - 1);
        }
        if (parts.contains(Part.COMMAND) || parts.contains(Part.VISIBLE)) {
            double top = commandPath();
            if (parts.contains(Part.VISIBLE)) {
                acknowledgedToVisible(top / 2);
            }
        }
        if (parts.contains(Part.REBUILD)) {
            rebuild();
        }
        if (parts.contains(Part.READS)) {
            reads();
        }
        if (parts.contains(Part.REST)) {
            rest();
        }
        if (parts.contains(Part.GAPS)) {
            new BenchGaps(context, report, park, jdbc).run();
        }
    }

    private void openAccounts() {
        List<StaffId> staff = new ArrayList<>();
        for (StaffCommand.OpenAccount account : BenchPark.accounts()) {
            dispatcher.send(account, Caller.system());
            staff.add(account.staffId());
        }
        park = new BenchPark(staff.subList(1, staff.size()), staff.getFirst());
    }

    private void fill(int events) throws Exception {
        report.head("filling the store with projects, " + CALLERS + " callers, readers running");
        AtomicInteger next = new AtomicInteger();
        Queue<Project> signed = new ConcurrentLinkedQueue<>();
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        long before = processors.head();
        long from = System.nanoTime();
        together(CALLERS, caller -> {
            for (int n = next.getAndIncrement();
                    processors.head() - before < events * 0.97;
                    n = next.getAndIncrement()) {
                Project project = park.project(n);
                for (Step step : project.steps()) {
                    dispatcher.send(step.command(), step.caller());
                }
                leads.add(project.lead());
                if (project.signed() != null) {
                    signed.add(project);
                    numbers.add(n);
                }
            }
            return null;
        });
        processors.awaitVisible(processors.head(), PATIENCE);
        Uniqueness uniqueness = context.getBean(Uniqueness.class);
        for (Project project : signed) {
            int n = numbers.remove();
            uniqueness
                    .holder("followup.project", project.signed().toString())
                    .map(holder -> FollowUpId.of(holder.owner()))
                    .ifPresent(id -> park.followUp(id, n, project.signedOn())
                            .forEach(step -> dispatcher.send(step.command(), step.caller())));
        }
        processors.awaitVisible(processors.head(), PATIENCE);
        double seconds = seconds(from);
        report.fact("projects", next.get());
        report.rate("events written and shown by every read model", (processors.head() - before) / seconds);
        tidy();
    }

    /** Read models are made from the copies as a rebuild makes them: ten times as fast as live. */
    private void copy(int copies) throws Exception {
        report.head("the same history " + copies + " times more");
        stopReaders();
        new BenchCopies(jdbc).add(copies, processors.head());
        report.fact("eventsAfterCopying", history());
        rebuild("rebuild of all read models", List.of(), 0, 1);
        startReaders();
        processors.awaitVisible(processors.head(), PATIENCE);
        report.fact(
                "projects",
                jdbc.sql("select count(*) from project").query(Long.class).single());
        tidy();
    }

    /** @return commands a second, readers running */
    private double commandPath() throws Exception {
        report.head("command path, " + CALLERS
                + " callers, one event each; beside: the same rows by plain JDBC, same pool");
        jdbc.sql("create schema if not exists bench").update();
        jdbc.sql("drop table if exists bench.domain_event").update();
        jdbc.sql("create table bench.domain_event (like es.domain_event including all)")
                .update();
        int rounds = 3;
        int each = 6_000;
        double alone = 0;
        double plain = 0;
        long aloneNanos = 0;
        long plainNanos = 0;
        ProcessorTime processorTime = new ProcessorTime(jdbc);
        stopReaders();
        // Until the compiler has made what it can of the path, it takes a third of the processor time.
        visits(WARM_UP);
        plainInsert(rows(WARM_UP));
        for (int round = 0; round < rounds; round++) {
            long from = processors.head();
            long before = processorTime.nanos();
            alone += visits(each) / rounds;
            aloneNanos += processorTime.nanos() - before;
            List<Row> rows = rows(from, each);
            before = processorTime.nanos();
            plain += plainInsert(rows) / rounds;
            plainNanos += processorTime.nanos() - before;
        }
        startReaders();
        processors.awaitVisible(processors.head(), PATIENCE);
        double live = visits(each * 2);
        report.rate("commands, readers standing still", alone, plain, 0.5);
        report.each("   processor time, the database's too", aloneNanos / rounds / each, plainNanos / rounds / each);
        report.rate("commands, readers at work on the same processors", live, plain, 0);
        double single = visits(2_000, 1);
        double singlePlain = plainInsert(rows(2_000), 1);
        report.rate("commands, one caller", single, singlePlain, 0);
        processors.awaitVisible(processors.head(), PATIENCE);
        jdbc.sql("drop schema bench cascade").update();
        return live;
    }

    private Lead inHand() {
        int all = leads.size();
        return leads.get(ThreadLocalRandom.current().nextInt(Math.max(0, all - IN_HAND), all));
    }

    private double visits(int count) throws Exception {
        return visits(count, CALLERS);
    }

    private double visits(int count, int callers) throws Exception {
        LocalDate on = LAST_DAY;
        long from = System.nanoTime();
        together(callers, caller -> {
            for (int i = 0; i < count / callers; i++) {
                Lead lead = inHand();
                dispatcher.send(BenchPark.visit(lead, on, i), BenchPark.caller(lead.officer()));
            }
            return null;
        });
        return count / seconds(from);
    }

    private record Row(
            String event,
            String aggregate,
            long sequence,
            String type,
            java.sql.Timestamp at,
            String payloadType,
            String revision,
            byte[] payload,
            byte[] metaData) {}

    private List<Row> rows(int count) {
        return rows(Math.max(0, processors.head() - count - 100), count);
    }

    private List<Row> rows(long after, int count) {
        return jdbc.sql(
                        "select event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,"
                                + " payload_revision, payload, meta_data from es.domain_event where global_index > ?"
                                + " order by global_index limit ?")
                .params(after, count)
                .query((row, n) -> new Row(
                        row.getString(1) + "-" + System.nanoTime(),
                        row.getString(2),
                        System.nanoTime(),
                        row.getString(4),
                        row.getTimestamp(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBytes(8),
                        row.getBytes(9)))
                .list();
    }

    private double plainInsert(List<Row> rows) throws Exception {
        return plainInsert(rows, CALLERS);
    }

    private double plainInsert(List<Row> rows, int callers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long from = System.nanoTime();
        together(callers, caller -> {
            for (int n = next.getAndIncrement(); n < rows.size(); n = next.getAndIncrement()) {
                insert(rows.get(n));
            }
            return null;
        });
        return rows.size() / seconds(from);
    }

    private void insert(Row row) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into bench.domain_event (event_identifier, aggregate_identifier, sequence_number, type,"
                            + " time_stamp, payload_type, payload_revision, payload, meta_data) values (?,?,?,?,?,?,?,?,?)")) {
                statement.setString(1, row.event());
                statement.setString(2, row.aggregate());
                statement.setLong(3, row.sequence());
                statement.setString(4, row.type());
                statement.setTimestamp(5, row.at());
                statement.setString(6, row.payloadType());
                statement.setString(7, row.revision());
                statement.setBytes(8, row.payload());
                statement.setBytes(9, row.metaData());
                statement.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Callers keep to a timetable, so a slow answer does not slow the questions down; every tenth caller waits to see. */
    private void acknowledgedToVisible(double rate) throws Exception {
        report.head(String.format(Locale.ROOT, "acknowledged → visible to a query, at %,.0f commands/s", rate));
        Queue<Long> waits = new ConcurrentLinkedQueue<>();
        Queue<Long> acknowledgements = new ConcurrentLinkedQueue<>();
        int count = (int) Math.min(20_000, rate * 10);
        long interval = (long) (1e9 * CALLERS / rate);
        long from = System.nanoTime();
        together(CALLERS, caller -> {
            long due = from + interval * caller / CALLERS;
            for (int i = 0; i < count / CALLERS; i++, due += interval) {
                LockSupport.parkNanos(due - System.nanoTime());
                Lead lead = inHand();
                long sent = System.nanoTime();
                CommandResult result =
                        dispatcher.send(BenchPark.visit(lead, LAST_DAY, i), BenchPark.caller(lead.officer()));
                long acknowledged = System.nanoTime();
                acknowledgements.add(acknowledged - sent);
                if (i % 10 == caller % 10) {
                    processors.awaitVisible(result.position(), PATIENCE);
                    waits.add(System.nanoTime() - acknowledged);
                }
            }
            return null;
        });
        report.fact("visibleAtRate", Math.round(count / seconds(from)));
        report.time("command sent → acknowledged", new Times(List.copyOf(acknowledgements)), null, 0, 0.99);
        report.time("acknowledged → visible", new Times(List.copyOf(waits)), null, 100, 0.99);
    }

    private List<StreamingEventProcessor> readers() {
        return context.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
    }

    private void stopReaders() {
        readers().forEach(StreamingEventProcessor::shutDown);
    }

    private void startReaders() {
        readers().forEach(StreamingEventProcessor::start);
    }

    /** As {@code ./crm rebuild} does it: beside the live read models, until the new ones are in their place. */
    private void rebuild() throws Exception {
        report.head("rebuild of all read models; beside: scan of the same rows and JSON parse");
        processors.awaitVisible(processors.head(), PATIENCE);
        Rebuild rebuild = context.getBean(Rebuild.class);
        report.fact("readModels", List.copyOf(rebuild.names()));
        rebuild("   all together, the first in this application", List.of(), 0, 1);
        for (long read = 0; read < EVENTS_UNTIL_WARM; ) {
            read += rebuild.start(List.of()).await().events();
            scanAndParse();
        }
        for (String name : rebuild.names()) {
            boolean ledger = name.equals("ledger");
            rebuild("   " + name + " alone", List.of(name), ledger ? 0.25 : 0, ledger ? ROUNDS : 1);
        }
        rebuild("rebuild of " + rebuild.names().size() + " read models together", List.of(), 0.10, ROUNDS);
    }

    /** Medians, each rebuild between two scans: what else the machine does comes and goes within seconds. */
    private void rebuild(String what, List<String> names, double wanted, int times) throws Exception {
        double[] rates = new double[times];
        double[] scans = new double[times];
        for (int i = 0; i < times; i++) {
            tidy();
            scans[i] = scanAndParse() / 2;
            RebuildRun.Outcome outcome =
                    context.getBean(Rebuild.class).start(names).await();
            rates[i] = history() / (outcome.duration().toNanos() / 1e9);
            tidy();
            scans[i] += scanAndParse() / 2;
            outcome.comparisons().stream()
                    .filter(comparison -> !comparison.same())
                    .forEach(comparison -> System.out.println("   differs from the live one: " + comparison));
        }
        report.rate(what, median(rates), median(scans), wanted);
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private long history() {
        return jdbc.sql("select count(*) from es.domain_event")
                .query(Long.class)
                .single();
    }

    /** Payloads as they are, as a rebuild reads them: in hexadecimal digits, as the driver would ask for them, it takes twice as long. */
    private double scanAndParse() throws Exception {
        ObjectMapper mapper = Json.mapper();
        long from = System.nanoTime();
        long read = 0;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "select payload, meta_data from es.domain_event order by global_index")) {
                statement.setFetchSize(2000);
                statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        mapper.readTree(rows.getBytes(1));
                        mapper.readTree(rows.getBytes(2));
                        read++;
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return read / seconds(from);
    }

    private void reads() throws Exception {
        report.head("reads, one caller; beside: the bare SQL it cannot be quicker than");
        LedgerQuery ledger = context.getBean(LedgerQuery.class);
        TotalsQuery totals = context.getBean(TotalsQuery.class);
        ProjectQuery projects = context.getBean(ProjectQuery.class);
        Viewer viewer = Viewer.everything();
        Page page = new Page(0, 50);
        Times countRows = times(
                60,
                n -> jdbc.sql("select count(*) from ledger").query(Long.class).single());
        Times countEntries = times(
                60,
                n -> jdbc.sql("select count(*), sum(amount) from journal_signed")
                        .query()
                        .listOfRows());
        List<ProjectView> some = ledger.projects(
                        ProjectFilter.ALL, ProjectSort.LATEST_FIRST, new Page(0, 200), AsOf.NOW, viewer)
                .rows();
        Times onePrimaryKey = times(
                300,
                n -> jdbc.sql("select * from project where project_id = ?")
                        .param(some.get(n % some.size()).projectId().value())
                        .query()
                        .listOfRows());
        nowAndThen(
                "list, page of 50, filtered and sorted, with sums",
                countRows,
                asOf -> ledger.projects(
                        ProjectFilter.ALL.inIndustries(Set.of("textile")),
                        ProjectSort.of("-amount"),
                        page,
                        asOf,
                        viewer));
        DossierQuery dossiers = context.getBean(DossierQuery.class);
        report.time(
                "dossier",
                times(
                        500,
                        n -> dossiers.find(some.get(n % some.size()).projectId(), AsOf.NOW, viewer, ParkTime.today())),
                onePrimaryKey,
                50,
                0.95);
        TimelineQuery timeline = context.getBean(TimelineQuery.class);
        report.time(
                "history of a project",
                times(
                        300,
                        n -> timeline.history(
                                some.get(n % some.size()).projectId(),
                                HistoryFilter.of(some.get(n % some.size()).projectId()),
                                HistoryOrder.RECORDED,
                                null,
                                200,
                                viewer,
                                AsOf.NOW)),
                onePrimaryKey,
                50,
                0.95);
        TotalsQuery.Request byIndustry = TotalsQuery.Request.of(Measure.SIGNED, Dimension.INDUSTRY, Dimension.YEAR);
        nowAndThen("totals by industry and year", countEntries, asOf -> totals.totals(byIndustry, asOf, viewer));
        TotalsQuery.Request byPerson = TotalsQuery.Request.of(Measure.SIGNED, Dimension.OWNER, Dimension.MONTH);
        report.time(
                "totals by person and month",
                times(200, n -> totals.totals(byPerson, AsOf.NOW, viewer)),
                countEntries,
                50,
                0.95);
        report.time(
                "totals explained, one industry",
                times(
                        60,
                        n -> totals.explain(
                                byIndustry, java.util.Map.of(Dimension.INDUSTRY, "textile"), AsOf.NOW, viewer)),
                null,
                200,
                0.95);
        report.time(
                "waterfall between two days",
                times(
                        60,
                        n -> totals.waterfall(
                                Measure.SIGNED,
                                java.util.Map.of(),
                                LocalDate.of(2021, 12, 31),
                                LocalDate.of(2022, 12, 31),
                                AsOf.NOW,
                                viewer)),
                null,
                200,
                0.95);
        PipelineQuery pipeline = context.getBean(PipelineQuery.class);
        nowAndThen("pipeline", countRows, asOf -> pipeline.pipeline(ProjectFilter.ALL, asOf, viewer));
        FiveGapsQuery gaps = context.getBean(FiveGapsQuery.class);
        report.time(
                "five gaps, states",
                times(100, n -> gaps.states(FiveGapsQuery.Request.ALL, AsOf.NOW, viewer)),
                countRows,
                50,
                0.95);
        report.time(
                "search, two characters",
                times(200, n -> projects.search(BenchPark.name(n).substring(0, 2), 10, viewer)),
                countRows,
                50,
                0.95);
        report.time(
                "search, a whole name",
                times(200, n -> projects.search(BenchPark.name(n * 7) + "智能", 10, viewer)),
                countRows,
                50,
                0.95);
    }

    /** Any past day takes twice the present at most. */
    private void nowAndThen(String what, Times beside, Consumer<AsOf> read) throws Exception {
        Times now = times(200, n -> read.accept(AsOf.NOW));
        report.time(what, now, beside, 50, 0.95);
        for (LocalDate day : PAST_DAYS) {
            report.time("   as of " + day, times(200, n -> read.accept(AsOf.on(day))), now, 2 * now.at(0.95), 0.95);
        }
    }

    /** What the database does by itself within a minute or two of so many changes, and what the heap is left with. */
    private void tidy() {
        jdbc.sql("vacuum analyze").update();
        System.gc();
    }

    private void rest() throws Exception {
        report.head("create a lead through REST, " + REST_CALLERS + " callers");
        String investor = jdbc.sql("select investor_id from investor limit 1")
                .query(String.class)
                .single();
        int port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (boolean wait : new boolean[] {false, true}) {
            Queue<Long> times = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 200; i++) {
                lead(http, port, investor, wait, i);
            }
            int count = wait ? 4_000 : 8_000;
            long from = System.nanoTime();
            together(REST_CALLERS, caller -> {
                for (int i = 0; i < count / REST_CALLERS; i++) {
                    long sent = System.nanoTime();
                    lead(http, port, investor, wait, i);
                    times.add(System.nanoTime() - sent);
                }
                return null;
            });
            String how = wait ? "answered when it is visible" : "answered when it is stored";
            report.rate("leads created, " + how, count / seconds(from));
            report.time("   time of one", new Times(List.copyOf(times)), null, 0, 0.95);
        }
    }

    private static void lead(HttpClient http, int port, String investor, boolean wait, int n)
            throws IOException, InterruptedException {
        String body = """
                {"details": {"name": "%s项目", "investorId": "%s", "sourceCode": "enterprise", "methodCode": "by-park",
                 "regionCode": "440000", "industryCode": "food", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "12000", "currency": "CNY", "unit": "万元"}},
                 "parkCode": "wuxi", "occurredOn": "2023-11-30"}""".formatted(BenchPark.name(n), investor);
        String account = "officer" + n % 16 + ":" + BenchPark.PASSWORD;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/api/v1/commands/lead.RegisterLead?wait=" + wait))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    static Times times(int count, IntConsumer what) {
        for (int i = 0; i < Math.min(30, count); i++) {
            what.accept(i);
        }
        List<Long> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long from = System.nanoTime();
            what.accept(i);
            times.add(System.nanoTime() - from);
        }
        return new Times(times);
    }

    /** Each number below {@code count} once, by all callers together. */
    static void each(int count, IntConsumer work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        together(CALLERS, caller -> {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                work.accept(n);
            }
            return null;
        });
    }

    private interface Work {
        Void of(int caller) throws Exception;
    }

    private static void together(int callers, Work work) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            all.add(() -> work.of(caller));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            for (Future<Void> done : pool.invokeAll(all)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
