package dev.wuwei.crm.reminder;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.reminder.ReminderCommand.MuteReminders;
import dev.wuwei.crm.reminder.ReminderCommand.SetMailAddress;
import dev.wuwei.crm.reminder.ReminderCommand.UnmuteReminders;
import dev.wuwei.crm.reminder.ReminderEvent.MailAddressSet;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersMuted;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersUnmuted;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.ContactForms;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** How one person wants to be reminded: what is kept quiet, and where mail goes. Begins with the first wish. */
@Aggregate(cache = "aggregateCache")
class ReminderSettings {
    @AggregateIdentifier
    private ReminderSettingsId id;

    private final Set<ReminderKind> muted = EnumSet.noneOf(ReminderKind.class);
    private String email;

    ReminderSettings() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MuteReminders command, EventMeta meta) {
        StaffId own = requireOwn(command.settingsId(), meta);
        if (muted.contains(Checks.present(command.kind(), "kind"))) {
            throw new RuleViolated(ReminderRule.ALREADY_MUTED);
        }
        apply(new RemindersMuted(command.settingsId(), own, command.kind(), on(command.occurredOn(), meta)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UnmuteReminders command, EventMeta meta) {
        StaffId own = requireOwn(command.settingsId(), meta);
        if (!muted.contains(Checks.present(command.kind(), "kind"))) {
            throw new RuleViolated(ReminderRule.NOT_MUTED);
        }
        apply(new RemindersUnmuted(command.settingsId(), own, command.kind(), on(command.occurredOn(), meta)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetMailAddress command, EventMeta meta) {
        StaffId own = requireOwn(command.settingsId(), meta);
        String wanted = Checks.optional(command.email(), Checks.NAME, "email");
        if (wanted != null && !ContactForms.isEmail(wanted)) {
            throw new RuleViolated(ReminderRule.NOT_AN_ADDRESS);
        }
        if (Objects.equals(wanted, email)) {
            throw new RuleViolated(ReminderRule.NOTHING_CHANGED);
        }
        apply(new MailAddressSet(command.settingsId(), own, wanted, on(command.occurredOn(), meta)));
    }

    private static StaffId requireOwn(ReminderSettingsId settings, EventMeta meta) {
        if (!settings.equals(ReminderSettingsId.of(meta.actor()))) {
            throw new RuleViolated(ReminderRule.NOT_YOURS);
        }
        return meta.actor();
    }

    private static LocalDate on(LocalDate date, EventMeta meta) {
        return Checks.happened(date, meta.today(), "occurredOn");
    }

    @EventSourcingHandler
    void on(RemindersMuted event) {
        id = event.settingsId();
        muted.add(event.kind());
    }

    @EventSourcingHandler
    void on(RemindersUnmuted event) {
        muted.remove(event.kind());
    }

    @EventSourcingHandler
    void on(MailAddressSet event) {
        id = event.settingsId();
        email = event.email();
    }
}
