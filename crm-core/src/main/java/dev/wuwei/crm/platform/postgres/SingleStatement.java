package dev.wuwei.crm.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * Saves the round trips of BEGIN and COMMIT where a transaction has done nothing yet and a single statement is all that is
 * to be done: PostgreSQL makes such a statement a transaction of its own, exactly as durable.
 */
public final class SingleStatement {
    private SingleStatement() {}

    /** What is done with the connection: one statement. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Runs one statement; commits it at once if the transaction has not sent anything before, otherwise it belongs to the
     * transaction.
     */
    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        if (connection.getAutoCommit() || !untouched(connection)) {
            return work.with(connection);
        }
        connection.setAutoCommit(true);
        T result;
        try {
            result = work.with(connection);
        } catch (SQLException e) {
            restore(connection, e);
            throw e;
        }
        connection.setAutoCommit(false);
        return result;
    }

    /** A connection that broke cannot be set back; what broke it is what counts. */
    private static void restore(Connection connection, SQLException failure) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** @return whether a statement run here would be committed at once */
    public static boolean isPossible(Connection connection) throws SQLException {
        return connection.getAutoCommit() || untouched(connection);
    }

    private static boolean untouched(Connection connection) throws SQLException {
        return connection.isWrapperFor(PgConnection.class)
                && connection.unwrap(PgConnection.class).getTransactionState() == TransactionState.IDLE;
    }
}
