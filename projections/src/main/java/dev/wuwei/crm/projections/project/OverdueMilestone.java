package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * A milestone past its agreed date.
 *
 * @param cause as a suspension or stop named it, or {@code null}
 * @param problems of the last monthly return, or {@code null}
 * @param nextStep what the last visit or round said comes next
 */
public record OverdueMilestone(
        ProjectId projectId,
        String projectNo,
        String projectName,
        NextMilestone milestone,
        Cause cause,
        String problems,
        String nextStep,
        LocalDate nextOn,
        StaffId owner,
        String ownerName) {}
