package dev.wuwei.crm.testing;

import dev.wuwei.crm.calendar.ListedCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Monday to Friday, less the holidays and with the working days given. */
public final class TestCalendar implements ListedCalendar {
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    public TestCalendar withHoliday(LocalDate date) {
        holidays.add(date);
        return this;
    }

    public TestCalendar withWorkingDay(LocalDate date) {
        worked.add(date);
        return this;
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return worked.contains(date) || !weekend && !holidays.contains(date);
    }
}
