package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.Instant;
import java.util.List;

/** What was decided on the working calendar, as it is recorded by now. */
public interface CalendarBook {
    /**
     * @param event an adoption, or that one was withdrawn
     * @param decidedBy {@code null} for the system
     * @param knownAt when it was recorded
     */
    record Decision(CalendarEvent event, StaffId decidedBy, String reason, Instant knownAt) {}

    /** @return in the order in which they were recorded */
    List<Decision> decisions();

    /** @return those of them that were recorded by that instant */
    default List<Decision> decisionsKnownAt(Instant instant) {
        return decisions().stream()
                .filter(decision -> !decision.knownAt().isAfter(instant))
                .toList();
    }

    /** @return the calendar by which days were reckoned at that instant */
    WorkingCalendar asKnownAt(Instant instant);
}
