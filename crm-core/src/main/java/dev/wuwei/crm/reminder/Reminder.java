package dev.wuwei.crm.reminder;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.reminder.ReminderCommand.DeliverReminder;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderCommand.ReadReminder;
import dev.wuwei.crm.reminder.ReminderCommand.SnoozeReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderDelivered;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRead;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderSnoozed;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One person is reminded of one thing, until it is read (提醒). */
@Aggregate(cache = "aggregateCache")
class Reminder {
    private static final int LONGEST_SNOOZE = 90;

    @AggregateIdentifier
    private ReminderId id;

    private StaffId recipient;
    private LocalDate raisedOn;
    private boolean read;
    private final Set<ReminderWay> delivered = EnumSet.noneOf(ReminderWay.class);

    Reminder() {}

    @CommandHandler
    Reminder(RaiseReminder command, EventMeta meta, StaffDirectory staff) {
        staff.requireInService(command.recipient(), "recipient");
        ReminderKind kind = Checks.present(command.kind(), "kind");
        apply(new ReminderRaised(
                Checks.present(command.reminderId(), "reminderId"),
                command.recipient(),
                kind,
                kind.isOfProject() ? Checks.present(command.projectId(), "projectId") : null,
                command.projectNo(),
                kind.isOfProject() ? Checks.required(command.projectName(), Checks.NAME, "projectName") : null,
                command.parkCode(),
                command.item() == null ? "" : command.item(),
                Checks.present(command.dueOn(), "dueOn"),
                command.past(),
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn")));
    }

    @CommandHandler
    void handle(DeliverReminder command, EventMeta meta) {
        if (delivered.contains(Checks.present(command.way(), "way"))) {
            throw new RuleViolated(ReminderRule.ALREADY_DELIVERED);
        }
        apply(new ReminderDelivered(id, command.way(), since(command.occurredOn(), meta)));
    }

    @CommandHandler
    void handle(ReadReminder command, EventMeta meta) {
        requireUnread(meta);
        apply(new ReminderRead(id, since(command.occurredOn(), meta)));
    }

    @CommandHandler
    void handle(SnoozeReminder command, EventMeta meta) {
        requireUnread(meta);
        LocalDate on = since(command.occurredOn(), meta);
        LocalDate until = Checks.notBefore(Checks.present(command.until(), "until"), on.plusDays(1), "until");
        if (until.isAfter(on.plusDays(LONGEST_SNOOZE))) {
            throw new RuleViolated(ReminderRule.SNOOZED_TOO_LONG, LONGEST_SNOOZE);
        }
        apply(new ReminderSnoozed(id, until, on));
    }

    private void requireUnread(EventMeta meta) {
        if (!recipient.equals(meta.actor())) {
            throw new RuleViolated(ReminderRule.NOT_YOURS);
        }
        if (read) {
            throw new RuleViolated(ReminderRule.ALREADY_READ);
        }
    }

    private LocalDate since(LocalDate on, EventMeta meta) {
        return Checks.notBefore(Checks.happened(on, meta.today(), "occurredOn"), raisedOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(ReminderRaised event) {
        id = event.reminderId();
        recipient = event.recipient();
        raisedOn = event.occurredOn();
    }

    @EventSourcingHandler
    void on(ReminderDelivered event) {
        delivered.add(event.way());
    }

    @EventSourcingHandler
    void on(ReminderRead event) {
        read = true;
    }
}
