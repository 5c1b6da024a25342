package dev.wuwei.crm.ui.wall;

import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.ui.component.Terms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is drawn for one phase on a stretch of months.
 *
 * @param bars in the order in which they lie over one another
 * @param steps of its schedule, by their latest days; empty when it has none
 */
record WallTrack(List<Bar> bars, List<Mark> marks, List<Step> steps) {
    /** The stretch that the wall shows, whole months. */
    record Stretch(YearMonth first, int months) {
        /** From five months back, as much of the past as explains where things stand. */
        static Stretch around(LocalDate today) {
            return new Stretch(YearMonth.from(today).minusMonths(5), 12);
        }

        /** @return per cent from the left, all months equally wide; cut off at both ends */
        double at(LocalDate day) {
            double month = ChronoUnit.MONTHS.between(first, YearMonth.from(day))
                    + (day.getDayOfMonth() - 1.0) / day.lengthOfMonth();
            return Math.clamp(month / months * 100, 0, 100);
        }

        boolean holds(LocalDate day) {
            YearMonth month = YearMonth.from(day);
            return !month.isBefore(first) && month.isBefore(first.plusMonths(months));
        }
    }

    /** 计划, 已完成, 逾期. */
    enum Kind {
        PLAN,
        DONE,
        LATE
    }

    /** From and to in per cent. */
    record Bar(Kind kind, Light light, double from, double to) {}

    /** A milestone, in per cent; filled when it is recognised. */
    record Mark(double at, boolean recognised) {}

    /** A step of the schedule, from and to in per cent. */
    record Step(String name, StepForecast.State state, long daysLate, double from, double to) {}

    /** @param schedule of the phase, {@code null} when it has none */
    static WallTrack of(PhaseView phase, Schedule schedule, Stretch stretch, LocalDate today) {
        int next = phase.state().ordinal();
        List<Bar> bars = new ArrayList<>();
        LocalDate begin = first(phase);
        LocalDate end = lastShown(phase, next);
        if (begin != null && end != null) {
            bar(bars, Kind.PLAN, phase.light(), begin, end, stretch);
        }
        if (begin != null && next > 0) {
            bar(bars, Kind.DONE, phase.light(), begin, done(phase, next, today), stretch);
        }
        if (phase.daysLate() > 0) {
            bar(bars, Kind.LATE, phase.light(), phase.dueOn(), phase.dueOn().plusDays(phase.daysLate()), stretch);
        }
        return new WallTrack(
                bars, marks(phase, next, stretch), schedule == null ? List.of() : steps(schedule, stretch));
    }

    /** @return the first step that is not finished, {@code null} when there is none */
    Step currentStep() {
        return steps.stream()
                .filter(step -> step.state() != StepForecast.State.FINISHED)
                .findFirst()
                .orElse(null);
    }

    /** Only the chain that leads to production: what runs beside another step would lie over it. */
    private static List<Step> steps(Schedule schedule, Stretch stretch) {
        List<Step> steps = new ArrayList<>();
        StepForecast at = schedule.steps().getLast();
        while (at != null) {
            LocalDate from = at.planned().latestStart();
            double left = stretch.at(from);
            double right = stretch.at(at.planned().latestFinish());
            if (right > left) {
                steps.addFirst(new Step(
                        Terms.of(at.planned().step().step()), at.state(), Math.max(0, -at.slackDays()), left, right));
            }
            at = before(schedule, at);
        }
        return List.copyOf(steps);
    }

    /** The step that leaves least time to the one after it. */
    private static StepForecast before(Schedule schedule, StepForecast step) {
        return schedule.steps().stream()
                .filter(one ->
                        step.planned().step().after().contains(one.planned().code()))
                .min(Comparator.comparingLong(StepForecast::slackDays))
                .orElse(null);
    }

    /** The bar begins at the construction start, as it was or as it was agreed. */
    private static LocalDate first(PhaseView phase) {
        LocalDate recognised = phase.recognised().getFirst();
        return recognised != null ? recognised : phase.agreed().getFirst();
    }

    /** As far as the milestone after the next one: what lies beyond is not yet on anybody's desk. */
    private static LocalDate lastShown(PhaseView phase, int next) {
        return Stream.concat(phase.agreed().stream().skip(next).limit(2), phase.recognised().stream())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** A site under construction is done up to today, otherwise up to the last recognised milestone. */
    private static LocalDate done(PhaseView phase, int next, LocalDate today) {
        LocalDate last = phase.recognised().get(next - 1);
        return next == 1 || last == null ? today : last;
    }

    private static void bar(List<Bar> bars, Kind kind, Light light, LocalDate from, LocalDate to, Stretch stretch) {
        double left = stretch.at(from);
        double right = stretch.at(to);
        if (right > left) {
            bars.add(new Bar(kind, light, left, right));
        }
    }

    private static List<Mark> marks(PhaseView phase, int next, Stretch stretch) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < phase.agreed().size(); i++) {
            LocalDate recognised = phase.recognised().get(i);
            LocalDate day = recognised != null
                    ? recognised
                    : i < next + 2 ? phase.agreed().get(i) : null;
            if (day != null && stretch.holds(day)) {
                marks.add(new Mark(stretch.at(day), recognised != null));
            }
        }
        return marks;
    }
}
