package dev.wuwei.crm.followup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** 序时进度: the time in which the works should be done, against which 形象进度 is held. */
public record TimePace(LocalDate from, LocalDate to) {
    /** From the step that begins with the construction start to the one that ends with the completion. */
    public static Optional<TimePace> of(List<PlannedStep> plan) {
        LocalDate from = null;
        LocalDate to = null;
        for (PlannedStep planned : plan) {
            from = planned.step().begins() == Milestone.CONSTRUCTION_START ? planned.latestStart() : from;
            to = planned.step().ends() == Milestone.COMPLETION ? planned.latestFinish() : to;
        }
        return between(from, to);
    }

    /** @return empty when there is no time between them */
    public static Optional<TimePace> between(LocalDate from, LocalDate to) {
        return from == null || to == null || !to.isAfter(from) ? Optional.empty() : Optional.of(new TimePace(from, to));
    }

    /**
     * @param planned by the schedule; without one the works run from their start to the agreed completion
     * @param returnedOn the day of the return that tells the progress
     * @return points that the progress is behind, {@code null} when there is nothing to hold it against
     */
    public static Integer pointsBehind(
            PhaseState state,
            TimePace planned,
            LocalDate startedOn,
            LocalDate completeBy,
            BigDecimal progress,
            LocalDate returnedOn) {
        if (state != PhaseState.STARTED || progress == null) {
            return null;
        }
        return Optional.ofNullable(planned)
                .or(() -> between(startedOn, completeBy))
                .map(pace -> Math.max(0, pace.percentOn(returnedOn) - progress.intValue()))
                .orElse(null);
    }

    /** @return percent of the time that has passed on that day, 0 to 100 */
    public int percentOn(LocalDate day) {
        return Math.clamp(100 * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to), 0, 100);
    }
}
