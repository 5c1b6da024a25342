package dev.wuwei.crm.reminder;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about reminders. */
public sealed interface ReminderCommand extends Command {

    /**
     * Sent by the job that looks what is due. What was raised before is refused.
     *
     * @param projectId and what the project is called: {@code null} for a kind that is not {@link ReminderKind#isOfProject()}
     * @param item what of the project; of a campaign its id and name, of a digest its figures, joined by bars
     */
    @Allowed(Role.SYSTEM)
    record RaiseReminder(
            @TargetAggregateIdentifier ReminderId reminderId,
            StaffId recipient,
            ReminderKind kind,
            ProjectId projectId,
            String projectNo,
            String projectName,
            String parkCode,
            String item,
            LocalDate dueOn,
            boolean past,
            LocalDate occurredOn)
            implements ReminderCommand {

        /** Of a day, to one person; see {@link Digest}. */
        public static RaiseReminder about(StaffId recipient, Digest digest, LocalDate day) {
            return about(recipient, ReminderKind.DIGEST, null, null, null, null, digest.item(), day, day);
        }

        /** Its id, and whether the day has passed, follow from the rest. */
        public static RaiseReminder about(
                StaffId recipient,
                ReminderKind kind,
                ProjectId projectId,
                String projectNo,
                String projectName,
                String parkCode,
                String item,
                LocalDate dueOn,
                LocalDate occurredOn) {
            boolean past = dueOn.isBefore(occurredOn);
            return new RaiseReminder(
                    ReminderId.about(recipient, kind, projectId, item, dueOn, past),
                    recipient,
                    kind,
                    projectId,
                    projectNo,
                    projectName,
                    parkCode,
                    item,
                    dueOn,
                    past,
                    occurredOn);
        }
    }

    /** Sent once it has left by mail or robot. */
    @Allowed(Role.SYSTEM)
    record DeliverReminder(@TargetAggregateIdentifier ReminderId reminderId, ReminderWay way, LocalDate occurredOn)
            implements ReminderCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record ReadReminder(@TargetAggregateIdentifier ReminderId reminderId, LocalDate occurredOn)
            implements ReminderCommand {}

    /** @param until after {@code occurredOn}, at most 90 days */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record SnoozeReminder(@TargetAggregateIdentifier ReminderId reminderId, LocalDate until, LocalDate occurredOn)
            implements ReminderCommand {}

    /** One's own only. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record MuteReminders(
            @TargetAggregateIdentifier ReminderSettingsId settingsId, ReminderKind kind, LocalDate occurredOn)
            implements ReminderCommand {}

    /** One's own only. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record UnmuteReminders(
            @TargetAggregateIdentifier ReminderSettingsId settingsId, ReminderKind kind, LocalDate occurredOn)
            implements ReminderCommand {}

    /**
     * One's own only.
     *
     * @param email where reminders are mailed to; {@code null} for nowhere
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record SetMailAddress(@TargetAggregateIdentifier ReminderSettingsId settingsId, String email, LocalDate occurredOn)
            implements ReminderCommand {}
}
