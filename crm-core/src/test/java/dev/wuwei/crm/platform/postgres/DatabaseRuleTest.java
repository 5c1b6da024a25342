package dev.wuwei.crm.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseRuleTest {
    private static final SQLException GONE =
            new SQLException("FATAL: terminating connection due to unexpected postmaster exit", "57P01");

    @Test
    void a_commit_that_met_the_end_of_the_server_is_in_doubt_though_its_rollback_failed_as_well() {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseRule.behind(rollback)).isEmpty();

        rollback.initApplicationException(new DataAccessResourceFailureException("JDBC commit", GONE));
        assertThat(DatabaseRule.behind(rollback)).contains(DatabaseRule.IN_DOUBT);
    }
}
