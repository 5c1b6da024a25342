package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.platform.postgres.Migrations;
import dev.wuwei.crm.projections.support.Batch.ConnectionWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The second schema: the tables of the read models once more, filled without their indexes, which are made when all is in.
 * One connection, its own transactions.
 */
final class GreenSchema implements AutoCloseable {
    private static final String GREEN = "rm_green";
    private static final String FORMER = "rm_former";
    private static final String BLUE = Migrations.READ_MODELS;
    private static final long LOCK = 0x77757765695f726dL;
    private static final int ATTEMPTS = 30;
    private static final int PATIENT = 20;

    /**
     * Nothing is lost that history does not give again; indexes are made side by side as it is; a tenth of the usual
     * sample is enough to choose an index by, and sorting samples is most of what analysing costs.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "synchronous_commit", "off",
            "maintenance_work_mem", "128MB",
            "max_parallel_maintenance_workers", "0",
            "default_statistics_target", "10");

    /** What is made when its table is filled. Indexes of a table may be made at the same time, constraints may not. */
    private record Deferred(String table, String statement, boolean constraint) {}

    /** Rows and a sum over their hashes, which does not mind their order. */
    record Sum(long rows, String hash) {}

    private final DataSource pool;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final List<Connection> lanes = new ArrayList<>();
    private final Queue<Connection> spare = new ConcurrentLinkedQueue<>();
    private final List<Deferred> deferred = new ArrayList<>();
    private final List<String> tables;
    private boolean locked;

    private GreenSchema(DataSource pool, Connection connection, Collection<ReadModel> models) {
        this.pool = pool;
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.tables =
                models.stream().flatMap(model -> model.tableNames().stream()).toList();
    }

    /** @return live tables, what they are parts of, and what is part of them */
    private static List<String> family(JdbcClient jdbc, List<String> tables) {
        return jdbc.sql("""
                        with recursive mine as (
                            select c.oid from pg_class c
                            where c.relnamespace = cast(:live as regnamespace) and c.relname = any(:tables)
                            union
                            select case when i.inhparent = mine.oid then i.inhrelid else i.inhparent end
                            from mine join pg_inherits i on mine.oid in (i.inhparent, i.inhrelid))
                        select c.relname from mine join pg_class c on c.oid = mine.oid
                        where c.relkind in ('r', 'p') order by 1""")
                .param("live", BLUE)
                .param("tables", tables.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    static GreenSchema create(DataSource pool, Collection<ReadModel> models) {
        try {
            Connection connection = pool.getConnection();
            GreenSchema green = new GreenSchema(pool, connection, models);
            try {
                green.prepare(models);
                return green;
            } catch (RuntimeException | SQLException e) {
                try (green) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No place for a rebuild", e);
        }
    }

    private void prepare(Collection<ReadModel> models) throws SQLException {
        if (!jdbc.sql("select pg_try_advisory_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("Another application on this database is rebuilding");
        }
        locked = true;
        execute("drop schema if exists " + GREEN + " cascade");
        execute("drop schema if exists " + FORMER + " cascade");
        List<String> made = new ArrayList<>(List.of("create schema " + GREEN, "create schema " + FORMER));
        // Read while the live schema is the one on the path, so that no definition names it.
        List<String> family = family(jdbc, tables);
        made.addAll(definitions(family));
        Set<String> appended = models.stream()
                .flatMap(model -> model.tables().stream())
                .filter(table -> table.appendOnly() && !table.lookedUp())
                .map(Table::name)
                .collect(Collectors.toSet());
        List<String> keys = keysAndIndexes(family, appended);
        connection.setAutoCommit(false);
        execute(String.join(";", made));
        enter(connection);
        execute(String.join(";", keys));
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The live tables again, without keys and indexes. */
    private List<String> definitions(List<String> family) {
        return jdbc.sql("""
                        select format(
                            'create table %1$I.%2$I (like %2$I including defaults including generated including constraints'
                                || ' including statistics including storage including compression)'
                                || coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
                                || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
                                || case when c.relispartition
                                    then '; alter table %1$I.%3$I attach partition %1$I.%2$I %4$s' else '' end,
                            :green, c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid))
                            || coalesce((
                                select string_agg(format('; alter table %I.%I alter column %I set statistics %s',
                                    :green, c.relname, a.attname, a.attstattarget), '')
                                from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0), '')
                        from pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
                        where c.relnamespace = cast(:live as regnamespace) and c.relname = any(:family)
                        order by c.relispartition, c.relname""")
                .param("green", GREEN)
                .param("live", BLUE)
                .param("family", family.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /**
     * @param appended tables of which no row is looked for before all are in
     * @return what makes those that are needed while the tables are filled; the others are deferred
     */
    private List<String> keysAndIndexes(List<String> family, Set<String> appended) {
        List<String> now = new ArrayList<>();
        jdbc.sql("""
                        select c.relname,
                            format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)),
                            true,
                            k.contype = 'x' and c.relname = any(:tables) or k.contype = 'p' and c.relname = any(:appended)
                        from pg_constraint k join pg_class c on c.oid = k.conrelid
                        where c.relnamespace = cast(:live as regnamespace) and c.relname = any(:family)
                          and k.contype in ('p', 'u', 'x') and k.conparentid = 0
                        union all
                        select c.relname, pg_get_indexdef(i.oid, 0, true), false,
                            not x.indisunique and c.relname = any(:tables) or c.relname = any(:appended)
                        from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
                        where c.relnamespace = cast(:live as regnamespace) and c.relname = any(:family)
                          and not i.relispartition and not exists (select from pg_constraint k where k.conindid = i.oid)
                        union all
                        select c.relname,
                            replace(pg_get_triggerdef(t.oid, true), 'EXECUTE FUNCTION ', 'EXECUTE FUNCTION ' || :live || '.'),
                            true, true
                        from pg_trigger t join pg_class c on c.oid = t.tgrelid
                        where c.relnamespace = cast(:live as regnamespace) and c.relname = any(:tables) and not t.tgisinternal""")
                .param("live", BLUE)
                .param("tables", tables.toArray(String[]::new))
                .param("family", family.toArray(String[]::new))
                .param("appended", appended.toArray(String[]::new))
                .query(row -> {
                    if (row.getBoolean(4)) {
                        deferred.add(new Deferred(row.getString(1), row.getString(2), row.getBoolean(3)));
                    } else {
                        now.add(row.getString(2));
                    }
                });
        return now;
    }

    /** A connection of one read model's own to the new tables, so that read models are filled beside one another. */
    final class Lane {
        private final Connection connection;
        private final DataSource dataSource;

        private Lane(Connection connection) {
            this.connection = connection;
            this.dataSource = new SingleConnectionDataSource(connection, true);
        }

        DataSource dataSource() {
            return dataSource;
        }

        JdbcClient jdbc() {
            return JdbcClient.create(dataSource);
        }

        /** Runs queries on one snapshot of everything. */
        <T> T inSnapshot(Supplier<T> queries) {
            try {
                connection.commit();
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try {
                    return queries.get();
                } finally {
                    connection.commit();
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Sum sumOfLive(String table) {
            return sumOf(jdbc(), BLUE + "." + table);
        }

        void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Makes what was left out, table by table: constraints, then indexes, then what lets the planner know what it deals with.
     * What takes longest is begun first, so that no hand is idle at the end.
     */
    CompletableFuture<Void> finish(Executor hands) {
        return all(largestFirst()
                .map(table -> doing(
                                deferred(table, true).map(Deferred::statement).toList(), hands)
                        .thenCompose(done ->
                                all(deferred(table, false).map(index -> doing(List.of(index.statement()), hands))))
                        .thenCompose(done -> doing(List.of("analyze " + table), hands))));
    }

    private CompletableFuture<Void> doing(List<String> statements, Executor hands) {
        return CompletableFuture.runAsync(() -> executeApart(statements), hands);
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    private Stream<Deferred> deferred(String table, boolean constraint) {
        return deferred.stream()
                .filter(each -> each.constraint() == constraint && each.table().equals(table));
    }

    private Stream<String> largestFirst() {
        return jdbc
                .sql("""
                        select relname from pg_class
                        where relnamespace = cast(:green as regnamespace) and relname = any(:tables)
                        order by pg_table_size(oid) desc, relname""")
                .param("green", GREEN)
                .param("tables", tables.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream();
    }

    Sum sum(String table) {
        return ask(jdbc -> sumOf(jdbc, GREEN + "." + table));
    }

    /** On a connection that nothing else uses meanwhile. */
    <T> T ask(Function<JdbcClient, T> question) {
        return onSpareConnection(
                connection -> question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true))));
    }

    private static Sum sumOf(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*), coalesce(sum(hash_record_extended(t, 0)), 0)::text from " + table + " t")
                .query((row, number) -> new Sum(row.getLong(1), row.getString(2)))
                .single();
    }

    private void executeApart(List<String> statements) {
        apart(connection -> {
            for (String statement : statements) {
                execute(connection, statement);
            }
        });
    }

    /** On a connection that nothing else uses meanwhile, in a transaction of its own for each statement. */
    void apart(ConnectionWork work) {
        onSpareConnection(connection -> {
            work.on(connection);
            return null;
        });
    }

    /** What is done on a connection that nothing else uses meanwhile. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onSpareConnection(Work<T> work) {
        try {
            Connection connection = spare.poll();
            if (connection == null) {
                connection = pool.getConnection();
                enter(connection);
            }
            try {
                return work.on(connection);
            } finally {
                spare.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The new tables cannot be finished", e);
        }
    }

    Lane lane() {
        try {
            Connection lane = pool.getConnection();
            lanes.add(lane);
            enter(lane);
            lane.setAutoCommit(false);
            return new Lane(lane);
        } catch (SQLException e) {
            throw new IllegalStateException("No connection for a rebuild", e);
        }
    }

    private static void enter(Connection connection) throws SQLException {
        // By SET the driver would forget what it has prepared on the connection, and read payloads as text the next
        // time.
        execute(connection, "select set_config('search_path', '" + GREEN + ", public', false)");
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            execute(connection, "set " + setting.getKey() + " to '" + setting.getValue() + "'");
        }
    }

    private static void leave(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, "reset search_path");
            for (String setting : SETTINGS.keySet()) {
                execute(connection, "reset " + setting);
            }
        }
    }

    /** Puts the new tables into the place of the live ones, in the caller's transaction. Queries wait a moment at most. */
    void swapIn(List<String> swapped) {
        JdbcClient caller = JdbcClient.create(pool);
        List<String> moved = family(caller, swapped);
        // Nobody reads the new ones yet, except that the server may be tidying them up.
        caller.sql("set local lock_timeout to '20s'").update();
        lock(caller, GREEN, moved);
        for (int attempt = 1; ; attempt++) {
            caller.sql("savepoint before_swap").update();
            // Whoever waits for a lock makes everybody after him wait, so short at first.
            caller.sql("set local lock_timeout to '" + (attempt < PATIENT ? 100 : 2000) + "ms'")
                    .update();
            try {
                lock(caller, BLUE, moved);
                break;
            } catch (DataAccessException e) {
                caller.sql("rollback to savepoint before_swap").update();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        for (String table : moved) {
            caller.sql("alter table " + BLUE + "." + table + " set schema " + FORMER)
                    .update();
        }
        for (String table : moved) {
            caller.sql("alter table " + GREEN + "." + table + " set schema " + BLUE)
                    .update();
        }
    }

    private static void lock(JdbcClient caller, String schema, List<String> moved) {
        caller.sql("lock table "
                        + moved.stream().map(table -> schema + "." + table).collect(Collectors.joining(", "))
                        + " in access exclusive mode")
                .update();
    }

    private void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            lanes.addAll(spare);
            for (Connection lane : lanes) {
                leave(lane);
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (locked) {
                execute("drop schema if exists " + GREEN + " cascade");
                execute("drop schema if exists " + FORMER + " cascade");
                jdbc.sql("select pg_advisory_unlock(?)")
                        .param(LOCK)
                        .query(Boolean.class)
                        .single();
            }
            leave(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The second schema of a rebuild cannot be removed", e);
        }
    }
}
