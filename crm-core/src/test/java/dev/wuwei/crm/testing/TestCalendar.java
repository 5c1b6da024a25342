package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Monday to Friday, less the holidays given. */
public final class TestCalendar implements WorkingCalendar {
    private final Set<LocalDate> holidays = new HashSet<>();

    public TestCalendar withHoliday(LocalDate date) {
        holidays.add(date);
        return this;
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(date);
    }
}
