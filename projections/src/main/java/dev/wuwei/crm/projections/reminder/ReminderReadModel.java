package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.reminder.ReminderEvent;
import dev.wuwei.crm.reminder.ReminderEvent.MailAddressSet;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderDelivered;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRead;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderSnoozed;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersMuted;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersUnmuted;
import dev.wuwei.crm.reminder.ReminderId;
import dev.wuwei.crm.reminder.ReminderSettingsId;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** Every reminder of every person, and what they want to hear. */
@Component
@ProcessingGroup("reminder")
public class ReminderReadModel extends ReadModel {
    private static final Table<ReminderId, ReminderRow> REMINDERS = ReminderRow.table();
    private static final Table<ReminderSettingsId, SettingsRow> SETTINGS = SettingsRow.table();

    public ReminderReadModel(DataSource dataSource) {
        super(dataSource, REMINDERS, SETTINGS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (!(event instanceof ReminderEvent told)) {
            return;
        }
        switch (told) {
            case ReminderRaised e -> {
                if (batch.rows(REMINDERS).find(e.reminderId()).isEmpty()) {
                    batch.rows(REMINDERS).put(new ReminderRow(e, meta));
                }
            }
            case ReminderDelivered e -> reminder(e.reminderId(), meta, batch, row -> row.delivered(e.way(), meta));
            case ReminderRead e -> reminder(e.reminderId(), meta, batch, row -> row.read(meta));
            case ReminderSnoozed e -> reminder(e.reminderId(), meta, batch, row -> row.snoozed(e.until(), meta));
            case RemindersMuted e ->
                settings(e.settingsId(), e.staffId(), meta, batch, row -> row.mute(e.kind(), meta));
            case RemindersUnmuted e ->
                settings(e.settingsId(), e.staffId(), meta, batch, row -> row.unmute(e.kind(), meta));
            case MailAddressSet e ->
                settings(e.settingsId(), e.staffId(), meta, batch, row -> row.mailTo(e.email(), meta));
        }
    }

    private static void reminder(ReminderId id, EventMeta meta, Batch batch, Consumer<ReminderRow> change) {
        batch.rows(REMINDERS)
                .find(id)
                .filter(row -> !row.knows(meta))
                .flatMap(row -> batch.rows(REMINDERS).edit(id))
                .ifPresent(change);
    }

    private static void settings(
            ReminderSettingsId id, StaffId staff, EventMeta meta, Batch batch, Consumer<SettingsRow> change) {
        SettingsRow row = batch.rows(SETTINGS).find(id).orElseGet(() -> new SettingsRow(id, staff));
        if (!row.knows(meta)) {
            change.accept(row);
            batch.rows(SETTINGS).put(row);
        }
    }
}
