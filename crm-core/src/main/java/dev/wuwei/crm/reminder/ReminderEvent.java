package dev.wuwei.crm.reminder;

import dev.wuwei.crm.shared.DataSubject;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/** What happened to reminders (提醒), and to how people want to be reminded. */
public sealed interface ReminderEvent extends DomainEvent {

    /**
     * @param projectId and what the project is called: {@code null} for a campaign and for a digest
     * @param parkCode of the project
     * @param item phase and milestone, review topic, clause …, by kind; or empty
     * @param past whether the day has passed, rather than coming near
     */
    record ReminderRaised(
            ReminderId reminderId,
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
            implements ReminderEvent {}

    record ReminderDelivered(ReminderId reminderId, ReminderWay way, LocalDate occurredOn) implements ReminderEvent {}

    record ReminderRead(ReminderId reminderId, LocalDate occurredOn) implements ReminderEvent {}

    /** @param until it comes back on that day */
    record ReminderSnoozed(ReminderId reminderId, LocalDate until, LocalDate occurredOn) implements ReminderEvent {}

    record RemindersMuted(ReminderSettingsId settingsId, StaffId staffId, ReminderKind kind, LocalDate occurredOn)
            implements ReminderEvent {}

    record RemindersUnmuted(ReminderSettingsId settingsId, StaffId staffId, ReminderKind kind, LocalDate occurredOn)
            implements ReminderEvent {}

    /** @param email {@code null} when reminders are no longer to be mailed */
    record MailAddressSet(
            ReminderSettingsId settingsId,
            @DataSubject StaffId staffId,
            @PersonalData String email,
            LocalDate occurredOn)
            implements ReminderEvent {}
}
