package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SubState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How one phase stood on a day.
 *
 * @param state by recognised milestones
 * @param reportedState by reported ones too
 * @param stateSince date of the milestone that led to {@code state}
 * @param dueOn date agreed for the next milestone, later by the days that the clock stood still; at full
 *     capacity the day since which it is below it; {@code null} when none was agreed
 * @param clockStoppedOn since when {@code dueOn} does not count on, or {@code null}
 * @param cause whose side a suspension or stop lies on
 * @param investment CNY agreed for the phase
 * @param invested CNY to date by the last return
 * @param progressPercent by the last return
 * @param progressBehind points behind the time pace (of the schedule, or from start to agreed completion) at the last return
 * @param agreed dates agreed, by {@link Milestone}
 * @param recognised dates recognised, by {@link Milestone}
 * @param includedOn since when it is in the statistics, or {@code null}
 * @param delay what keeps it from the next milestone, or {@code null}
 */
record PhaseFigures(
        FollowUpId followUpId,
        String phase,
        PhaseState state,
        PhaseState reportedState,
        LocalDate stateSince,
        SubState subState,
        boolean suspended,
        boolean stopped,
        Cause cause,
        LocalDate dueOn,
        LocalDate clockStoppedOn,
        BigDecimal investment,
        BigDecimal invested,
        BigDecimal progressPercent,
        Integer progressBehind,
        List<LocalDate> agreed,
        List<LocalDate> recognised,
        LocalDate includedOn,
        Delay delay) {

    Milestone next() {
        return state.next();
    }
}
