package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.calendar.ListedCalendar;
import dev.wuwei.crm.shared.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** {@code config/calendar/holidays.yml}. A year that is not in it yet has free weekends and no holidays. */
final class HolidayCalendar implements ListedCalendar {
    private final Set<LocalDate> free = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    HolidayCalendar(ReferenceFiles files) {
        files.read("calendar/holidays.yml").forEach((year, days) -> {
            Map<?, ?> lists = (Map<?, ?>) days;
            ReferenceFiles.list(lists.get("free")).forEach(range -> {
                String[] ends = range.split("\\.\\.");
                DayRange.parse(year + "-" + ends[0] + ".." + year + "-" + ends[1])
                        .days()
                        .forEach(free::add);
            });
            ReferenceFiles.list(lists.get("work")).forEach(day -> work.add(LocalDate.parse(year + "-" + day)));
        });
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        if (work.contains(date)) {
            return true;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !free.contains(date);
    }
}
