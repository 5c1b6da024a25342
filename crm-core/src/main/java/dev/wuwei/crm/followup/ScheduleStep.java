package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * A step of a schedule.
 *
 * @param workingDays that it takes, when {@code months} is 0
 * @param months that it takes, when {@code workingDays} is 0
 * @param after codes of the steps that must be finished before
 * @param permitCode it begins with the application for this permit and ends with the grant; {@code null} for none
 * @param begins the milestone that is its beginning, or {@code null}
 * @param ends the milestone that is its end, or {@code null}
 */
public record ScheduleStep(
        Coded step,
        int workingDays,
        int months,
        List<String> after,
        String permitCode,
        Milestone begins,
        Milestone ends) {

    public String code() {
        return step.code();
    }

    /** @return when it is finished if it begins on that day */
    LocalDate finishFrom(LocalDate start, WorkingCalendar calendar) {
        return months > 0 ? start.plusMonths(months) : calendar.plusWorkingDays(start, workingDays);
    }

    /** @return the last day on which it may begin and be finished by that day */
    LocalDate latestStartFor(LocalDate finish, WorkingCalendar calendar) {
        if (months > 0) {
            return finish.minusMonths(months);
        }
        LocalDate day = finish;
        for (int left = workingDays; left > 0; day = day.minusDays(1)) {
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** @return its beginning is the application for a permit or a milestone, and entered there */
    boolean startComesFromElsewhere() {
        return permitCode != null || begins != null;
    }

    boolean finishComesFromElsewhere() {
        return permitCode != null || ends != null;
    }
}
