package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class RaiseReminderTest {
    private final AggregateScenario<Reminder> reminders =
            AggregateScenario.of(Reminder.class).by(MINE, Role.SYSTEM);

    @Test
    void emits_whom_of_what_and_until_when() {
        reminders.when(raise(MINE)).emits(raised(MINE));
    }

    @Test
    void a_digest_is_about_no_project_and_anything_else_is() {
        RaiseReminder digest = RaiseReminder.about(
                MINE, ReminderKind.DIGEST, null, null, null, null, "SIGNED=1|LATE_PHASES=3", RAISED_ON, RAISED_ON);
        reminders
                .when(digest)
                .emits(new ReminderRaised(
                        digest.reminderId(),
                        MINE,
                        ReminderKind.DIGEST,
                        null,
                        null,
                        null,
                        null,
                        "SIGNED=1|LATE_PHASES=3",
                        RAISED_ON,
                        false,
                        RAISED_ON));
        reminders
                .when(RaiseReminder.about(
                        MINE, ReminderKind.MILESTONE, null, null, null, null, "一期", DUE_ON, RAISED_ON))
                .rejectsAt("projectId", SharedRule.REQUIRED);
    }

    @Test
    void rejects_somebody_who_is_not_in_service() {
        reminders.when(raise(ANOTHER)).rejectsAt("recipient", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void the_same_thing_has_the_same_id_whoever_raises_it() {
        assertThat(id(MINE)).isEqualTo(id(MINE)).isNotEqualTo(id(ANOTHER));
        assertThat(ReminderId.about(
                        MINE, ReminderKind.MILESTONE, PROJECT, "一期|CONSTRUCTION_START", DUE_ON.plusDays(1), true))
                .as("a new date is a new reminder")
                .isNotEqualTo(REMINDER);
    }
}
