package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.reminder.ReminderCommand.DeliverReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderDelivered;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class DeliverReminderTest {
    private final AggregateScenario<Reminder> reminders = AggregateScenario.of(Reminder.class)
            .by(MINE, Role.SYSTEM)
            .given(raised(MINE), new ReminderDelivered(REMINDER, ReminderWay.EMAIL, RAISED_ON));

    @Test
    void emits_each_way_once() {
        reminders
                .when(new DeliverReminder(REMINDER, ReminderWay.WECOM, TODAY))
                .emits(new ReminderDelivered(REMINDER, ReminderWay.WECOM, TODAY));
        reminders.when(new DeliverReminder(REMINDER, ReminderWay.EMAIL, TODAY)).rejects(ReminderRule.ALREADY_DELIVERED);
    }

    @Test
    void rejects_no_way() {
        reminders.when(new DeliverReminder(REMINDER, null, TODAY)).rejectsAt("way", SharedRule.REQUIRED);
    }
}
