package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.reminder.ReminderCommand.ReadReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRead;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderSnoozed;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ReadReminderTest {
    private final AggregateScenario<Reminder> reminders =
            AggregateScenario.of(Reminder.class).given(raised(MINE));

    @Test
    void emits_that_it_was_read_also_when_it_was_put_off() {
        reminders.when(new ReadReminder(REMINDER, TODAY)).emits(new ReminderRead(REMINDER, TODAY));
        reminders
                .given(raised(MINE), new ReminderSnoozed(REMINDER, TODAY.plusDays(3), RAISED_ON))
                .when(new ReadReminder(REMINDER, TODAY))
                .emits(new ReminderRead(REMINDER, TODAY));
    }

    @Test
    void rejects_others_twice_and_before_it_was_raised() {
        reminders.when(new ReadReminder(REMINDER, RAISED_ON.minusDays(1))).rejects(SharedRule.TOO_EARLY);
        reminders
                .by(ANOTHER, Role.LEADER)
                .when(new ReadReminder(REMINDER, TODAY))
                .rejects(ReminderRule.NOT_YOURS);
        reminders
                .given(raised(MINE), new ReminderRead(REMINDER, RAISED_ON))
                .by(MINE, Role.PROMOTER)
                .when(new ReadReminder(REMINDER, TODAY))
                .rejects(ReminderRule.ALREADY_READ);
    }
}
