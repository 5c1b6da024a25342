package dev.wuwei.crm.followup;

import java.time.LocalDate;

/**
 * What the light of a phase on a day depends on.
 *
 * @param next the milestone that ends the stage, {@code null} when nothing is left to happen or the phase is withdrawn
 * @param dueOn where nothing is left to happen, since when it is below full capacity; else agreed for it, later by the days that the clock stood still; {@code null} when no date was agreed
 * @param clockStoppedOn since when the clock stands still, or {@code null}
 * @param pointsBehind the time pace at the last return, or {@code null}
 * @param startedOn recognised, or {@code null}
 * @param includedOn since when it is in the statistics, or {@code null}
 * @param quietUntil the last day on which a justified cause quiets the light, or {@code null}
 */
public record LightFacts(
        Milestone next,
        LocalDate dueOn,
        LocalDate clockStoppedOn,
        Integer pointsBehind,
        LocalDate startedOn,
        LocalDate includedOn,
        LocalDate quietUntil) {}
