package dev.wuwei.probe;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command path beside a plain insert of the same rows by the same pool, in one run; and how soon an author can see. */
public final class CommandBench {
    private static final int CALLERS = 16;
    private static final Caller CALLER =
            Caller.of(StaffId.next(), Set.of(Role.PROMOTER), Set.of("liangchan"), Channel.API);

    private final CommandDispatcher commands;
    private final Processors processors;
    private final DataSource dataSource;
    private final EventProcessingConfiguration processing;
    private final int seconds;

    private CommandBench(ConfigurableApplicationContext context, int seconds) {
        this.commands = context.getBean(CommandDispatcher.class);
        this.processors = context.getBean(Processors.class);
        this.dataSource = context.getBean(DataSource.class);
        this.processing = context.getBean(EventProcessingConfiguration.class);
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password())) {
            new CommandBench(context, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10).run();
        }
        System.exit(0);
    }

    private interface Work {
        void once(int caller, long number) throws Exception;
    }

    private void run() throws Exception {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table es.bench_event (like es.domain_event including all)")
                .update();
        ProbeId[] probes = new ProbeId[CALLERS];
        for (int i = 0; i < CALLERS; i++) {
            probes[i] = ProbeId.next();
            commands.send(new ProbeCommand.OpenProbe(probes[i], "bench", PersonId.next(), "戊"), CALLER);
        }
        Work note = (caller, number) ->
                commands.send(new ProbeCommand.NoteProbe(probes[caller], "洽谈进展顺利，约定下周回访", null), CALLER);
        Work open = (caller, number) ->
                commands.send(new ProbeCommand.OpenProbe(ProbeId.next(), "bench", null, null), CALLER);
        Work insert = (caller, number) -> insert();
        rate("warm-up commands", CALLERS, note);
        rate("warm-up insert", CALLERS, insert);
        if (System.getProperty("readers", "live").equals("stopped")) {
            processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        }
        for (int round = 0; round < 3; round++) {
            double plain = rate("plain insert", CALLERS, insert);
            double noted = rate("command on an existing aggregate", CALLERS, note);
            double opened = rate("command that creates, with a number", CALLERS, open);
            System.out.printf("ratio: existing %.2f, creating %.2f%n", noted / plain, opened / plain);
            if (System.getProperty("readers", "live").equals("stopped")) {
                continue;
            }
            settle();
            if (round == 2) {
                visible(noted / 2, note, probes);
                visible(100, note, probes);
            }
        }
    }

    private void settle() {
        processors.awaitVisible(processors.head(), Duration.ofMinutes(2));
    }

    private void insert() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into es.bench_event (event_identifier, aggregate_identifier, sequence_number, type,"
                                + " time_stamp, payload_type, payload_revision, payload, meta_data)"
                                + " values (?,?,?,?,?,?,?,?,?)")) {
            statement.setString(1, Ids.next().toString());
            statement.setString(2, UUID.randomUUID().toString());
            statement.setLong(3, 1);
            statement.setString(4, "Probe");
            statement.setObject(5, OffsetDateTime.now());
            statement.setString(6, "probe.ProbeNoted");
            statement.setString(7, "2");
            statement.setBytes(8, new byte[130]);
            statement.setBytes(9, new byte[250]);
            statement.executeUpdate();
        }
    }

    private double rate(String what, int callers, Work work) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        atOnce(callers, caller -> {
            for (long number = 0; System.nanoTime() < end; number++) {
                work.once(caller, number);
                done.incrementAndGet();
            }
            return null;
        });
        double rate = done.get() / (double) seconds;
        System.out.printf("%-40s %8.0f/s%n", what, rate);
        return rate;
    }

    /** Each caller sends at its share of the rate and waits until it can see what it wrote. */
    private void visible(double perSecond, Work work, ProbeId[] probes) throws Exception {
        long gap = (long) (CALLERS * 1e9 / perSecond);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<List<Long>> all = atOnce(CALLERS, caller -> {
            List<Long> waits = new ArrayList<>();
            long next = System.nanoTime() + gap * caller / CALLERS;
            while (next < end) {
                LockSupport.parkNanos(next - System.nanoTime());
                CommandResult result = commands.send(new ProbeCommand.NoteProbe(probes[caller], "回访", null), CALLER);
                long acknowledged = System.nanoTime();
                if (!processors.awaitVisible(result.position(), Duration.ofSeconds(10))) {
                    throw new IllegalStateException("not visible in time");
                }
                waits.add(System.nanoTime() - acknowledged);
                next = Math.max(next + gap, System.nanoTime());
            }
            return waits;
        });
        long[] sorted = all.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        System.out.printf(
                "acknowledged to visible at %.0f/s (reached %.0f/s): p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                perSecond,
                sorted.length / (double) seconds,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] / 1e6;
    }

    private interface PerCaller<T> {
        T run(int caller) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, PerCaller<T> task) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int caller = i;
                Callable<T> callable = () -> task.run(caller);
                futures.add(executor.submit(callable));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
