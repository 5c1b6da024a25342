package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a step stands on a day.
 *
 * @param start as it was, or the first day on which it can begin
 * @param finish as it was, or as it comes out if every step takes as long as planned
 * @param slackDays by which it may be later and production still start in time; negative: so many days late
 */
public record StepForecast(PlannedStep planned, StepDates actual, LocalDate start, LocalDate finish, long slackDays) {
    /** How far a step has come. */
    public enum State {
        OPEN,
        RUNNING,
        FINISHED
    }

    public State state() {
        if (actual.finishedOn() != null) {
            return State.FINISHED;
        }
        return actual.startedOn() != null ? State.RUNNING : State.OPEN;
    }

    public boolean isLate() {
        return slackDays < 0;
    }

    /**
     * Counted forward from what has happened: what is not begun begins today or when the steps before it are finished.
     *
     * @param actual by code of the step; steps that are missing are not begun
     */
    public static List<StepForecast> of(
            List<PlannedStep> plan, Map<String, StepDates> actual, LocalDate today, WorkingCalendar calendar) {
        Map<String, LocalDate> finishes = new HashMap<>();
        List<StepForecast> forecasts = new ArrayList<>();
        for (PlannedStep planned : plan) {
            StepDates dates = actual.getOrDefault(planned.code(), StepDates.NONE);
            LocalDate start = dates.startedOn();
            LocalDate finish = dates.finishedOn();
            if (finish == null) {
                if (start == null) {
                    start = planned.step().after().stream().map(finishes::get).reduce(today, StepForecast::later);
                }
                finish = later(today, planned.step().finishFrom(start, calendar));
            } else if (start == null) {
                start = planned.step().latestStartFor(finish, calendar);
            }
            finishes.put(planned.code(), finish);
            forecasts.add(new StepForecast(
                    planned, dates, start, finish, ChronoUnit.DAYS.between(finish, planned.latestFinish())));
        }
        return List.copyOf(forecasts);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
