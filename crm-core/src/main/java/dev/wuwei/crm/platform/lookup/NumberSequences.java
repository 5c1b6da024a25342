package dev.wuwei.crm.platform.lookup;

import dev.wuwei.crm.shared.ProjectNumbers;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database sequence per year. A refused command leaves a hole in the numbers; counting without holes would make all
 * registrations of a year wait for one another.
 */
@Component
final class NumberSequences implements ProjectNumbers {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final JdbcClient jdbc;

    NumberSequences(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String next(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("No project numbers for the year " + year);
        }
        long number = jdbc.sql("select nextval('es.project_number_" + year + "')")
                .query(Long.class)
                .single();
        return "ZS-%d-%04d".formatted(year, number);
    }
}
