package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.projections.reminder.ReminderRow.Seen;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderSettingsId;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/** How one person wants to be reminded. */
final class SettingsRow {
    private final ReminderSettingsId id;
    private final StaffId staff;
    private final Collection<String> muted = new TreeSet<>();
    private String email;
    private Seen seen = new Seen(-1, null, 0);

    static Table<ReminderSettingsId, SettingsRow> table() {
        return Table.<ReminderSettingsId, SettingsRow>keyed("reminder_settings", "settings_id", "uuid", row -> row.id)
                .column("staff_id", "uuid", row -> row.staff)
                .column("muted", "text[]", row -> row.muted)
                .column("email", "text", row -> row.email)
                .column("sequence", "bigint", row -> row.seen.sequence())
                .column("last_event_at", "timestamptz", row -> row.seen.at())
                .column("last_position", "bigint", row -> row.seen.position())
                .readBy(SettingsRow::new);
    }

    SettingsRow(ReminderSettingsId id, StaffId staff) {
        this.id = id;
        this.staff = staff;
    }

    private SettingsRow(ResultSet row) throws SQLException {
        this(
                new ReminderSettingsId(row.getObject("settings_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)));
        muted.addAll(Arrays.asList((String[]) row.getArray("muted").getArray()));
        email = row.getString("email");
        seen = Seen.read(row);
    }

    boolean knows(EventMeta meta) {
        return meta.sequence() <= seen.sequence();
    }

    void mute(ReminderKind kind, EventMeta meta) {
        muted.add(kind.name());
        seen = Seen.of(meta);
    }

    void unmute(ReminderKind kind, EventMeta meta) {
        muted.remove(kind.name());
        seen = Seen.of(meta);
    }

    void mailTo(String address, EventMeta meta) {
        email = address;
        seen = Seen.of(meta);
    }
}
