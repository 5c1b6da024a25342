package dev.wuwei.crm.projections.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * What the handlers of one read model do within one transaction. Bound to a search path by its DataSource: the live one, or
 * that of a rebuild.
 */
public final class Batch {
    /** Of each of some forty tables, so that all of them together fill half of the heap at most. */
    static final int ROOM = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 100_000, 1000, 200_000);

    private final DataSource dataSource;
    private final boolean startsEmpty;
    private final int room;
    private final Map<Table<?, ?>, Rows<?, ?>> rows = new LinkedHashMap<>();
    private final Map<Class<?>, Object> attachments = new LinkedHashMap<>();
    private final List<Consumer<Connections>> leaving = new ArrayList<>();
    private FutureTask<Void> left;

    Batch(DataSource dataSource, boolean startsEmpty) {
        this(dataSource, startsEmpty, ROOM);
    }

    Batch(DataSource dataSource, boolean startsEmpty, int room) {
        this.dataSource = dataSource;
        this.startsEmpty = startsEmpty;
        this.room = room;
    }

    @SuppressWarnings("unchecked") // a table is only ever mapped to its own rows
    public <K, R> Rows<K, R> rows(Table<K, R> table) {
        Rows<?, ?> known = rows.get(table);
        return (Rows<K, R>) (known != null ? known : rows.computeIfAbsent(table, wanted -> new Rows<>(table, this)));
    }

    /** What the handlers of one model keep in memory beside the rows, for as long as the batch lasts. */
    public <T> T attachment(Class<T> type, Supplier<T> make) {
        return type.cast(attachments.computeIfAbsent(type, wanted -> make.get()));
    }

    /** Plain SQL in the same transaction and search path. It sees changed rows only after {@link #flush}. */
    public JdbcClient jdbc() {
        settle();
        return JdbcClient.create(dataSource);
    }

    /** Writes what was changed so far; called once at the end of the batch by itself. */
    public void flush() {
        rows.values().forEach(Rows::flush);
    }

    /** @return what writes the rows changed so far, table by table, most rows first; the tables may be written side by side */
    Stream<Consumer<Connections>> flushes() {
        return rows.values().stream()
                .filter(each -> each.unwritten() > 0)
                .sorted(Comparator.comparingInt((Rows<?, ?> each) -> each.unwritten())
                        .reversed())
                .map(each -> each::flush);
    }

    /** A write that another hand may do. It is done before anything is asked of the database here. */
    void leave(Consumer<Connections> write) {
        leaving.add(write);
    }

    /**
     * @param connections where another hand writes
     * @return what was left to be written since the last time, to be run by any hand; nothing when there is nothing
     */
    Optional<Runnable> left(Connections connections) {
        await(left);
        left = null;
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        List<Consumer<Connections>> writes = List.copyOf(leaving);
        leaving.clear();
        FutureTask<Void> task = new FutureTask<>(() -> {
            writes.forEach(write -> write.accept(connections));
            return null;
        });
        left = task;
        return Optional.of(() -> await(task));
    }

    private void settle() {
        await(left);
        left = null;
        leaving.forEach(write -> write.accept(this::onConnection));
        leaving.clear();
    }

    /** Whoever comes first does it; whoever comes later waits. */
    private static void await(FutureTask<Void> task) {
        if (task == null) {
            return;
        }
        task.run();
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while rows were written", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** @return how many things of half a kilobyte, such as rows of one table, may be kept in memory; of larger ones fewer */
    public int room() {
        return room;
    }

    boolean exceedsRoom() {
        return rows.values().stream().anyMatch(each -> each.exceeds(room));
    }

    void shrinkToRoom() {
        rows.values().forEach(each -> each.shrinkTo(room));
    }

    /** @return whether the tables held nothing when this began, as in a rebuild: what is not in memory need not be looked for */
    public boolean startsEmpty() {
        return startsEmpty;
    }

    /** For this transaction only. */
    void commitWithoutWaiting() {
        withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit to off");
            }
        });
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface ConnectionWork {
        void on(Connection connection) throws SQLException;
    }

    /** Where there is a connection to work on. */
    @FunctionalInterface
    interface Connections {
        void with(ConnectionWork work);
    }

    /**
     * On the connection of the transaction.
     *
     * @throws DataAccessException when the database refuses
     */
    public void withConnection(ConnectionWork work) {
        settle();
        onConnection(work);
    }

    private void onConnection(ConnectionWork work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            work.on(connection);
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static RuntimeException translated(SQLException e) {
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate("read model", null, e);
        return translated != null ? translated : new IllegalStateException(e);
    }
}
