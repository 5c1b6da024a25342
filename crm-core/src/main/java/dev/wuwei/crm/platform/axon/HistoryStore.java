package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.platform.postgres.SingleStatement;
import dev.wuwei.crm.shared.CommandResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * {@code es.domain_event}. At most one insert per command, which answers the positions; one query per look at the tail.
 *
 * <p>Positions become visible out of order. A reader's token keeps the positions it has passed without seeing them, until
 * they are <em>settled</em>: known to be taken or lost for good. The engine this extends calls a gap lost when the events
 * around it are a minute old by their own timestamps, which loses events that are recorded in the past (imports, demo
 * data) and every event of a transaction longer than that; so settlement is worked out from the transactions instead.
 */
final class HistoryStore extends JdbcEventStorageEngine {
    /** A transaction has its number of the sequence a moment before it counts as running. */
    private static final long SETTLE_NANOS = 5_000_000_000L;

    private static final int FARTHEST_GAP = 1_000_000;

    private static final String COLUMNS = "global_index, event_identifier, aggregate_identifier, sequence_number, type,"
            + " time_stamp, payload_type, payload_revision, payload, meta_data";
    private static final String AFTER =
            "select " + COLUMNS + " from es.domain_event where global_index > ? order by global_index limit ?";
    /**
     * What has filled a gap, and what is new, in one statement and so on one snapshot: a commit between two of them could
     * show the last event of a command before its first, which has filled a gap.
     */
    private static final String IN_GAPS_AND_AFTER =
            "select * from ((select " + COLUMNS + " from es.domain_event where global_index = any (?)) union all ("
                    + AFTER + ")) seen order by global_index";

    /** @param next the first transaction that had not begun @param oldest the oldest that was still running */
    private record Mark(long position, long next, long oldest, long takenAt) {}

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final EventUpcaster upcasters;
    private final Trail trail;
    private final EventWriter writer = new EventWriter();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private volatile long settled;

    HistoryStore(
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer events,
            EventUpcaster upcasters,
            PersistenceExceptionResolver exceptions,
            Trail trail) {
        super(JdbcEventStorageEngine.builder()
                .snapshotSerializer(events)
                .eventSerializer(events)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(exceptions)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(tables())
                .extendedGapCheckEnabled(false)
                .batchSize(1000));
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.upcasters = upcasters;
        this.trail = trail;
    }

    private static EventSchema tables() {
        return EventSchema.builder()
                .eventTable("es.domain_event")
                .snapshotTable("es.snapshot_event")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> {
            requireExpectedSequence(Dispatch.current(), events);
            boolean nothingElse = events.size() <= EventWriter.ROWS_AT_ONCE && isAllThatACommandDoes();
            // Before anything is written: new persons' keys are stored while the events are made into JSON.
            List<EventWriter.Row> rows = serialize(events, serializer);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                long[] positions = nothingElse && SingleStatement.isPossible(connection)
                        ? writer.writeAndCommit(connection, rows)
                        : writer.write(connection, rows);
                remember(events, positions);
            } catch (SQLException e) {
                handlePersistenceException(e, events.getFirst());
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            rememberAnswer();
        });
    }

    /** Not within a reader's or a batch's unit of work, where more follows and all of it counts or nothing. */
    private static boolean isAllThatACommandDoes() {
        Dispatch dispatch = Dispatch.current();
        return dispatch != null
                && dispatch.idempotency() == null
                && CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().isRoot()
                && CurrentUnitOfWork.get().getMessage() instanceof CommandMessage<?>;
    }

    private static List<EventWriter.Row> serialize(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<EventWriter.Row> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            rows.add(new EventWriter.Row(
                    (DomainEventMessage<?>) event,
                    event.serializePayload(serializer, byte[].class),
                    event.serializeMetaData(serializer, byte[].class)));
        }
        return rows;
    }

    private void remember(List<? extends EventMessage<?>> events, long[] positions) {
        Dispatch dispatch = Dispatch.current();
        for (int i = 0; i < positions.length; i++) {
            trail.appended(events.get(i), positions[i]);
            if (dispatch != null) {
                dispatch.appended().add(new Dispatch.Appended((DomainEventMessage<?>) events.get(i), positions[i]));
            }
        }
    }

    /** The sender decided on what it saw of the aggregate; if somebody was faster, it must look again. */
    private static void requireExpectedSequence(Dispatch dispatch, List<? extends EventMessage<?>> events) {
        if (dispatch == null || dispatch.expected() == null || hasAppendedToTarget(dispatch)) {
            return;
        }
        Dispatch.Expected expected = dispatch.expected();
        for (EventMessage<?> each : events) {
            if (each instanceof DomainEventMessage<?> event
                    && event.getAggregateIdentifier().equals(expected.aggregate())) {
                if (event.getSequenceNumber() != expected.sequence() + 1) {
                    throw new ConcurrencyException("Expected sequence " + expected.sequence() + " before "
                            + event.getSequenceNumber() + " of " + event.getAggregateIdentifier());
                }
                return;
            }
        }
    }

    private static boolean hasAppendedToTarget(Dispatch dispatch) {
        return dispatch.appended().stream()
                .anyMatch(each -> each.event()
                        .getAggregateIdentifier()
                        .equals(dispatch.expected().aggregate()));
    }

    /** In the same transaction as the events: either both are there or neither. */
    private void rememberAnswer() {
        Dispatch dispatch = Dispatch.current();
        if (dispatch == null
                || dispatch.idempotency() == null
                || dispatch.appended().isEmpty()) {
            return;
        }
        Dispatch.Idempotency idempotency = dispatch.idempotency();
        CommandResult answer = Answers.of(dispatch.appended(), null);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into es.idempotency_key (sender, key, command, body_hash, id, project_id, project_no, sequence,"
                        + " position, recorded_at) values (?,?,?,?,?,?,?,?,?,now())")) {
            statement.setString(1, idempotency.sender());
            statement.setString(2, idempotency.key());
            statement.setString(3, idempotency.command());
            statement.setBytes(4, idempotency.bodyHash());
            statement.setString(5, answer.id());
            statement.setString(
                    6, answer.projectId() == null ? null : answer.projectId().toString());
            statement.setString(7, answer.projectNo());
            statement.setLong(8, answer.sequence());
            statement.setLong(9, answer.position());
            statement.executeUpdate();
        } catch (SQLException e) {
            handlePersistenceException(e, dispatch.appended().getFirst().event());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** No snapshots: aggregates are short, and the ones in use are cached. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        GapAwareTrackingToken token = lastToken == null ? start() : (GapAwareTrackingToken) lastToken;
        long settledBefore = settled;
        List<Row> rows = new ArrayList<>();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            SortedSet<Long> gaps = token.getGaps();
            try (PreparedStatement statement =
                    connection.prepareStatement(gaps.isEmpty() ? AFTER : IN_GAPS_AND_AFTER)) {
                int next = 1;
                if (!gaps.isEmpty()) {
                    statement.setArray(next++, connection.createArrayOf("bigint", gaps.toArray()));
                }
                statement.setLong(next++, token.getIndex());
                statement.setInt(next, batchSize);
                read(statement, rows);
            }
        } catch (SQLException e) {
            throw new EventStoreException("Events after " + token + " cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        List<TrackedEventData<?>> result = new ArrayList<>(rows.size());
        for (Row row : rows) {
            token = advance(token, row.position(), settledBefore);
            result.add(new TrackedDomainEventData<>(token, row.event()));
        }
        return result;
    }

    private record Row(long position, GenericDomainEventEntry<byte[]> event) {}

    private static void read(PreparedStatement statement, List<Row> rows) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        row.getLong(1),
                        new GenericDomainEventEntry<>(
                                row.getString(5),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(2),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getString(7),
                                row.getString(8),
                                row.getBytes(9),
                                row.getBytes(10))));
            }
        }
    }

    static GapAwareTrackingToken start() {
        return GapAwareTrackingToken.newInstance(0, Collections.emptySortedSet());
    }

    /**
     * @param settledBefore what was settled before the event was looked for
     * @return the token after the event at {@code position} was seen, without the gaps that were settled. An event that
     *     fills a gap drops no other gap: that one's event may come next.
     */
    static GapAwareTrackingToken advance(GapAwareTrackingToken token, long position, long settledBefore) {
        long offset =
                position < token.getIndex() ? FARTHEST_GAP : Math.clamp(position - settledBefore - 1, 0, FARTHEST_GAP);
        return token.advanceTo(position, (int) offset);
    }

    /** One look at the tail. @return what is there after the token, about {@code limit} at most; filled gaps first */
    List<PlacedEvent<?>> readBatch(GapAwareTrackingToken token, int limit) {
        List<PlacedEvent<?>> placed = new ArrayList<>();
        GapAwareTrackingToken[] before = {token};
        long[] position = {0};
        EventUtils.upcastAndDeserializeTrackedEvents(
                        fetchTrackedEvents(token, limit).stream(), getEventSerializer(), upcasters)
                .forEach(message -> {
                    GapAwareTrackingToken after = (GapAwareTrackingToken) message.trackingToken();
                    position[0] = position(before[0], after, position[0]);
                    before[0] = after;
                    placed.add(new PlacedEvent<>(after, (DomainEventMessage<?>) message, position[0]));
                });
        return placed;
    }

    /** A token names the position of a new event, or lacks the gap that a late one filled. */
    private static long position(GapAwareTrackingToken before, GapAwareTrackingToken after, long previous) {
        if (after.getIndex() > before.getIndex()) {
            return after.getIndex();
        }
        if (after.getGaps().equals(before.getGaps())) {
            // One stored event that an upcaster made into several.
            return previous;
        }
        List<Long> filled = new ArrayList<>(before.getGaps());
        filled.removeAll(after.getGaps());
        return filled.getFirst();
    }

    EventUpcaster upcasters() {
        return upcasters;
    }

    /** Positions at or below this are taken or lost for good. */
    long settled() {
        return settled;
    }

    /** To be called when no transaction can be running: everything numbered so far is settled. */
    void settleAll() {
        settled = Math.max(settled, lookAround().position());
    }

    /**
     * Moves settlement on. A mark is the newest event of an instant; once every transaction of that instant has ended, all
     * numbers up to the mark are settled. (Not the last number given: a server that crashes forgets numbers that nothing
     * was committed under, and gives them again.)
     */
    void settle() {
        Mark now = lookAround();
        synchronized (marks) {
            while (!marks.isEmpty()
                    && now.takenAt - marks.getFirst().takenAt > SETTLE_NANOS
                    && now.oldest >= marks.getFirst().next) {
                settled = Math.max(settled, marks.removeFirst().position);
            }
            if (marks.isEmpty() || marks.getLast().position < now.position) {
                marks.addLast(now);
            }
        }
    }

    private Mark lookAround() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(
                        "select (select coalesce(max(global_index), 0) from es.domain_event),"
                                + " pg_snapshot_xmin(t.snapshot)::text::bigint,"
                                + " pg_snapshot_xmax(t.snapshot)::text::bigint"
                                + " from (select pg_current_snapshot() snapshot) t");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Mark(row.getLong(1), row.getLong(3), row.getLong(2), System.nanoTime());
        } catch (SQLException e) {
            throw new EventStoreException("Settlement cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
