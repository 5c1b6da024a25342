package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.reminder.ReminderId;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderWay;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One reminder and what became of it. */
final class ReminderRow {
    private final ReminderId id;
    private final StaffId recipient;
    private final ReminderKind kind;
    private final ProjectId projectId;
    private final String projectNo;
    private final String projectName;
    private final String parkCode;
    private final String item;
    private final LocalDate dueOn;
    private final boolean past;
    private final LocalDate raisedOn;
    private final List<String> delivered = new ArrayList<>();
    private LocalDate snoozedUntil;
    private Instant readAt;
    private Seen seen;

    /** The last event that the row knows of. */
    record Seen(long sequence, Instant at, long position) {
        static Seen of(EventMeta meta) {
            return new Seen(meta.sequence(), meta.recordedAt(), meta.position());
        }

        static Seen read(ResultSet row) throws SQLException {
            return new Seen(
                    row.getLong("sequence"),
                    row.getObject("last_event_at", OffsetDateTime.class).toInstant(),
                    row.getLong("last_position"));
        }
    }

    static Table<ReminderId, ReminderRow> table() {
        return Table.<ReminderId, ReminderRow>keyed("reminder", "reminder_id", "uuid", row -> row.id)
                .column("recipient", "uuid", row -> row.recipient)
                .column("kind", "text", row -> row.kind)
                .column("project_id", "uuid", row -> row.projectId)
                .column("project_no", "text", row -> row.projectNo)
                .column("project_name", "text", row -> row.projectName)
                .column("park_code", "text", row -> row.parkCode)
                .column("item", "text", row -> row.item)
                .column("due_on", "date", row -> row.dueOn)
                .column("past", "boolean", row -> row.past)
                .column("raised_on", "date", row -> row.raisedOn)
                .column("delivered", "text[]", row -> row.delivered)
                .column("snoozed_until", "date", row -> row.snoozedUntil)
                .column("read_at", "timestamptz", row -> row.readAt)
                .column("sequence", "bigint", row -> row.seen.sequence())
                .column("last_event_at", "timestamptz", row -> row.seen.at())
                .column("last_position", "bigint", row -> row.seen.position())
                .readBy(ReminderRow::new);
    }

    ReminderRow(ReminderRaised event, EventMeta meta) {
        id = event.reminderId();
        recipient = event.recipient();
        kind = event.kind();
        projectId = event.projectId();
        projectNo = event.projectNo();
        projectName = event.projectName();
        parkCode = event.parkCode();
        item = event.item();
        dueOn = event.dueOn();
        past = event.past();
        raisedOn = event.occurredOn();
        seen = Seen.of(meta);
    }

    private ReminderRow(ResultSet row) throws SQLException {
        id = new ReminderId(row.getObject("reminder_id", UUID.class));
        recipient = new StaffId(row.getObject("recipient", UUID.class));
        kind = ReminderKind.valueOf(row.getString("kind"));
        projectId = ProjectId.ofNullable(row.getObject("project_id", UUID.class));
        projectNo = row.getString("project_no");
        projectName = row.getString("project_name");
        parkCode = row.getString("park_code");
        item = row.getString("item");
        dueOn = row.getObject("due_on", LocalDate.class);
        past = row.getBoolean("past");
        raisedOn = row.getObject("raised_on", LocalDate.class);
        delivered.addAll(Arrays.asList((String[]) row.getArray("delivered").getArray()));
        snoozedUntil = row.getObject("snoozed_until", LocalDate.class);
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        readAt = read == null ? null : read.toInstant();
        seen = Seen.read(row);
    }

    boolean knows(EventMeta meta) {
        return meta.sequence() <= seen.sequence();
    }

    void delivered(ReminderWay way, EventMeta meta) {
        delivered.add(way.name());
        seen = Seen.of(meta);
    }

    void snoozed(LocalDate until, EventMeta meta) {
        snoozedUntil = until;
        seen = Seen.of(meta);
    }

    void read(EventMeta meta) {
        readAt = meta.recordedAt();
        seen = Seen.of(meta);
    }
}
