package dev.wuwei.crm.projections.reminder;

import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * Something that comes near or was missed, and whom it concerns.
 *
 * @param projectId and what the project is called: {@code null} for what is about none
 * @param item phase and milestone joined by a bar, review topic …, by kind; or empty
 */
public record DueThing(
        StaffId recipient,
        ReminderKind kind,
        ProjectId projectId,
        String projectNo,
        String projectName,
        String parkCode,
        String item,
        LocalDate dueOn) {}
