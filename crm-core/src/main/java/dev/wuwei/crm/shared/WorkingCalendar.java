package dev.wuwei.crm.shared;

import java.time.LocalDate;

/** Working days by the official holiday calendar, make-up days (调休) included. */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate date);

    /** @return the n-th working day after {@code date}; for n = 0 the date itself */
    LocalDate plusWorkingDays(LocalDate date, int n);

    /** @return working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier */
    int workingDaysBetween(LocalDate from, LocalDate to);
}
