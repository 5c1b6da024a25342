package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightFacts;
import dev.wuwei.crm.followup.LightTurns;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.ProjectId;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What 五未 counts and sorts a phase by, at present. {@link Standings} has the same of any other day.
 *
 * @param place 0 for the least advanced phase of its project, which makes the project's state
 * @param project how its project stands
 * @param phase {@code null} when the follow-up is not open yet
 * @param limits of its lights; a rebuild takes over changed ones
 */
record Standing(ProjectId projectId, int place, ProjectState project, PhaseFigures phase, LightLimits limits) {
    private static final Comparator<PhaseFigures> LEAST_ADVANCED_FIRST = Comparator.comparing(PhaseFigures::state)
            .thenComparing(PhaseFigures::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PhaseFigures::phase)
            .thenComparing(phase -> phase.followUpId().value().toString());

    record Key(ProjectId projectId, int place) {}

    /** @return none when the project is in none of the five states */
    static List<Standing> of(
            ProjectId projectId, ProjectState project, Collection<PhaseFigures> phases, LightLimits limits) {
        if (project == null || project.fiveGap() == null) {
            return List.of();
        }
        if (phases.isEmpty()) {
            return List.of(new Standing(projectId, 0, project, null, limits));
        }
        List<Standing> standings = new ArrayList<>(phases.size());
        phases.stream()
                .sorted(LEAST_ADVANCED_FIRST)
                .forEach(phase -> standings.add(new Standing(projectId, standings.size(), project, phase, limits)));
        return standings;
    }

    Key key() {
        return new Key(projectId, place);
    }

    /** Whole numbers are added up several times as fast as decimal ones. Nothing smaller can be entered. */
    long signedFen() {
        return project.signed()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    FollowUpId followUpId() {
        return phase == null ? null : phase.followUpId();
    }

    String phaseName() {
        return phase == null ? null : phase.phase();
    }

    LocalDate dueOn() {
        return phase == null ? null : phase.dueOn();
    }

    /** @return the first day on which it is past the date agreed for what is next, or {@code null} when it never will be */
    LocalDate lateFrom() {
        LocalDate due = dueOn();
        return due == null || phase.clockStoppedOn() != null && !due.isBefore(phase.clockStoppedOn())
                ? null
                : due.plusDays(1);
    }

    /** @return as {@link LightTurns#shownFrom} */
    LocalDate shownFrom(Light light) {
        return phase == null
                ? null
                : new LightTurns(limits)
                        .shownFrom(
                                new LightFacts(
                                        phase.next(),
                                        phase.dueOn(),
                                        phase.clockStoppedOn(),
                                        phase.progressBehind(),
                                        phase.recognised().getFirst(),
                                        phase.includedOn(),
                                        phase.delay() == null
                                                ? null
                                                : phase.delay().quietUntil()),
                                light);
    }
}
