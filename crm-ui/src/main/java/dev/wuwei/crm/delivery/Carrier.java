package dev.wuwei.crm.delivery;

import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.ReminderWay;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Takes reminders out of the house, one way. */
public interface Carrier {
    ReminderWay way();

    /**
     * Carries what it has somebody to carry to. One message that does not arrive does not keep the others.
     *
     * @param left is told of each reminder as soon as it has left
     * @throws NotCarried when some have not left; they are tried again with the next run
     */
    void carry(List<ReminderView> waiting, LocalDate today, Consumer<ReminderView> left);

    /** Some reminders have not left. */
    final class NotCarried extends RuntimeException {
        NotCarried(String what, Exception cause) {
            super(what, cause);
        }
    }
}
