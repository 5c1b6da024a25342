package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 倒排工期: counted back from the day of production start, step by step. */
public final class BackSchedule {
    private BackSchedule() {}

    /**
     * @param steps each after those that it depends on
     * @return the steps in the same order, each with its latest days; none ends after one that depends on it must begin
     */
    public static List<PlannedStep> of(List<ScheduleStep> steps, LocalDate production, WorkingCalendar calendar) {
        Map<String, LocalDate> finishBy = new HashMap<>();
        List<PlannedStep> planned = new ArrayList<>();
        for (ScheduleStep step : steps.reversed()) {
            LocalDate finish = finishBy.getOrDefault(step.code(), production);
            LocalDate start = step.latestStartFor(finish, calendar);
            planned.add(new PlannedStep(step, start, finish));
            step.after().forEach(before -> finishBy.merge(before, start, BackSchedule::earlier));
        }
        return List.copyOf(planned.reversed());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
