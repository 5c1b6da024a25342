package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.LightLimits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The light of a phase on a day. It is reckoned, never stored: so it can be told for any past day from the facts of that day.
 *
 * @param reasons all of them, the worst first; they stand while the light is quiet too
 * @param quiet a justified cause or a clock that stands still quiets the light, never the record
 */
public record LightVerdict(List<LightReason> reasons, boolean quiet) {
    public static LightVerdict of(LightFacts facts, LocalDate day, LightLimits limits) {
        List<LightReason> reasons = new ArrayList<>();
        LocalDate stopped = facts.clockStoppedOn();
        LightTurns turns = new LightTurns(limits);
        due(facts, stopped == null ? day : stopped, turns).ifPresent(reasons::add);
        if (facts.next() != null) {
            behind(facts, turns).ifPresent(reasons::add);
            statistics(facts, day, turns).ifPresent(reasons::add);
        }
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

    private static Optional<LightReason> due(LightFacts facts, LocalDate day, LightTurns turns) {
        if (facts.dueOn() == null) {
            return Optional.empty();
        }
        long late = ChronoUnit.DAYS.between(facts.dueOn(), day);
        return facts.next() == Milestone.CONSTRUCTION_START
                ? reason(
                        LightReason.Kind.START_MISSED,
                        late,
                        light -> !day.isBefore(turns.startDue(facts.dueOn(), light)))
                : reason(
                        facts.next() == null ? LightReason.Kind.BELOW_CAPACITY : LightReason.Kind.MILESTONE_LATE,
                        late,
                        light -> !day.isBefore(turns.otherDue(facts.dueOn(), light)));
    }

    private static Optional<LightReason> behind(LightFacts facts, LightTurns turns) {
        return facts.pointsBehind() == null
                ? Optional.empty()
                : reason(
                        LightReason.Kind.PROGRESS_BEHIND,
                        facts.pointsBehind(),
                        light -> facts.pointsBehind() >= turns.pointsBehind(light));
    }

    private static Optional<LightReason> statistics(LightFacts facts, LocalDate day, LightTurns turns) {
        return facts.startedOn() == null || facts.includedOn() != null
                ? Optional.empty()
                : reason(
                        LightReason.Kind.NOT_IN_STATISTICS,
                        ChronoUnit.DAYS.between(facts.startedOn(), day),
                        light -> !day.isBefore(turns.unlisted(facts.startedOn(), light)));
    }

    private static Optional<LightReason> reason(LightReason.Kind kind, long amount, Predicate<Light> reached) {
        return Stream.of(Light.RED, Light.YELLOW)
                .filter(reached)
                .findFirst()
                .map(light -> new LightReason(kind, light, amount));
    }
}
