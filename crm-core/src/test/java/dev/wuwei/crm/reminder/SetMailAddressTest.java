package dev.wuwei.crm.reminder;

import static dev.wuwei.crm.reminder.ReminderExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.reminder.ReminderCommand.SetMailAddress;
import dev.wuwei.crm.reminder.ReminderEvent.MailAddressSet;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class SetMailAddressTest {
    private static final ReminderSettingsId OWN = ReminderSettingsId.of(MINE);
    private static final MailAddressSet SET = new MailAddressSet(OWN, MINE, "li@park.example", RAISED_ON);

    private final AggregateScenario<ReminderSettings> settings = AggregateScenario.of(ReminderSettings.class);

    private static SetMailAddress set(String email) {
        return new SetMailAddress(OWN, email, TODAY);
    }

    @Test
    void emits_the_address_and_that_there_is_none_any_more() {
        settings.when(set(" li@park.example ")).emits(new MailAddressSet(OWN, MINE, "li@park.example", TODAY));
        settings.given(SET).when(set(" ")).emits(new MailAddressSet(OWN, MINE, null, TODAY));
    }

    @Test
    void rejects_what_is_no_address_nothing_new_or_not_ones_own() {
        settings.given(SET).when(set("li.park.example")).rejects(ReminderRule.NOT_AN_ADDRESS);
        settings.given(SET).when(set("li@park.example")).rejects(ReminderRule.NOTHING_CHANGED);
        settings.given(SET).by(ANOTHER, Role.LEADER).when(set("x@park.example")).rejects(ReminderRule.NOT_YOURS);
    }
}
