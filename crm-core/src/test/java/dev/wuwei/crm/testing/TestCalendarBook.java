package dev.wuwei.crm.testing;

import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.Instant;
import java.util.List;

/** What was reckoned so far was reckoned Monday to Friday; a test changes the calendar that holds. */
public final class TestCalendarBook implements CalendarBook {
    @Override
    public List<Decision> decisions() {
        return List.of();
    }

    @Override
    public WorkingCalendar asKnownAt(Instant instant) {
        return new TestCalendar();
    }
}
