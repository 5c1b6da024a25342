package dev.wuwei.crm.projections.month;

import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a phase returned for a month, as it was corrected last.
 *
 * @param invested in the month, 元
 * @param reason of the last entry: why it came late, or was corrected
 */
record ReturnRow(Key key, BigDecimal invested, BigDecimal percent, Instant enteredAt, String reason, long sequence) {
    record Key(ProjectId project, String phase, YearMonth month) {}

    static Table<Key, ReturnRow> table() {
        return Table.<Key, ReturnRow>keyed(
                        "monthly_return", ReturnRow::key, key -> List.of(key.project(), key.phase(), key.month()))
                .keyColumn("project_id", "uuid", row -> row.key.project())
                .keyColumn("phase", "text", row -> row.key.phase())
                .keyColumn("month", "text", row -> row.key.month())
                .column("invested", "numeric", ReturnRow::invested)
                .column("percent", "numeric", ReturnRow::percent)
                .column("entered_at", "timestamptz", ReturnRow::enteredAt)
                .column("reason", "text", ReturnRow::reason)
                .column("sequence", "bigint", ReturnRow::sequence)
                .readBy(ReturnRow::read);
    }

    static ReturnRow of(Key key, MonthlyReturn figures, EventMeta meta) {
        Money invested = figures.investedThisMonth();
        return new ReturnRow(
                key,
                invested == null ? null : invested.amount(),
                figures.progressPercent(),
                meta.recordedAt(),
                meta.reason(),
                meta.sequence());
    }

    private static ReturnRow read(ResultSet row) throws SQLException {
        return new ReturnRow(
                new Key(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("phase"),
                        YearMonth.parse(row.getString("month"))),
                row.getBigDecimal("invested"),
                row.getBigDecimal("percent"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getLong("sequence"));
    }
}
