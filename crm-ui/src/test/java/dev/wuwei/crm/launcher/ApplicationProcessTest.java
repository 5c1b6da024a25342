package dev.wuwei.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The application as a process: its first start, its end, and a server of one's own. */
class ApplicationProcessTest {
    private static final String PASSWORD = "correct horse 2026";
    private static final String EVERYTHING = "/api/v1/projects?size=100";

    /** SIGTERM, as a shell counts it. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    @Test
    void shows_a_password_once_takes_commands_and_takes_its_database_down_with_it() throws Exception {
        try (LaunchedCrm crm = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            assertThat(crm.oneTimePasswords()).as("shown once").hasSize(1);
            String admin = crm.oneTimePasswords().getFirst();
            assertThat(crm.get(EVERYTHING, "admin", admin + "x").statusCode()).isEqualTo(401);
            openPromoter(crm, admin);
            registerLead(crm, "第一个项目");
            assertThat(asSeen(crm)).contains("第一个项目");
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
            openPromoter(first, first.oneTimePasswords().getFirst());

            try (LaunchedCrm second = LaunchedCrm.start(directory, "embedded")) {
                assertThat(second.exitCode()).as(second.printed()).isNotZero();
                assertThat(second.printed())
                        .contains("Another Wuwei (process " + first.pid() + ")")
                        .contains(directory.resolve("data").toString());
            }
            registerLead(first, "未受打扰的项目");
            abandoned = server().orElseThrow();

            first.kill();
        }
        assertThat(abandoned.isAlive())
                .as("the database outlives a killed application")
                .isTrue();

        try (LaunchedCrm next = LaunchedCrm.start(directory, "embedded").awaitGreeting()) {
            assertThat(next.oneTimePasswords()).as("nothing begins anew").isEmpty();
            assertThat(server().orElseThrow().pid()).isNotEqualTo(abandoned.pid());
            assertThat(asSeen(next)).containsOnlyOnce("未受打扰的项目\"");
            registerLead(next, "接着来的项目");
            assertThat(asSeen(next)).contains("接着来的项目");
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
            openPromoter(crm, crm.oneTimePasswords().getFirst());
            registerLead(crm, "别处的项目");
            assertThat(asSeen(crm)).contains("别处的项目");
            assertThat(directory.resolve("data/postgres")).doesNotExist();
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path lock = directory.resolve("data/postgres/postmaster.pid");
        return Files.exists(lock)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst()))
                : Optional.empty();
    }

    private static String asSeen(LaunchedCrm crm) throws Exception {
        HttpResponse<String> answer = crm.get(EVERYTHING, "zhuanyuan", PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        // Not the whole answer: it says when it was given.
        return new JsonMapper().readTree(answer.body()).path("rows").toString();
    }

    private static void openPromoter(LaunchedCrm crm, String admin) throws Exception {
        accepted(crm.command("staff.OpenAccount", "admin", admin, """
                {"username": "zhuanyuan", "name": "招商专员", "roles": ["PROMOTER"], "parkCodes": [],
                 "password": "%s", "occurredOn": "2023-01-04"}
                """.formatted(PASSWORD)));
    }

    private static void registerLead(LaunchedCrm crm, String name) throws Exception {
        String investor =
                accepted(crm.command("investor.RegisterInvestor", "zhuanyuan", PASSWORD, """
                {"legalName": "%s公司", "regionCode": "440000", "kind": "PRIVATE", "occurredOn": "2023-03-01"}
                """.formatted(name)));
        accepted(crm.command("lead.RegisterLead", "zhuanyuan", PASSWORD, """
                {"details": {"name": "%s", "investorId": "%s", "sourceCode": "visit", "methodCode": "industry-chain",
                 "regionCode": "440000", "industryCode": "textile", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "1000", "currency": "CNY", "unit": "万元"},
                 "landNeed": {"value": "120", "unit": "亩"}, "summary": "来电"},
                 "parkCode": "liangchan", "occurredOn": "2023-03-02"}
                """.formatted(name, investor)));
    }

    private static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).path("id").asString("");
    }
}
