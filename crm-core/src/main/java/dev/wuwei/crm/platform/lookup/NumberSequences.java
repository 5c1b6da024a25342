package dev.wuwei.crm.platform.lookup;

import dev.wuwei.crm.platform.postgres.SingleStatement;
import dev.wuwei.crm.shared.ProjectNumbers;
import dev.wuwei.crm.ticket.TicketNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * A database sequence per year. A refused command leaves a hole in the numbers; counting without holes would make all
 * registrations of a year wait for one another.
 */
@Component
final class NumberSequences implements ProjectNumbers, TicketNumbers {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final DataSource dataSource;

    NumberSequences(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String next(int year) {
        return next("ZS", "es.project_number_", year);
    }

    @Override
    public String nextTicket(int year) {
        return next("DB", "es.ticket_number_", year);
    }

    private String next(String prefix, String sequence, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("No numbers for the year " + year);
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            // A sequence knows no rollback, so it needs no transaction either.
            long number = SingleStatement.run(connection, same -> nextValue(same, sequence + year));
            return prefix + "-" + year + "-"
                    + (number < 1000 ? String.valueOf(number + 10_000).substring(1) : number);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No number of " + sequence + year, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static long nextValue(Connection connection, String sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select nextval('" + sequence + "')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
