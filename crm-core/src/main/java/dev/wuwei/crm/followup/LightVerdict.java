package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.LightLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The light of a phase on a day. It is reckoned, never stored: so it can be told for any past day from the facts of that day.
 *
 * @param reasons all of them, the worst first; they stand while the light is quiet too
 * @param quiet a justified cause or a clock that stands still quiets the light, never the record
 */
public record LightVerdict(List<LightReason> reasons, boolean quiet) {
    public static LightVerdict of(LightFacts facts, LocalDate day, LightLimits limits) {
        if (facts.next() == null) {
            return new LightVerdict(List.of(), false);
        }
        List<LightReason> reasons = new ArrayList<>();
        due(facts, day, limits).ifPresent(reasons::add);
        behind(facts, limits).ifPresent(reasons::add);
        statistics(facts, day, limits).ifPresent(reasons::add);
        reasons.sort((one, other) -> other.light().compareTo(one.light()));
        boolean quiet = facts.clockStoppedOn() != null
                || facts.quietUntil() != null && !facts.quietUntil().isBefore(day);
        return new LightVerdict(List.copyOf(reasons), quiet && !reasons.isEmpty());
    }

    /** @return what is shown */
    public Light light() {
        return quiet ? Light.GREEN : recorded();
    }

    /** @return the worst of the reasons, quieted or not */
    public Light recorded() {
        return reasons.isEmpty() ? Light.GREEN : reasons.getFirst().light();
    }

    private static Optional<LightReason> due(LightFacts facts, LocalDate today, LightLimits limits) {
        if (facts.dueOn() == null) {
            return Optional.empty();
        }
        LocalDate day = facts.clockStoppedOn() == null ? today : facts.clockStoppedOn();
        long days = ChronoUnit.DAYS.between(facts.dueOn(), day);
        if (facts.next() == Milestone.CONSTRUCTION_START) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(facts.dueOn()), YearMonth.from(day));
            return reason(
                    LightReason.Kind.START_MISSED, months, limits.startYellowMonths(), limits.startRedMonths(), days);
        }
        return reason(LightReason.Kind.MILESTONE_LATE, days, limits.lateYellowDays(), limits.lateRedDays() + 1L, days);
    }

    private static Optional<LightReason> behind(LightFacts facts, LightLimits limits) {
        return facts.pointsBehind() == null
                ? Optional.empty()
                : reason(
                        LightReason.Kind.PROGRESS_BEHIND,
                        facts.pointsBehind(),
                        limits.progressYellowPoints(),
                        limits.progressRedPoints() + 1L,
                        facts.pointsBehind());
    }

    private static Optional<LightReason> statistics(LightFacts facts, LocalDate day, LightLimits limits) {
        if (facts.startedOn() == null || facts.includedOn() != null) {
            return Optional.empty();
        }
        boolean yellow = !day.isBefore(facts.startedOn().plusMonths(limits.statisticsYellowMonths()));
        boolean red = !day.isBefore(facts.startedOn().plusMonths(limits.statisticsRedMonths()));
        return yellow
                ? Optional.of(new LightReason(
                        LightReason.Kind.NOT_IN_STATISTICS,
                        red ? Light.RED : Light.YELLOW,
                        ChronoUnit.DAYS.between(facts.startedOn(), day)))
                : Optional.empty();
    }

    private static Optional<LightReason> reason(
            LightReason.Kind kind, long measured, long yellow, long red, long amount) {
        return measured < yellow
                ? Optional.empty()
                : Optional.of(new LightReason(kind, measured >= red ? Light.RED : Light.YELLOW, amount));
    }
}
