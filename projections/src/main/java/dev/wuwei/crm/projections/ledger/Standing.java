package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightFacts;
import dev.wuwei.crm.followup.LightTurns;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.standard.Standards;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What 五未 counts and sorts a phase by, over a range of days, as known now. {@link Standings} makes the same of what was known
 * earlier.
 *
 * @param place 0 for the least advanced phase of its project, which makes the project's state
 * @param to first day on which it no longer stood so, or {@code null} while it does
 */
record Standing(ProjectId projectId, int place, LocalDate from, LocalDate to, Figures figures) {
    /**
     * @param followUpId and the phase: {@code null} when the follow-up is not open yet
     * @param signedFen in 分: whole numbers are added up several times as fast as decimal ones, and nothing smaller can be entered
     * @param lateFrom first day on which it is past the date agreed for what is next, or {@code null} when it never will be
     * @param yellowFrom as {@link LightTurns#shownFrom}, and so is the next
     */
    record Figures(
            FollowUpId followUpId,
            String phase,
            String projectNo,
            String park,
            String industry,
            StaffId leader,
            StaffId owner,
            long signedFen,
            PhaseState fiveGap,
            LocalDate dueOn,
            LocalDate lateFrom,
            LocalDate yellowFrom,
            LocalDate redFrom) {

        private static Figures of(ProjectState project, PhaseFigures phase, LightTurns turns) {
            LightFacts facts = phase == null ? null : lightFacts(phase);
            return new Figures(
                    phase == null ? null : phase.followUpId(),
                    phase == null ? null : phase.phase(),
                    project.projectNo(),
                    project.booked().cell().park(),
                    project.booked().cell().industry(),
                    project.leader(),
                    project.owner(),
                    project.signed()
                            .movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact(),
                    project.fiveGap(),
                    phase == null ? null : phase.dueOn(),
                    phase == null ? null : lateFrom(phase),
                    facts == null ? null : turns.shownFrom(facts, Light.YELLOW),
                    facts == null ? null : turns.shownFrom(facts, Light.RED));
        }

        private static LocalDate lateFrom(PhaseFigures phase) {
            LocalDate due = phase.dueOn();
            boolean stoppedBefore =
                    due != null && phase.clockStoppedOn() != null && !due.isBefore(phase.clockStoppedOn());
            return due == null || stoppedBefore ? null : due.plusDays(1);
        }

        private static LightFacts lightFacts(PhaseFigures phase) {
            return new LightFacts(
                    phase.next(),
                    phase.dueOn(),
                    phase.clockStoppedOn(),
                    phase.progressBehind(),
                    phase.recognised().getFirst(),
                    phase.includedOn(),
                    phase.delay() == null ? null : phase.delay().quietUntil());
        }
    }

    record Key(ProjectId projectId, int place) {}

    record PastKey(ProjectId projectId, int place, LocalDate from) {}

    private static final Comparator<PhaseFigures> LEAST_ADVANCED_FIRST = Comparator.comparing(PhaseFigures::state)
            .thenComparing(PhaseFigures::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PhaseFigures::phase)
            .thenComparing(phase -> phase.followUpId().value().toString());

    private record Begun(LocalDate from, Figures figures) {}

    /**
     * @param standards by which lights turn: on every day by those of that day
     * @return over all days on which the project is in one of the five states
     */
    static List<Standing> of(
            ProjectId projectId,
            Timeline<ProjectState> project,
            Collection<Timeline<PhaseFigures>> phases,
            Standards standards) {
        if (project.segments().stream().allMatch(segment -> segment.state().fiveGap() == null)) {
            return List.of();
        }
        TreeSet<LocalDate> days = project.dates(LocalDate.MIN).collect(Collectors.toCollection(TreeSet::new));
        phases.forEach(phase -> phase.dates(LocalDate.MIN).forEach(days::add));
        days.addAll(standards.lightsChangeOn());
        List<Standing> over = new ArrayList<>();
        List<Begun> begun = new ArrayList<>();
        for (LocalDate day : days) {
            List<Figures> there = on(day, project, phases, new LightTurns(standards.lights(day)));
            for (int place = 0; place < Math.max(begun.size(), there.size()); place++) {
                Begun before = place < begun.size() ? begun.get(place) : null;
                Figures now = place < there.size() ? there.get(place) : null;
                if (before != null && before.figures().equals(now)) {
                    continue;
                }
                if (before != null) {
                    over.add(new Standing(projectId, place, before.from(), day, before.figures()));
                }
                if (now != null && before != null) {
                    begun.set(place, new Begun(day, now));
                } else if (now != null) {
                    begun.add(new Begun(day, now));
                }
            }
            begun.subList(there.size(), begun.size()).clear();
        }
        for (int place = 0; place < begun.size(); place++) {
            Begun now = begun.get(place);
            over.add(new Standing(projectId, place, now.from(), null, now.figures()));
        }
        return over;
    }

    private static List<Figures> on(
            LocalDate day,
            Timeline<ProjectState> project,
            Collection<Timeline<PhaseFigures>> phases,
            LightTurns turns) {
        ProjectState state = project.at(day);
        if (state == null || state.fiveGap() == null) {
            return List.of();
        }
        List<Figures> figures = phases.stream()
                .map(phase -> phase.at(day))
                .filter(Objects::nonNull)
                .sorted(LEAST_ADVANCED_FIRST)
                .map(phase -> Figures.of(state, phase, turns))
                .toList();
        return figures.isEmpty() ? List.of(Figures.of(state, null, turns)) : figures;
    }

    boolean isPresent() {
        return to == null;
    }

    Key key() {
        return new Key(projectId, place);
    }

    PastKey pastKey() {
        return new PastKey(projectId, place, from);
    }
}
