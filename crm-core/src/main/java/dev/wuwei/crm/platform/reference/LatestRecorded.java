package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.platform.postgres.SingleStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is made of everything that was recorded of a few aggregates that are asked for all the time and hardly ever changed. It is
 * kept in memory for as long as the latest event of each is the same. That is looked up, once in a transaction, so a change holds
 * for whatever begins after its commit, on every node.
 */
final class LatestRecorded<T> {
    private static final String LATEST =
            "select string_agg(latest.event_identifier, ' ') from unnest(?::text[]) recorded"
                    + " cross join lateral (select event_identifier from es.domain_event where aggregate_identifier = recorded"
                    + " order by sequence_number desc limit 1) latest";

    private final DataSource dataSource;
    private final String[] aggregates;
    private final Supplier<T> made;
    private final long trustedNanos;
    private final AtomicLong forgotten = new AtomicLong();
    private volatile Snapshot<T> latest;

    /**
     * @param asOf ids of the latest events, {@code null} when nothing was ever recorded
     * @param lookedAt when that was last seen to be so, in nanoseconds
     */
    private record Snapshot<T>(String asOf, T value, long lookedAt) {}

    /**
     * @param aggregates identifiers
     * @param made reads what was recorded, and makes of it what is asked for
     * @param trusted outside of transactions it is not looked up again for so long, where nobody says {@link #forget}
     */
    LatestRecorded(DataSource dataSource, String[] aggregates, Supplier<T> made, Duration trusted) {
        this.dataSource = dataSource;
        this.aggregates = aggregates;
        this.made = made;
        this.trustedNanos = trusted.toNanos();
    }

    T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            Snapshot<T> known = latest;
            return known != null && System.nanoTime() - known.lookedAt() < trustedNanos
                    ? known.value()
                    : current().value();
        }
        @SuppressWarnings("unchecked")
        Snapshot<T> seen = (Snapshot<T>) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = current();
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(LatestRecorded.this);
                }
            });
        }
        return seen.value();
    }

    /** Something was recorded: the next one who asks looks it up. */
    void forget() {
        forgotten.incrementAndGet();
        latest = null;
    }

    private Snapshot<T> current() {
        long before = forgotten.get();
        long now = System.nanoTime();
        String asOf = asOf();
        Snapshot<T> known = latest;
        Snapshot<T> seen = new Snapshot<>(
                asOf, known != null && Objects.equals(known.asOf(), asOf) ? known.value() : made.get(), now);
        if (forgotten.get() == before) {
            latest = seen;
        }
        return seen;
    }

    private String asOf() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            // Where nothing was sent before, the transaction stays as good as new, for the one insert that follows.
            return SingleStatement.run(connection, this::latest);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("What was recorded last cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private String latest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setArray(1, connection.createArrayOf("text", aggregates));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
