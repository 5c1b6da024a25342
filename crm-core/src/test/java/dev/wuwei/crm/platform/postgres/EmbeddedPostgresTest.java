package dev.wuwei.crm.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path BINARIES = TestPostgres.BINARIES;

    @TempDir
    Path data;

    @Test
    void keeps_data_over_a_restart() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, BINARIES, 0)) {
                execute(first, "create table kept (x int)", "insert into kept values (42)");
            }
            try (EmbeddedPostgres second = EmbeddedPostgres.start(directory, BINARIES, 0)) {
                assertThat(query(second, "select x from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void stops_a_server_that_outlived_its_application() throws Exception {
        EmbeddedPostgres abandoned;
        try (DataDirectory directory = DataDirectory.open(data)) {
            abandoned = EmbeddedPostgres.start(directory, BINARIES, 0);
            execute(abandoned, "create table kept (x int)", "insert into kept values (1)");
        }
        long old = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedPostgres next = EmbeddedPostgres.start(directory, BINARIES, 0)) {
            assertThat(query(next, "select x from kept")).isEqualTo("1");
            assertThat(ProcessHandle.of(old).flatMap(process -> process.info().command()))
                    .as("the old server runs no more")
                    .isEmpty();
        }
    }

    @Test
    void recovers_after_the_server_itself_was_killed() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedPostgres killed = EmbeddedPostgres.start(directory, BINARIES, 0);
            execute(killed, "create table kept (x int)", "insert into kept values (7)");
            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                    .getFirst()))
                    .orElseThrow();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
            try (EmbeddedPostgres next = EmbeddedPostgres.start(directory, BINARIES, 0)) {
                assertThat(query(next, "select x from kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void a_lock_whose_number_now_belongs_to_another_process_does_not_stop_the_start() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedPostgres.start(directory, BINARIES, 0).close();
            Files.writeString(
                    data.resolve("postgres/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n1\n5432\n\n\n");
            try (EmbeddedPostgres next = EmbeddedPostgres.start(directory, BINARIES, 0)) {
                assertThat(query(next, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_second_application_on_the_same_directory_says_so_and_leaves() {
        try (DataDirectory held = DataDirectory.open(data)) {
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining(
                            "Another Wuwei (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(held.root().toString());
        }
        DataDirectory.open(data).close();
    }

    @Test
    void refuses_a_cluster_of_another_major_version_and_leaves_it_alone() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        try (DataDirectory directory = DataDirectory.open(data)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, BINARIES, 0))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("PostgreSQL 17");
        }
        assertThat(data.resolve("postgres")).isDirectoryContaining("glob:**PG_VERSION");
    }

    @Test
    void asks_for_a_password_that_only_the_owner_may_read() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, BINARIES, 0)) {
            Path secret = data.resolve("secrets/database-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guess")
                            .close())
                    .hasMessageContaining("password authentication failed");
            assertThat(query(postgres, "select setting from pg_settings where name = 'listen_addresses'"))
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void never_trades_durability_for_speed() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, BINARIES, 0)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(query(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(postgres, "select datlocale from pg_database where datname = 'wuwei'"))
                    .isEqualTo("C.UTF-8");
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws Exception {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws Exception {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws Exception {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
