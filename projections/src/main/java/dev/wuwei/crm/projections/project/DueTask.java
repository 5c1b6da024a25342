package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.util.List;

/**
 * Something that is due on a project.
 *
 * @param clock what, until when, and how much is left
 * @param silentDays days without progress, for {@link TaskKind#PROGRESS}; otherwise 0
 * @param note the next step that was agreed on, for {@link TaskKind#NEXT_CONTACT}
 * @param place where the last visit or round took place
 * @param ours who of ours was there
 * @param round number of the next round while the project is in talks and has had one, otherwise 0
 * @param openPoints topics left open by the last round
 */
public record DueTask(
        ProjectId projectId,
        String projectNo,
        String projectName,
        ProjectStage stage,
        Money amount,
        StaffId owner,
        String ownerName,
        Clock clock,
        long silentDays,
        String note,
        String place,
        List<StaffId> ours,
        int round,
        int openPoints) {}
