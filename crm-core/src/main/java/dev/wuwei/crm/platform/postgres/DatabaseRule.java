package dev.wuwei.crm.platform.postgres;

import dev.wuwei.crm.shared.Rule;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What it means for the one who asked that the database is away, or busy for the moment. */
public enum DatabaseRule implements Rule {
    /** It was not reached, or undid what it was told: nothing is stored. */
    UNAVAILABLE,
    /** It went away before it answered: whether a change is stored is not known. */
    IN_DOUBT;

    @Override
    public String field() {
        return null;
    }

    /** @return empty when the failure has another cause, and would come again */
    public static Optional<DatabaseRule> behind(Throwable failure) {
        boolean lost = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CannotCreateTransactionException e -> {
                    return Optional.of(UNAVAILABLE);
                }
                // The rollback of a commit that failed fails too once the connection is lost, and hides why it was
                // asked for.
                case TransactionSystemException e
                when e.getApplicationException() != null -> {
                    return behind(e.getApplicationException());
                }
                // A rollback fails for nothing else, and the pool says no more than that the connection is closed.
                case TransactionSystemException e -> lost = true;
                case CannotGetJdbcConnectionException e -> {
                    return Optional.of(UNAVAILABLE);
                }
                case TransientDataAccessException e -> {
                    return Optional.of(UNAVAILABLE);
                }
                case SQLTransientException e -> {
                    return Optional.of(UNAVAILABLE);
                }
                case RecoverableDataAccessException e -> lost = true;
                case SQLRecoverableException e -> lost = true;
                case SQLException e -> lost |= isConnectionLost(e.getSQLState());
                default -> {}
            }
        }
        return lost ? Optional.of(IN_DOUBT) : Optional.empty();
    }

    /** Class 08: the connection broke; 57P01 to 57P03: the server stops, has crashed, or is starting. */
    private static boolean isConnectionLost(String state) {
        return state != null && (state.startsWith("08") || state.matches("57P0[123]"));
    }
}
