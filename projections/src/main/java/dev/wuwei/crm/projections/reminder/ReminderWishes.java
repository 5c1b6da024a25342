package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.reminder.ReminderKind;
import java.util.Set;

/**
 * How a person wants to be reminded.
 *
 * @param email {@code null} for no mail
 */
public record ReminderWishes(Set<ReminderKind> muted, String email) {
    static final ReminderWishes NONE = new ReminderWishes(Set.of(), null);
}
