package dev.wuwei.crm.platform.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings both schemas up to date: {@code es} is history and never rebuilt, {@code rm} can be made again from it. */
public final class Migrations {
    public static final String EVENT_STORE = "es";
    public static final String READ_MODELS = "rm";

    private Migrations() {}

    public static void migrate(DataSource dataSource) {
        migrate(dataSource, EVENT_STORE);
        migrate(dataSource, READ_MODELS);
    }

    /** Makes the tables of the read models once more, empty, in a schema of their own. */
    public static void migrateReadModels(DataSource dataSource, String schema) {
        migrate(dataSource, READ_MODELS, schema);
    }

    private static void migrate(DataSource dataSource, String schema) {
        migrate(dataSource, schema, schema);
    }

    private static void migrate(DataSource dataSource, String location, String schema) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + location)
                .table("schema_history")
                .validateMigrationNaming(true)
                .load();
        if (location.equals(READ_MODELS)) {
            // A script that once forgot that a rebuild runs it too was put right; its sum in an older database is the
            // old one.
            flyway.repair();
        }
        flyway.migrate();
    }
}
