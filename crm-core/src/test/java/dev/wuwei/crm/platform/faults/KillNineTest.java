package dev.wuwei.crm.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.probe.ProbeApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is there exactly once, however the application or a server process ended. */
@Tag("faults")
class KillNineTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 1500;

    @TempDir
    Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void the_application_is_killed_under_load_twice() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int run = 1; run <= 2; run++) {
            Process writer = start(run);
            try (BufferedReader lines = writer.inputReader()) {
                readUntil(lines, acknowledged, acknowledged.size() + ACKNOWLEDGED_BEFORE_THE_KILL);
                kill(writer);
                writer.waitFor(30, TimeUnit.SECONDS);
                // What it had printed before it died was acknowledged as well.
                readUntil(lines, acknowledged, Integer.MAX_VALUE);
            }
        }
        count(acknowledged, 2L * FaultWriter.WRITERS);
    }

    @Test
    void a_server_process_is_killed_under_load_and_the_application_goes_on() throws Exception {
        theApplicationGoesOnAfterTheEndOf(this::backend);
    }

    @Test
    void the_whole_server_is_killed_under_load_and_the_application_starts_it_again() throws Exception {
        theApplicationGoesOnAfterTheEndOf(this::postmaster);
    }

    private void theApplicationGoesOnAfterTheEndOf(Callable<ProcessHandle> victim) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Process writer = start(1);
        try (BufferedReader lines = writer.inputReader()) {
            readUntil(lines, acknowledged, ACKNOWLEDGED_BEFORE_THE_KILL / 2);
            victim.call().destroyForcibly();
            readUntil(lines, acknowledged, ACKNOWLEDGED_BEFORE_THE_KILL);
            kill(writer);
            writer.waitFor(30, TimeUnit.SECONDS);
            readUntil(lines, acknowledged, Integer.MAX_VALUE);
        }
        // Of each writer one command may be in doubt at either kill.
        count(acknowledged, 2L * FaultWriter.WRITERS);
    }

    /** SIGKILL; by the handle, which leaves what was printed readable. */
    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }

    private Process start(int run) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultWriter.class.getName(),
                        Integer.toString(run),
                        data.toString(),
                        TestPostgres.BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private static void readUntil(BufferedReader lines, Set<String> acknowledged, int size) throws IOException {
        String line;
        while (acknowledged.size() < size && (line = lines.readLine()) != null) {
            if (line.startsWith("ACK ")) {
                acknowledged.add(line.substring(4));
            }
        }
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private ProcessHandle backend() throws IOException {
        return postmaster()
                .children()
                .max(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow();
    }

    private void count(Set<String> acknowledged, long inDoubt) {
        try (ConfigurableApplicationContext context = ProbeApplication.run(
                "--spring.profiles.active=embedded",
                "--wuwei.database.data=" + data,
                "--wuwei.database.binaries=" + TestPostgres.BINARIES)) {
            JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
            Map<String, Integer> stored = new HashMap<>();
            jdbc.sql("select convert_from(payload, 'UTF8')::jsonb ->> 'text' from es.domain_event"
                            + " where payload_type = 'probe.ProbeNoted'")
                    .query(String.class)
                    .list()
                    .forEach(text -> stored.merge(text, 1, Integer::sum));
            assertThat(stored.keySet()).as("acknowledged and gone").containsAll(acknowledged);
            assertThat(stored.values()).as("times stored").containsOnly(1);
            assertThat((long) stored.size())
                    .as("stored, though nobody was told")
                    .isBetween((long) acknowledged.size(), acknowledged.size() + inDoubt);

            Processors processors = context.getBean(Processors.class);
            assertThat(processors.awaitVisible(processors.head(), Duration.ofSeconds(60)))
                    .as("readers catch up")
                    .isTrue();
            assertThat(jdbc.sql("select position from rm.probe_seen order by 1")
                            .query(Long.class)
                            .list())
                    .as("every event applied once")
                    .isEqualTo(jdbc.sql("select global_index from es.domain_event order by 1")
                            .query(Long.class)
                            .list());
        }
    }
}
