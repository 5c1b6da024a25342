package dev.wuwei.crm.platform.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings both schemas up to date: {@code es} is history and never rebuilt, {@code rm} can be made again from it. */
public final class Migrations {
    public static final String EVENT_STORE = "es";
    public static final String READ_MODELS = "rm";

    private Migrations() {}

    public static void migrate(DataSource dataSource) {
        migrate(dataSource, EVENT_STORE);
        migrate(dataSource, READ_MODELS);
    }

    private static void migrate(DataSource dataSource, String schema) {
        Flyway flyway = configured(schema, schema).dataSource(dataSource).load();
        if (schema.equals(READ_MODELS)) {
            // A script was put right after it had run; its sum in an older database is the old one.
            flyway.repair();
        }
        flyway.migrate();
    }

    private static FluentConfiguration configured(String location, String schema) {
        return Flyway.configure()
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + location)
                .table("schema_history")
                .validateMigrationNaming(true);
    }
}
