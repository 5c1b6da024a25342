package dev.wuwei.crm.job;

import dev.wuwei.crm.delivery.Carrier;
import dev.wuwei.crm.delivery.Carriers;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.reminder.ReminderCommand.DeliverReminder;
import org.springframework.stereotype.Component;

/**
 * After reminders were raised: mails them and tells the groups' robots, where that is configured. A message leaves before it
 * is recorded, so a node that dies in between sends that one again; none is lost.
 */
@Component
class DeliverReminders implements BusinessJob {
    /** What could not leave for longer than that is no news any more. */
    private static final int NEWS_DAYS = 3;

    private final ReminderQuery reminders;
    private final Carriers carriers;

    DeliverReminders(ReminderQuery reminders, Carriers carriers) {
        this.reminders = reminders;
        this.carriers = carriers;
    }

    @Override
    public String name() {
        return "reminder-delivery";
    }

    @Override
    public void run(JobRun run) {
        Carrier.NotCarried failure = null;
        for (Carrier carrier : carriers.all()) {
            try {
                carrier.carry(
                        reminders.undelivered(carrier.way(), run.today().minusDays(NEWS_DAYS), run.today()),
                        run.today(),
                        reminder -> run.send(new DeliverReminder(reminder.reminderId(), carrier.way(), run.today())));
            } catch (Carrier.NotCarried e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
