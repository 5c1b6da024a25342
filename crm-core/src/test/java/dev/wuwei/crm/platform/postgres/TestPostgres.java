package dev.wuwei.crm.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL for all tests of a JVM, stopped and removed when it ends; each caller gets a database of its own.
 */
public final class TestPostgres {
    /** Kept between test runs, so that the server is unpacked once. */
    public static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "wuwei-test-postgres-" + System.getProperty("user.name"));

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestPostgres() {}

    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                Path data = Files.createTempDirectory("wuwei-test-");
                DataDirectory directory = DataDirectory.open(data);
                server = EmbeddedPostgres.start(directory, BINARIES, 0);
                // After the applications, which otherwise wait in vain for a server that has gone before them.
                SpringApplication.getShutdownHandlers().add(() -> {
                    server.close();
                    directory.close();
                    try {
                        FileSystemUtils.deleteRecursively(data);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** @return the JDBC address of a new, empty database; user and password are those of {@link #server()} */
    public static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(server().jdbcUrl(), server().username(), server().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server().jdbcUrl().replaceAll("/wuwei$", "/" + name);
    }

    /** @return a pool on a new database with both schemas migrated; close it when done */
    public static HikariDataSource migratedDataSource() {
        HikariDataSource dataSource =
                DatabaseConfiguration.pool(newDatabase(), server().username(), server().password(), 20);
        Migrations.migrate(dataSource);
        return dataSource;
    }

    /** @return a pool on a new, empty database; close it when done */
    public static DataSource emptyDataSource() {
        return DatabaseConfiguration.pool(newDatabase(), server().username(), server().password(), 4);
    }
}
