package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.reminder.ReminderCommand.MuteReminders;
import dev.wuwei.crm.reminder.ReminderCommand.UnmuteReminders;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersMuted;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersUnmuted;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class MuteRemindersTest {
    private static final ReminderSettingsId OWN = ReminderSettingsId.of(MINE);
    private static final RemindersMuted MUTED = new RemindersMuted(OWN, MINE, ReminderKind.PROGRESS, RAISED_ON);

    private final AggregateScenario<ReminderSettings> settings = AggregateScenario.of(ReminderSettings.class);

    private static MuteReminders mute(ReminderKind kind) {
        return new MuteReminders(OWN, kind, TODAY);
    }

    @Test
    void emits_the_first_wish_and_the_next() {
        settings.when(mute(ReminderKind.PROGRESS)).emits(new RemindersMuted(OWN, MINE, ReminderKind.PROGRESS, TODAY));
        settings.given(MUTED)
                .when(mute(ReminderKind.OPINION))
                .emits(new RemindersMuted(OWN, MINE, ReminderKind.OPINION, TODAY));
    }

    @Test
    void emits_that_it_is_heard_again() {
        settings.given(MUTED)
                .when(new UnmuteReminders(OWN, ReminderKind.PROGRESS, TODAY))
                .emits(new RemindersUnmuted(OWN, MINE, ReminderKind.PROGRESS, TODAY));
    }

    @Test
    void rejects_what_changes_nothing_and_other_peoples_settings() {
        settings.given(MUTED).when(mute(ReminderKind.PROGRESS)).rejects(ReminderRule.ALREADY_MUTED);
        settings.given(MUTED)
                .when(new UnmuteReminders(OWN, ReminderKind.OPINION, TODAY))
                .rejects(ReminderRule.NOT_MUTED);
        settings.given(MUTED).when(mute(null)).rejectsAt("kind", SharedRule.REQUIRED);
        settings.given(MUTED)
                .by(ANOTHER, Role.LEADER)
                .when(mute(ReminderKind.OPINION))
                .rejects(ReminderRule.NOT_YOURS);
    }
}
