package dev.wuwei.crm.projections.month;

import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;

/** One month of a park, open or closed. */
final class MonthRow {
    private final MonthCloseId id;
    private final String parkCode;
    private final YearMonth month;
    private boolean closed;
    private Instant firstClosedAt;
    private Instant movedAt;
    private StaffId movedBy;
    private String reason;
    private long sequence = -1;
    private long position;

    static Table<MonthCloseId, MonthRow> table() {
        return Table.<MonthCloseId, MonthRow>keyed("month_close", "close_id", "uuid", row -> row.id)
                .column("park_code", "text", row -> row.parkCode)
                .column("month", "text", row -> row.month)
                .column("closed", "boolean", row -> row.closed)
                .column("first_closed_at", "timestamptz", row -> row.firstClosedAt)
                .column("last_event_at", "timestamptz", row -> row.movedAt)
                .column("moved_by", "uuid", row -> row.movedBy)
                .column("reason", "text", row -> row.reason)
                .column("sequence", "bigint", row -> row.sequence)
                .column("last_position", "bigint", row -> row.position)
                .readBy(MonthRow::new);
    }

    MonthRow(MonthCloseId id, Coded park, YearMonth month) {
        this.id = id;
        this.parkCode = park.code();
        this.month = month;
    }

    private MonthRow(ResultSet row) throws SQLException {
        id = new MonthCloseId(row.getObject("close_id", UUID.class));
        parkCode = row.getString("park_code");
        month = YearMonth.parse(row.getString("month"));
        closed = row.getBoolean("closed");
        firstClosedAt = row.getObject("first_closed_at", OffsetDateTime.class).toInstant();
        movedAt = row.getObject("last_event_at", OffsetDateTime.class).toInstant();
        UUID by = row.getObject("moved_by", UUID.class);
        movedBy = by == null ? null : new StaffId(by);
        reason = row.getString("reason");
        sequence = row.getLong("sequence");
        position = row.getLong("last_position");
    }

    boolean knows(EventMeta meta) {
        return meta.sequence() <= sequence;
    }

    void moved(boolean nowClosed, EventMeta meta) {
        closed = nowClosed;
        firstClosedAt = firstClosedAt == null ? meta.recordedAt() : firstClosedAt;
        movedAt = meta.recordedAt();
        movedBy = meta.recordedBy();
        reason = meta.reason();
        sequence = meta.sequence();
        position = meta.position();
    }
}
