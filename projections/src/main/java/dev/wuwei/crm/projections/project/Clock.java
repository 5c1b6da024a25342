package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A deadline that runs.
 *
 * @param item the {@code ReviewTopic} of an opinion, phase and milestone of a milestone, otherwise empty
 * @param left days left, in working days where {@link TaskKind#countsWorkingDays}; 0 on the day, negative when it is past
 */
public record Clock(TaskKind kind, String item, LocalDate dueOn, int left) {

    static Clock of(TaskKind kind, String item, LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        int left = kind.countsWorkingDays()
                ? calendar.workingDaysBetween(today, dueOn)
                : Math.toIntExact(ChronoUnit.DAYS.between(today, dueOn));
        boolean weekendPast = left == 0 && dueOn.isBefore(today);
        return new Clock(kind, item, dueOn, weekendPast ? -1 : left);
    }

    public boolean isPast() {
        return left < 0;
    }
}
