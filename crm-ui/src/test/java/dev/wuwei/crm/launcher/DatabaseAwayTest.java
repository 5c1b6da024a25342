package dev.wuwei.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.DataDirectory;
import dev.wuwei.crm.platform.postgres.EmbeddedPostgres;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database dies, or goes away, under a running application: what people are told, and what is there afterwards. */
class DatabaseAwayTest {
    private static final int WRITERS = 4;
    private static final int LEADS_BEFORE_AND_AFTER = 20;

    @TempDir
    Path directory;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> inDoubt = new ConcurrentLinkedQueue<>();
    private final Queue<String> strangeAnswers = new ConcurrentLinkedQueue<>();

    @Test
    void the_embedded_server_is_killed_under_load_and_comes_back_by_itself_with_all_that_was_acknowledged()
            throws Exception {
        try (LaunchedCrm crm = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            crm.openPromoter(crm.oneTimePasswords().getFirst());
            AtomicBoolean enough = new AtomicBoolean();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "项目" + writer + "号";
                writers.add(Thread.ofPlatform().start(() -> write(crm, name, enough)));
            }
            await(() -> acknowledged.size() >= LEADS_BEFORE_AND_AFTER);
            ProcessHandle killed = server();
            killed.destroyForcibly();
            await(() -> acknowledged.size() >= 2 * LEADS_BEFORE_AND_AFTER + WRITERS);
            enough.set(true);
            for (Thread writer : writers) {
                writer.join();
            }

            assertThat(strangeAnswers).as("answers that tell nobody what to do").isEmpty();
            assertThat(server().pid()).isNotEqualTo(killed.pid());
            await(() -> health(crm) == 200);
            List<String> stored = new ArrayList<>();
            new JsonMapper()
                    .readTree(crm.projects())
                    .forEach(row -> stored.add(row.path("name").asString()));
            assertThat(stored).as("each once").doesNotHaveDuplicates().containsAll(acknowledged);
            stored.removeAll(acknowledged);
            assertThat(inDoubt).as("stored, though nobody was told").containsAll(stored);
            ProcessHandle last = server();
            crm.terminate();
            crm.exitCode();
            last.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_server_of_ones_own_goes_away_and_comes_back() throws Exception {
        try (DataDirectory elsewhere = DataDirectory.open(directory.resolve("elsewhere"))) {
            EmbeddedPostgres server = EmbeddedPostgres.start(elsewhere, TestPostgres.BINARIES, 0);
            int port = Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
            try (LaunchedCrm crm = LaunchedCrm.start(
                            directory,
                            "postgres",
                            "--wuwei.database.url=" + server.jdbcUrl(),
                            "--wuwei.database.username=" + server.username(),
                            "--wuwei.database.password=" + server.password(),
                            "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                    .awaitGreeting()) {
                crm.openPromoter(crm.oneTimePasswords().getFirst());
                crm.registerLead("先来的项目");

                server.close();
                HttpResponse<String> refused = crm.command(
                        "investor.RegisterInvestor",
                        LaunchedCrm.PROMOTER,
                        LaunchedCrm.PASSWORD,
                        LaunchedCrm.investor("没有办成的"));
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(code(refused)).isEqualTo("database.unavailable");
                assertThat(health(crm)).isEqualTo(503);

                server = EmbeddedPostgres.start(elsewhere, TestPostgres.BINARIES, port);
                await(() -> health(crm) == 200);
                crm.registerLead("后来的项目");
                assertThat(crm.projects()).contains("先来的项目", "后来的项目");
            } finally {
                server.close();
            }
        }
    }

    private void write(LaunchedCrm crm, String writer, AtomicBoolean enough) {
        for (int number = 0; !enough.get(); number++) {
            String name = writer + number;
            try {
                HttpResponse<String> investor = crm.command(
                        "investor.RegisterInvestor",
                        LaunchedCrm.PROMOTER,
                        LaunchedCrm.PASSWORD,
                        LaunchedCrm.investor(name));
                if (investor.statusCode() != 200) {
                    refused(investor);
                    continue;
                }
                String id =
                        new JsonMapper().readTree(investor.body()).path("id").asString();
                HttpResponse<String> lead = crm.command(
                        "lead.RegisterLead", LaunchedCrm.PROMOTER, LaunchedCrm.PASSWORD, LaunchedCrm.lead(name, id));
                if (lead.statusCode() == 200) {
                    acknowledged.add(name);
                } else {
                    refused(lead);
                    if (code(lead).equals("database.in-doubt")) {
                        inDoubt.add(name);
                    }
                }
            } catch (Exception e) {
                strangeAnswers.add(e.toString());
            }
        }
    }

    private void refused(HttpResponse<String> answer) {
        if (answer.statusCode() != 503
                || !List.of("database.unavailable", "database.in-doubt").contains(code(answer))) {
            strangeAnswers.add(answer.statusCode() + " " + answer.body());
        }
    }

    private static String code(HttpResponse<String> answer) {
        JsonNode problem = new JsonMapper().readTree(answer.body());
        return problem.path("code").asString("");
    }

    private static int health(LaunchedCrm crm) {
        try {
            return crm.get("/actuator/health", "", "").statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private ProcessHandle server() throws Exception {
        Path lock = directory.resolve("data/postgres/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst()))
                .orElseThrow();
    }
}
