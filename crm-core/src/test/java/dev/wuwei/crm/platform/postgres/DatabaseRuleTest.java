package dev.wuwei.crm.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseRuleTest {
    private static final SQLException GONE =
            new SQLException("FATAL: terminating connection due to unexpected postmaster exit", "57P01");

    private final TransactionSystemException rollback =
            new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));

    @Test
    void a_commit_that_met_the_end_of_the_server_is_in_doubt_though_its_rollback_failed_as_well() {
        rollback.initApplicationException(new DataAccessResourceFailureException("JDBC commit", GONE));
        assertThat(DatabaseRule.behind(rollback)).contains(DatabaseRule.IN_DOUBT);
    }

    /** Spring logs why the commit failed and throws the rollback alone. */
    @Test
    void so_it_is_where_only_the_rollback_that_failed_is_told() {
        assertThat(DatabaseRule.behind(rollback)).contains(DatabaseRule.IN_DOUBT);
    }

    @Test
    void a_rollback_that_failed_after_a_failure_of_ours_is_ours() {
        rollback.initApplicationException(new IllegalStateException("a fault"));
        assertThat(DatabaseRule.behind(rollback)).isEmpty();
    }
}
