package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.reminder.ReminderCommand.SnoozeReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRead;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderSnoozed;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SnoozeReminderTest {
    private final AggregateScenario<Reminder> reminders =
            AggregateScenario.of(Reminder.class).given(raised(MINE));

    private static SnoozeReminder until(LocalDate day) {
        return new SnoozeReminder(REMINDER, day, TODAY);
    }

    @Test
    void emits_the_day_on_which_it_comes_back() {
        reminders.when(until(TODAY.plusDays(7))).emits(new ReminderSnoozed(REMINDER, TODAY.plusDays(7), TODAY));
    }

    @Test
    void rejects_a_day_that_is_no_later_or_too_far_away() {
        reminders.when(until(TODAY)).rejectsAt("until", SharedRule.TOO_EARLY);
        reminders.when(until(TODAY.plusDays(91))).rejects(ReminderRule.SNOOZED_TOO_LONG);
        reminders.when(until(null)).rejectsAt("until", SharedRule.REQUIRED);
    }

    @Test
    void rejects_what_is_read_or_another_persons() {
        reminders.by(ANOTHER, Role.LEADER).when(until(TODAY.plusDays(1))).rejects(ReminderRule.NOT_YOURS);
        reminders
                .given(raised(MINE), new ReminderRead(REMINDER, RAISED_ON))
                .by(MINE, Role.PROMOTER)
                .when(until(TODAY.plusDays(1)))
                .rejects(ReminderRule.ALREADY_READ);
    }
}
