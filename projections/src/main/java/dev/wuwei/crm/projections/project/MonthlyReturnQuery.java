package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The monthly returns (月报) of a park's month: who has filed, who has not, and whether the month is closed. */
@Component
public class MonthlyReturnQuery {
    /**
     * A phase that is to file for the month, or has.
     *
     * @param filed {@code null} while it has not
     */
    public record Line(
            ProjectId projectId, String projectNo, String projectName, String phase, String ownerName, Filed filed) {}

    /**
     * @param invested in the month, 元
     * @param at when it was entered, or corrected last
     * @param reason of the last entry: why it came late, or was corrected
     * @param late it was entered after the month had been closed
     */
    public record Filed(BigDecimal invested, BigDecimal percent, Instant at, String reason, boolean late) {}

    /**
     * @param closed or opened again
     * @param at since when
     * @param reason why it was opened again
     */
    public record Close(boolean closed, Instant at, String byName, String reason) {}

    private final JdbcClient jdbc;

    public MonthlyReturnQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is being built by the end of the month files for it; those that have not come first. */
    public List<Line> lines(String park, YearMonth month, Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer)
                .and("p.park_code = :park", "park", park)
                .and("p.is_follow_up and f.active");
        return jdbc.sql("""
                        select p.project_id, p.project_no, p.name, f.phase, o.name as owner_name,
                               r.entered_at, r.invested, r.percent, r.reason,
                               coalesce(r.entered_at > m.first_closed_at, false) as late
                        from project p join project_phase f on f.project_id = p.project_id
                        left join staff o on o.staff_id = p.owner
                        left join month_close m on m.park_code = p.park_code and m.month = :month
                        left join monthly_return r
                            on r.project_id = p.project_id and r.phase = f.phase and r.month = :month
                        where %s and (r.entered_at is not null
                            or f.state = any(array['STARTED', 'COMPLETED']) and not f.suspended and exists (
                                select from phase_present g
                                where g.project_id = p.project_id and g.phase = f.phase and g.recognised_start <= :last))
                        order by r.entered_at is not null, p.project_no, f.ordinal
                        """.formatted(where.sql()))
                .params(where.params())
                .param("month", month.toString())
                .param("last", month.atEndOfMonth())
                .query(MonthlyReturnQuery::line)
                .list();
    }

    /** @return empty for a month that was never closed */
    public Optional<Close> close(String park, YearMonth month) {
        return jdbc.sql("""
                        select m.*, s.name as by_name from month_close m left join staff s on s.staff_id = m.moved_by
                        where m.park_code = :park and m.month = :month""")
                .param("park", park)
                .param("month", month.toString())
                .query((row, number) -> new Close(
                        row.getBoolean("closed"),
                        row.getObject("last_event_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("reason")))
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                row.getString("phase"),
                row.getString("owner_name"),
                row.getObject("entered_at") == null ? null : filed(row));
    }

    private static Filed filed(ResultSet row) throws SQLException {
        return new Filed(
                row.getBigDecimal("invested"),
                row.getBigDecimal("percent"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("late"));
    }
}
