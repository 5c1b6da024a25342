package dev.wuwei.crm.reminder;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** How one person wants to be reminded. */
public record ReminderSettingsId(UUID value) implements TypedId {
    public static ReminderSettingsId of(String text) {
        return new ReminderSettingsId(UUID.fromString(text));
    }

    /** Each person has one. */
    public static ReminderSettingsId of(StaffId staff) {
        return new ReminderSettingsId(TypedId.named("reminder-settings", staff.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
