package dev.wuwei.crm.reminder;

import dev.wuwei.crm.shared.Rule;

/** Rules about reminders. */
public enum ReminderRule implements Rule {
    /** Reminders, and how one wants to be reminded, are a person's own. */
    NOT_YOURS(null),
    ALREADY_READ(null),
    /** args: most days */
    SNOOZED_TOO_LONG("until"),
    /** By this way. */
    ALREADY_DELIVERED("way"),
    ALREADY_MUTED("kind"),
    NOT_MUTED("kind"),
    NOT_AN_ADDRESS("email"),
    NOTHING_CHANGED("email");

    private final String field;

    ReminderRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
