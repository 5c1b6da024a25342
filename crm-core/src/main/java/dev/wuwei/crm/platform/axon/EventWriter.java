package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.platform.postgres.SingleStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;

/**
 * Adds rows to {@code es.domain_event}. What commands append at the same time is written with one statement and one commit:
 * whoever comes while {@link #WRITERS} threads are writing waits, and the next writer takes along all that wait. A lone
 * caller is never held back, and nobody is answered before the commit.
 */
final class EventWriter {
    static final int ROWS_AT_ONCE = 200;

    /** Two: while one waits for the disk, the other gathers. A row that must wait for another node's never stops both. */
    private static final int WRITERS = 2;

    private static final String INTO = "insert into es.domain_event (event_identifier, aggregate_identifier,"
            + " sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data) ";
    private static final String ONE = INTO + "values (?,?,?,?,?,?,?,?,?) returning global_index";
    /** The same text for any number of rows, so that it is prepared once. */
    private static final String SEVERAL = INTO + "select * from unnest (?::text[], ?::text[], ?::bigint[], ?::text[],"
            + " ?::text[]::timestamptz[], ?::text[], ?::text[], ?::bytea[], ?::bytea[]) returning global_index";

    private static final String RESOLUTION_UNKNOWN = "08007";

    /** Classes of states: data exceptions, violated constraints, deadlocks. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "40");

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Append> waiting = new ArrayDeque<>();
    private int writers;

    /** An event as it is stored. */
    record Row(DomainEventMessage<?> event, SerializedObject<byte[]> payload, SerializedObject<byte[]> metaData) {}

    /** The events of one command: all of them are stored or none. */
    private final class Append {
        private final List<Row> rows;
        private final Condition changed = lock.newCondition();
        private boolean taken;
        private boolean done;
        private long[] positions;
        private SQLException failure;

        Append(List<Row> rows) {
            this.rows = rows;
        }

        long[] outcome() throws SQLException {
            if (failure != null) {
                throw failure;
            }
            if (positions == null) {
                throw new SQLException(
                        "The thread that wrote these events failed; whether they are stored is not known",
                        RESOLUTION_UNKNOWN);
            }
            return positions;
        }
    }

    /**
     * Adds rows as a part of the connection's transaction.
     *
     * @return their positions, in order
     */
    long[] write(Connection connection, List<Row> rows) throws SQLException {
        long[] positions = new long[rows.size()];
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            long[] written = some.size() == 1 ? insertOne(connection, some.getFirst()) : insert(connection, some);
            System.arraycopy(written, 0, positions, from, written.length);
        }
        return positions;
    }

    /**
     * Adds rows and commits them.
     *
     * @param connection with a transaction that has sent nothing yet and will send nothing more
     * @return their positions, in order
     */
    long[] writeAndCommit(Connection connection, List<Row> rows) throws SQLException {
        Append own = new Append(rows);
        List<Append> group = joinOrLead(own);
        if (!group.isEmpty()) {
            try {
                writeAndCommitAll(connection, group);
            } finally {
                passOn(group);
            }
        }
        return own.outcome();
    }

    /** @return how many wait for a writer */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** @return what this thread is to write, its own first; empty when another thread has written its own */
    private List<Append> joinOrLead(Append own) {
        lock.lock();
        try {
            waiting.addLast(own);
            while (!own.done && (own.taken || writers == WRITERS)) {
                own.changed.awaitUninterruptibly();
            }
            if (own.done) {
                return List.of();
            }
            writers++;
            return takeWaiting(own);
        } finally {
            lock.unlock();
        }
    }

    private List<Append> takeWaiting(Append own) {
        List<Append> group = new ArrayList<>();
        waiting.remove(own);
        int rows = 0;
        for (Append next = own; next != null; next = waiting.pollFirst()) {
            next.taken = true;
            group.add(next);
            rows += next.rows.size();
            if (waiting.isEmpty() || rows + waiting.getFirst().rows.size() > ROWS_AT_ONCE) {
                break;
            }
        }
        return group;
    }

    private void passOn(List<Append> group) {
        lock.lock();
        try {
            writers--;
            for (Append append : group) {
                append.done = true;
                append.changed.signal();
            }
            if (!waiting.isEmpty()) {
                waiting.getFirst().changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void writeAndCommitAll(Connection connection, List<Append> group) {
        try {
            List<Row> all = new ArrayList<>();
            group.forEach(append -> all.addAll(append.rows));
            long[] positions = SingleStatement.run(connection, same -> write(same, all));
            int from = 0;
            for (Append append : group) {
                append.positions = Arrays.copyOfRange(positions, from, from += append.rows.size());
            }
        } catch (SQLException e) {
            if (group.size() > 1 && isRefused(e)) {
                group.forEach(append -> writeAndCommitAll(connection, List.of(append)));
            } else {
                group.forEach(append -> append.failure = e);
            }
        }
    }

    /** Nothing was stored for sure, and it may be due to one of the group only. */
    private static boolean isRefused(SQLException e) {
        return e.getSQLState() != null && REFUSALS.contains(e.getSQLState().substring(0, 2));
    }

    private static long[] insertOne(Connection connection, Row row) throws SQLException {
        DomainEventMessage<?> event = row.event();
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setString(1, event.getIdentifier());
            statement.setString(2, event.getAggregateIdentifier());
            statement.setLong(3, event.getSequenceNumber());
            statement.setString(4, event.getType());
            statement.setObject(5, OffsetDateTime.ofInstant(event.getTimestamp(), ZoneOffset.UTC));
            statement.setString(6, row.payload().getType().getName());
            statement.setString(7, row.payload().getType().getRevision());
            statement.setBytes(8, row.payload().getData());
            statement.setBytes(9, row.metaData().getData());
            return positions(statement, 1);
        }
    }

    private static long[] insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEVERAL)) {
            texts(statement, 1, rows, row -> row.event().getIdentifier());
            texts(statement, 2, rows, row -> row.event().getAggregateIdentifier());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            rows.stream()
                                    .map(row -> row.event().getSequenceNumber())
                                    .toArray(Long[]::new)));
            texts(statement, 4, rows, row -> row.event().getType());
            texts(statement, 5, rows, row -> row.event().getTimestamp().toString());
            texts(statement, 6, rows, row -> row.payload().getType().getName());
            texts(statement, 7, rows, row -> row.payload().getType().getRevision());
            bytes(statement, 8, rows, row -> row.payload().getData());
            bytes(statement, 9, rows, row -> row.metaData().getData());
            return positions(statement, rows.size());
        }
    }

    private static void texts(PreparedStatement statement, int index, List<Row> rows, Function<Row, String> text)
            throws SQLException {
        String[] texts = rows.stream().map(text).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    }

    private static void bytes(PreparedStatement statement, int index, List<Row> rows, Function<Row, byte[]> bytes)
            throws SQLException {
        byte[][] all = rows.stream().map(bytes).toArray(byte[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("bytea", all));
    }

    private static long[] positions(PreparedStatement statement, int rows) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            long[] positions = new long[rows];
            for (int i = 0; result.next(); i++) {
                positions[i] = result.getLong(1);
            }
            return positions;
        }
    }
}
