package dev.wuwei.crm.shared;

import java.time.LocalDate;
import java.util.Set;

/** Working days by the official holiday calendar, make-up days (调休) included. */
@FunctionalInterface
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate date);

    /** @return the n-th working day after {@code date}; for n = 0 the date itself */
    default LocalDate plusWorkingDays(LocalDate date, int n) {
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** @return working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier */
    default int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** @return the day itself, or the last working day before it */
    default LocalDate workingDayUpTo(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * What was reckoned by another calendar, reckoned by this one: as many working days from the same day on.
     *
     * @param since the day after which the other counted
     * @param dueOn the last working day in time by the other
     * @return the last one by this; the same where the other never came to that day, so that it was not reckoned by it
     */
    default LocalDate reckonAnew(LocalDate since, LocalDate dueOn, WorkingCalendar other) {
        int workingDays = other.workingDaysBetween(since, dueOn);
        return workingDays > 0 && other.isWorkingDay(dueOn) ? plusWorkingDays(since, workingDays) : dueOn;
    }

    /** @return the same with some days that are free, and some on which one works, otherwise */
    default WorkingCalendar with(Set<LocalDate> free, Set<LocalDate> work) {
        return date -> work.contains(date) || !free.contains(date) && isWorkingDay(date);
    }
}
