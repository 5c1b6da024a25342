package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Thresholds;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The problem side of a stage, kept apart from the stage itself: until when the phase should have left it.
 *
 * @param milestone what should happen by then, or {@code null} when nothing is left to happen or the phase is withdrawn
 * @param dueOn since when it is below full capacity, where nothing is left to happen; {@code null} when no date was agreed and none is set by default
 * @param quiet nothing can be late, or the phase is suspended for a cause that stops the clock
 */
public record Deadline(Milestone milestone, LocalDate dueOn, boolean quiet) {
    /**
     * Past the agreed date of the milestone that ends the stage; where no date was agreed for 上规, the months after production
     * start that the thresholds set. Suspensions that stop the clock move the agreed date.
     *
     * @param asOf the day that is asked about
     */
    public static Deadline of(PhaseProgress phase, LocalDate asOf, Thresholds thresholds) {
        Milestone next = phase.next().orElse(null);
        if (phase.isActive() && phase.isBelowCapacity()) {
            return new Deadline(null, phase.capacityDroppedOn(), false);
        }
        if (next == null || !phase.isActive()) {
            return new Deadline(null, null, true);
        }
        boolean quiet = phase.isSuspended() && !phase.clockRuns();
        LocalDate agreed = phase.agreedFor(next);
        if (agreed != null) {
            return new Deadline(next, agreed.plusDays(phase.pausedDays() + phase.pausedUntil(asOf)), quiet);
        }
        LocalDate producedOn = phase.recognisedOn(Milestone.PRODUCTION_START);
        return next == Milestone.SCALE_UP && producedOn != null
                ? new Deadline(next, producedOn.plusMonths(thresholds.scaleUpWithinMonths()), quiet)
                : new Deadline(next, null, quiet);
    }

    /** @return the same, or since when the figures alone say that it is below full capacity, if that is earlier */
    public Deadline orBelowCapacity(LocalDate since) {
        return dueOn == null || since.isBefore(dueOn) ? new Deadline(milestone, since, false) : this;
    }

    /** @return days past the date; 0 when it is not past or there is none */
    public long daysLate(LocalDate asOf) {
        return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, asOf));
    }

    /** @return the light of the agreed date alone, before other reasons are looked at */
    public Light light(LocalDate asOf, LightLimits limits) {
        return quiet
                ? Light.GREEN
                : LightVerdict.of(new LightFacts(milestone, dueOn, null, null, null, null, null), asOf, limits)
                        .light();
    }
}
