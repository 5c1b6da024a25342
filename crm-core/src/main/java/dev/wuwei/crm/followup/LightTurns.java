package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.LightLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The days on which lights turn. Whoever reckons a light, for one phase or by counting rows of a database, compares days with
 * these and with nothing else.
 */
public record LightTurns(LightLimits limits) {
    /** The first day of what has its light however early one looks. */
    public static final LocalDate EVER = LocalDate.EPOCH;

    /** @return months from the month of the date agreed for the start to the one on whose first day it has the light */
    public int monthsAfterStart(Light light) {
        return light == Light.RED ? limits.startRedMonths() : limits.startYellowMonths();
    }

    /** @return days from the date agreed for another milestone to the first on which it has the light */
    public int daysAfterOther(Light light) {
        return light == Light.RED ? limits.lateRedDays() + 1 : limits.lateYellowDays();
    }

    /** @return progress behind by this many points has the light */
    public int pointsBehind(Light light) {
        return light == Light.RED ? limits.progressRedPoints() + 1 : limits.progressYellowPoints();
    }

    /** @return months from the start, after which what is not in the statistics has the light */
    public int monthsUnlisted(Light light) {
        return light == Light.RED ? limits.statisticsRedMonths() : limits.statisticsYellowMonths();
    }

    LocalDate startDue(LocalDate dueOn, Light light) {
        return YearMonth.from(dueOn).plusMonths(monthsAfterStart(light)).atDay(1);
    }

    LocalDate otherDue(LocalDate dueOn, Light light) {
        return dueOn.plusDays(daysAfterOther(light));
    }

    LocalDate unlisted(LocalDate startedOn, Light light) {
        return startedOn.plusMonths(monthsUnlisted(light));
    }

    /**
     * @return the first day on which the phase shows this light or a worse one if nothing else happens, or {@code null} when it
     *     never will
     */
    public LocalDate shownFrom(LightFacts facts, Light light) {
        if (facts.clockStoppedOn() != null) {
            return null;
        }
        LocalDate due = facts.dueOn() == null
                ? null
                : facts.next() == Milestone.CONSTRUCTION_START
                        ? startDue(facts.dueOn(), light)
                        : otherDue(facts.dueOn(), light);
        boolean toCome = facts.next() != null;
        LocalDate behind =
                toCome && facts.pointsBehind() != null && facts.pointsBehind() >= pointsBehind(light) ? EVER : null;
        LocalDate unlisted = toCome && facts.startedOn() != null && facts.includedOn() == null
                ? unlisted(facts.startedOn(), light)
                : null;
        LocalDate quiet = facts.quietUntil() == null ? EVER : facts.quietUntil().plusDays(1);
        return Stream.of(due, behind, unlisted)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(first -> first.isBefore(quiet) ? quiet : first)
                .orElse(null);
    }
}
