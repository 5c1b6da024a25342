package dev.wuwei.crm.platform.axon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Reads history from one point to another, outside any processor: for what is made from all of it at once. As fast as the
 * database and JSON allow.
 */
public final class HistoryReader implements RecordedEvents {
    /** No transaction is this many positions behind the newest event. */
    private static final long FARTHEST_BEHIND = 10_000;

    private static final int FETCH = 4000;
    private static final int BINARY_AT_ONCE = -1;

    private static final String SELECT = "select global_index, event_identifier, aggregate_identifier, sequence_number,"
            + " type, time_stamp, payload_type, payload_revision, payload, meta_data from es.domain_event where ";

    private final DataSource dataSource;
    private final HistoryStore store;
    private final EventSerializer serializer;
    private final Serializer tokenSerializer;
    private final EventNames names;
    private final JsonFactory json = new JsonFactory();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    HistoryReader(
            DataSource dataSource,
            HistoryStore store,
            EventSerializer serializer,
            Serializer tokenSerializer,
            EventNames names) {
        this.dataSource = dataSource;
        this.store = store;
        this.serializer = serializer;
        this.tokenSerializer = tokenSerializer;
        this.names = names;
    }

    /** One event as it was recorded. */
    public record Recorded(DomainEvent event, EventMeta meta) {}

    /**
     * A point in history: every position up to {@code position} but the gaps, in which something may still appear.
     */
    public record Point(long position, SortedSet<Long> gaps) {
        public static final Point BEGINNING = new Point(0, Collections.emptySortedSet());

        /** @return where a reader with this token is; the beginning when it has none */
        public static Point of(TrackingToken token) {
            return token != null && WrappedToken.unwrapLowerBound(token) instanceof GapAwareTrackingToken gapAware
                    ? new Point(gapAware.getIndex(), gapAware.getGaps())
                    : BEGINNING;
        }

        /** @return the token of a reader that is here */
        public TrackingToken token() {
            return GapAwareTrackingToken.newInstance(position, gaps);
        }
    }

    /** Takes what was read, in order. */
    @FunctionalInterface
    public interface Sink {
        /** @return whether to go on */
        boolean take(List<Recorded> events) throws InterruptedException;
    }

    /** @return the farthest point behind which nothing can appear any more */
    public Point settled() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select coalesce(max(global_index), 0) from es.domain_event");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long head = row.getLong(1);
            return new Point(
                    Math.min(head, Math.max(store.settled(), head - FARTHEST_BEHIND)), Collections.emptySortedSet());
        } catch (SQLException e) {
            throw new EventStoreException("The end of history cannot be read", e);
        }
    }

    /**
     * Where a processor is, without claiming it.
     *
     * @param jdbc decides on the transaction and so on the snapshot it is read from
     * @return the point of the segment that is least far; the beginning when the processor never ran
     */
    public Point pointOf(String processor, JdbcClient jdbc) {
        return jdbc
                .sql("select token, token_type from es.token where processor_name = ?")
                .param(processor)
                .query((row, number) -> row.getBytes(1) == null
                        ? Point.BEGINNING
                        : Point.of(tokenSerializer.deserialize(
                                new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2), null))))
                .list()
                .stream()
                .min(Comparator.comparingLong(Point::position))
                .orElse(Point.BEGINNING);
    }

    /**
     * Reads everything that a reader at {@code to} has seen and one at {@code from} has not.
     *
     * @return {@code to}, or {@code from} when the sink wanted no more
     */
    public Point read(Point from, Point to, Sink sink) throws InterruptedException {
        return read(from, to, kind -> true, sink);
    }

    /** @param kinds of events that are wanted; others may come too, where they were called otherwise in their day */
    public Point read(Point from, Point to, Predicate<Class<? extends DomainEvent>> kinds, Sink sink)
            throws InterruptedException {
        SortedSet<Long> filled = new TreeSet<>(from.gaps());
        filled.removeAll(to.gaps());
        if (to.position() <= from.position() && filled.isEmpty()) {
            return to;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = select(
                    connection,
                    "payload_type <> all (?) and ((global_index > ? and global_index <= ?"
                            + (to.gaps().isEmpty() ? ")" : " and global_index <> all (?))")
                            + (filled.isEmpty() ? "" : " or global_index = any (?)")
                            + ") order by global_index")) {
                int index = 0;
                statement.setArray(++index, namesOfOthers(kinds, connection));
                statement.setLong(++index, from.position());
                statement.setLong(++index, to.position());
                if (!to.gaps().isEmpty()) {
                    statement.setArray(
                            ++index,
                            connection.createArrayOf("bigint", to.gaps().toArray()));
                }
                if (!filled.isEmpty()) {
                    statement.setArray(++index, connection.createArrayOf("bigint", filled.toArray()));
                }
                statement.setFetchSize(FETCH);
                return read(statement, sink) ? to : from;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException | IOException e) {
            throw new EventStoreException("History cannot be read from " + from + " to " + to, e);
        }
    }

    private Array namesOfOthers(Predicate<Class<? extends DomainEvent>> kinds, Connection connection)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                names.all().entrySet().stream()
                        .filter(event -> !kinds.test(event.getValue()))
                        .map(Map.Entry::getKey)
                        .toArray());
    }

    @Override
    public Map<Long, Recorded> at(Collection<Long> positions) {
        Map<Long, Recorded> found = HashMap.newHashMap(positions.size());
        where("global_index = any (?)", "bigint", positions)
                .forEach(recorded -> found.put(recorded.meta().position(), recorded));
        return found;
    }

    @Override
    public List<Recorded> of(Collection<UUID> aggregates) {
        return where(
                "aggregate_identifier = any (?) order by global_index",
                "text",
                aggregates.stream().map(UUID::toString).toList());
    }

    /** On the connection of the caller's transaction, where there is one. */
    private List<Recorded> where(String condition, String type, Collection<?> values) {
        List<Recorded> found = new ArrayList<>();
        if (values.isEmpty()) {
            return found;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = select(connection, condition)) {
            statement.setArray(1, connection.createArrayOf(type, values.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.addAll(recorded(row));
                }
            }
            return found;
        } catch (SQLException | IOException e) {
            throw new EventStoreException("Events cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Payloads as they are from the first row on; the driver would ask for them in hexadecimal digits. */
    private static PreparedStatement select(Connection connection, String condition) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SELECT + condition);
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        return statement;
    }

    private boolean read(PreparedStatement statement, Sink sink)
            throws SQLException, IOException, InterruptedException {
        List<Recorded> events = new ArrayList<>(FETCH);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.addAll(recorded(row));
                if (events.size() >= FETCH) {
                    if (!sink.take(events)) {
                        return false;
                    }
                    events = new ArrayList<>(FETCH);
                }
            }
        }
        return events.isEmpty() || sink.take(events);
    }

    private List<Recorded> recorded(ResultSet row) throws SQLException, IOException {
        Known type = known.computeIfAbsent(row.getString(7), this::known);
        return type != null && Objects.equals(type.revision(), row.getString(8))
                ? List.of(new Recorded(
                        type.reader().readValue(row.getBytes(9)),
                        meta(
                                row.getBytes(10),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getLong(1),
                                row.getLong(4))))
                : upcast(row);
    }

    private record Known(ObjectReader reader, String revision) {}

    private Known known(String name) {
        return names.find(name)
                .map(type -> new Known(
                        // What was written here names nothing twice, and need not be watched for it.
                        serializer
                                .getObjectMapper()
                                .readerFor(type)
                                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION),
                        serializer.typeForClass(type).getRevision()))
                .orElse(null);
    }

    private List<Recorded> upcast(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        var stored = new GenericDomainEventEntry<>(
                row.getString(5),
                row.getString(3),
                row.getLong(4),
                row.getString(2),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(
                                new Point(position, Collections.emptySortedSet()).token(), stored)),
                        serializer,
                        store.upcasters())
                .filter(message -> message.getPayload() instanceof DomainEvent)
                .map(message -> new Recorded((DomainEvent) message.getPayload(), Facts.of(message)))
                .toList();
    }

    /** Metadata is a flat object of texts. */
    private EventMeta meta(byte[] bytes, Instant recordedAt, String eventId, long position, long sequence) {
        Map<String, String> facts = new HashMap<>();
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                    parser.nextToken();
                    if (parser.currentToken().isStructStart()) {
                        parser.skipChildren();
                    } else {
                        facts.put(field, parser.getValueAsString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Facts.of(facts, recordedAt, eventId, position, sequence);
    }
}
