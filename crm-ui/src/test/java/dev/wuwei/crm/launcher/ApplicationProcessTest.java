package dev.wuwei.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process: its first start, its end, and a server of one's own. */
class ApplicationProcessTest {

    /** SIGTERM, as a shell counts it. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    @Test
    void shows_a_password_once_takes_commands_and_takes_its_database_down_with_it() throws Exception {
        try (LaunchedCrm crm = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            assertThat(crm.oneTimePasswords()).as("shown once").hasSize(1);
            String admin = crm.oneTimePasswords().getFirst();
            assertThat(crm.get("/api/v1/projects", "admin", admin + "x").statusCode())
                    .isEqualTo(401);
            crm.openPromoter(admin);
            crm.registerLead("第一个项目");
            assertThat(crm.projects()).contains("第一个项目");
            ProcessHandle server = server().orElseThrow();

            crm.terminate();
            assertThat(crm.exitCode()).isEqualTo(TERMINATED);
            server.onExit().get(10, TimeUnit.SECONDS);
            assertThat(directory.resolve("data/postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void
            a_second_start_leaves_the_first_alone_one_after_a_kill_takes_the_database_over_and_a_rebuild_finds_all_the_same()
                    throws Exception {
        ProcessHandle abandoned;
        try (LaunchedCrm first = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            first.openPromoter(first.oneTimePasswords().getFirst());

            try (LaunchedCrm second = LaunchedCrm.start(directory, "embedded")) {
                assertThat(second.exitCode()).as(second.printed()).isNotZero();
                assertThat(second.printed())
                        .contains("Another Wuwei (process " + first.pid() + ")")
                        .contains(directory.resolve("data").toString());
            }
            first.registerLead("未受打扰的项目");
            abandoned = server().orElseThrow();

            first.kill();
        }
        assertThat(abandoned.isAlive())
                .as("the database outlives a killed application")
                .isTrue();

        try (LaunchedCrm next = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            assertThat(next.oneTimePasswords()).as("nothing begins anew").isEmpty();
            assertThat(server().orElseThrow().pid()).isNotEqualTo(abandoned.pid());
            assertThat(next.projects()).containsOnlyOnce("未受打扰的项目\"");
            next.registerLead("接着来的项目");
            assertThat(next.projects()).contains("接着来的项目");
        }

        try (LaunchedCrm rebuilding = LaunchedCrm.start(directory, "embedded", "--wuwei.rebuild=project,timeline")) {
            assertThat(rebuilding.exitCode()).as(rebuilding.printed()).isZero();
            assertThat(rebuilding.printed()).doesNotContain("The live table differed");
        }
        assertThat(server()).as("it takes its database down with it").isEmpty();
    }

    @Test
    void a_server_of_ones_own_needs_no_more_than_the_owner_of_a_database() throws Exception {
        String url = TestPostgres.newDatabase();
        String database = url.substring(url.lastIndexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(
                        url,
                        TestPostgres.server().username(),
                        TestPostgres.server().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create role plain login nosuperuser nocreatedb nocreaterole password 'plain'");
            statement.execute("alter database " + database + " owner to plain");
        }
        try (LaunchedCrm crm = LaunchedCrm.start(
                        directory,
                        "postgres",
                        "--wuwei.database.url=" + url,
                        "--wuwei.database.username=plain",
                        "--wuwei.database.password=plain",
                        "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                .awaitGreeting()) {
            crm.openPromoter(crm.oneTimePasswords().getFirst());
            crm.registerLead("别处的项目");
            assertThat(crm.projects()).contains("别处的项目");
            assertThat(directory.resolve("data/postgres")).doesNotExist();
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path lock = directory.resolve("data/postgres/postmaster.pid");
        return Files.exists(lock)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst()))
                : Optional.empty();
    }
}
