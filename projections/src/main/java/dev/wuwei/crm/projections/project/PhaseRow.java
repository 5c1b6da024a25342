package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A phase on the five columns of 五未.
 *
 * @param due the milestone that ends its stage, {@code null} when none is agreed; its light is green while the clock stands
 * @param progressPercent 形象进度 of the last monthly return
 * @param problems of the last monthly return
 */
public record PhaseRow(
        ProjectId projectId,
        String projectNo,
        String projectName,
        String phase,
        PhaseState state,
        SubState subState,
        boolean active,
        boolean suspended,
        boolean stopped,
        Cause cause,
        NextMilestone due,
        Money investment,
        BigDecimal landMu,
        BigDecimal progressPercent,
        Money invested,
        YearMonth returnedFor,
        String problems) {}
