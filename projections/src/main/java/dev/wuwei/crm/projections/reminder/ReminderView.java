package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.reminder.ReminderId;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * A reminder that waits to be read.
 *
 * @param parkCode of the project, or {@code null}
 * @param projectId and what the project is called: {@code null} for what is about none
 * @param item phase and milestone joined by a bar, review topic, clause …, by kind; or empty
 * @param past whether it says that the day has passed, rather than coming near
 */
public record ReminderView(
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
        LocalDate raisedOn) {}
