package dev.wuwei.crm.ui.reminder;

import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.shell.Inbox;
import org.springframework.stereotype.Component;

/** What the bell counts: reminders, and notices about tickets that wait to be signed for. */
@Component
class UnreadReminders implements Inbox {
    private final ReminderQuery reminders;
    private final TicketQuery tickets;

    UnreadReminders(ReminderQuery reminders, TicketQuery tickets) {
        this.reminders = reminders;
        this.tickets = tickets;
    }

    @Override
    public int unread(CurrentUser user) {
        return reminders.unread(user.id(), Today.date()) + notices(user);
    }

    int notices(CurrentUser user) {
        return tickets.unread(user.id()).size();
    }

    @Override
    public String path() {
        return InboxView.PATH;
    }
}
