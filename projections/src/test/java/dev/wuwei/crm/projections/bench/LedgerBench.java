package dev.wuwei.crm.projections.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.ProjectSort;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Rebuild;
import dev.wuwei.crm.projections.support.RebuildRun;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ProjectionsApplication;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;

/** {@code LedgerBench [projects]}: rebuilds beside a plain scan, and what questions cost on the result. */
public final class LedgerBench {
    private LedgerBench() {}

    public static void main(String[] arguments) throws SQLException {
        int projects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        String url = TestPostgres.newDatabase();
        long events;
        try (HikariDataSource dataSource = TestPostgres.migratedDataSource()) {
            url = dataSource.getJdbcUrl();
            events = new SyntheticPark().fill(dataSource, projects);
        }
        try (var context = ProjectionsApplication.start(
                url, TestPostgres.server().username(), TestPostgres.server().password())) {
            context.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                    .filter(processor -> !processor.getName().equals("policies"))
                    .forEach(EventProcessor::shutDown);
            DataSource dataSource = context.getBean(DataSource.class);
            System.out.printf("%,d projects, %,d events%n", projects, events);
            scan(dataSource);
            long cpuBefore = cpu();
            double plain = events / (scan(dataSource) / 1e9);
            double plainCpu = events / ((cpu() - cpuBefore) / 1e9);
            System.out.printf(
                    "plain scan + JSON parse: %,.0f events/s, %,.0f per second of processor time%n", plain, plainCpu);
            Rebuild rebuild = context.getBean(Rebuild.class);
            for (List<String> names : List.of(List.of("ledger"), List.<String>of())) {
                cpuBefore = cpu();
                RebuildRun run = rebuild.start(names);
                RebuildRun.Outcome outcome = watched(run);
                double rate = events / (outcome.duration().toMillis() / 1e3);
                double rateCpu = events / ((cpu() - cpuBefore) / 1e9);
                System.out.printf(
                        "rebuild %s: %,d events in %.1f s, %,.0f/s, ratio %.3f; by processor time %,.0f/s, ratio %.3f%n",
                        outcome.names(),
                        outcome.events(),
                        outcome.duration().toMillis() / 1e3,
                        rate,
                        rate / plain,
                        rateCpu,
                        rateCpu / plainCpu);
            }
            questions(
                    context.getBean(LedgerQuery.class),
                    context.getBean(TotalsQuery.class),
                    context.getBean(PipelineQuery.class),
                    context.getBean(FiveGapsQuery.class));
        }
        System.exit(0);
    }

    private static RebuildRun.Outcome watched(RebuildRun run) {
        RebuildRun.Phase phase = null;
        while (!run.isOver()) {
            RebuildRun.Progress progress = run.progress();
            if (progress.phase() != phase) {
                phase = progress.phase();
                System.out.printf(
                        "  %s at %.1f s, cpu %.1f s%n",
                        phase, progress.elapsed().toMillis() / 1e3, cpu() / 1e9);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return run.await();
    }

    /** Of this process and the database under it: on a busy machine the clock on the wall tells little. */
    private static long cpu() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ProcessHandle.current()), ProcessHandle.allProcesses())
                .distinct()
                .filter(process -> process.pid() == ProcessHandle.current().pid()
                        || process.info().command().orElse("").contains("wuwei-test-postgres"))
                .mapToLong(process -> process.info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toNanos)
                        .orElse(0L))
                .sum();
    }

    private static long scan(DataSource dataSource) throws SQLException {
        ObjectMapper json = new ObjectMapper();
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("select payload from es.domain_event order by global_index")) {
                statement.setFetchSize(2000);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        json.readTree(row.getBytes(1));
                    }
                }
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            connection.rollback();
        }
        return System.nanoTime() - start;
    }

    private static void questions(LedgerQuery ledger, TotalsQuery totals, PipelineQuery pipeline, FiveGapsQuery gaps) {
        Viewer all = Viewer.everything();
        AsOf then = AsOf.on(LocalDate.of(2022, 6, 30));
        AsOf knownThen = new AsOf(LocalDate.of(2022, 6, 30), Instant.parse("2022-12-31T00:00:00Z"));
        for (var asOf :
                Map.of("now", AsOf.NOW, "date", then, "known", knownThen).entrySet()) {
            String at = asOf.getKey();
            AsOf point = asOf.getValue();
            time(
                    "totals by industry, " + at,
                    () -> totals.totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.INDUSTRY), point, all));
            time(
                    "totals by owner x month, " + at,
                    () -> totals.totals(
                            TotalsQuery.Request.of(Measure.SIGNED, Dimension.OWNER, Dimension.MONTH), point, all));
            time(
                    "totals by five gap, " + at,
                    () -> totals.totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.FIVE_GAP), point, all));
            time(
                    "in talks by park, " + at,
                    () -> totals.totals(TotalsQuery.Request.of(Measure.IN_TALKS, Dimension.PARK), point, all));
            time(
                    "explain a cell, " + at,
                    () -> totals.explain(
                            TotalsQuery.Request.of(Measure.SIGNED, Dimension.INDUSTRY, Dimension.YEAR),
                            Map.of(Dimension.INDUSTRY, "industry3", Dimension.YEAR, "2021"),
                            point,
                            all));
            time(
                    "list page, all, " + at,
                    () -> ledger.projects(ProjectFilter.ALL, ProjectSort.LATEST_FIRST, Page.first(50), point, all));
            time(
                    "list page, filtered, " + at,
                    () -> ledger.projects(
                            ProjectFilter.ALL.inParks(Set.of("park2")).inStages(Set.of(Stage.STARTED)),
                            ProjectSort.of("-signed"),
                            Page.first(50),
                            point,
                            all));
            time(
                    "list page, text, " + at,
                    () -> ledger.projects(
                            ProjectFilter.ALL.matching("项目77"), ProjectSort.LATEST_FIRST, Page.first(50), point, all));
            time("pipeline, " + at, () -> pipeline.pipeline(ProjectFilter.ALL, point, all));
            time("five gaps, states, " + at, () -> gaps.states(FiveGapsQuery.Request.ALL, point, all));
        }
        time(
                "waterfall, two dates",
                () -> totals.waterfall(
                        Measure.SIGNED, Map.of(), LocalDate.of(2021, 1, 1), LocalDate.of(2022, 6, 30), AsOf.NOW, all));
        time(
                "waterfall, two instants",
                () -> totals.waterfall(
                        Measure.SIGNED,
                        Map.of(),
                        Instant.parse("2021-01-01T00:00:00Z"),
                        Instant.parse("2022-12-31T00:00:00Z"),
                        AsOf.NOW,
                        all));
    }

    private static void time(String what, Runnable question) {
        for (int i = 0; i < 5; i++) {
            question.run();
        }
        long[] times = new long[25];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            question.run();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "%-34s p50 %7.1f ms   p95 %7.1f ms%n",
                what, TimeUnit.NANOSECONDS.toMicros(times[12]) / 1e3, TimeUnit.NANOSECONDS.toMicros(times[23]) / 1e3);
    }
}
