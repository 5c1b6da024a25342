package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/** 蓝色提醒 before the limit, 黄色督办 past it, 红色督办 with an interview (约谈) well past it. */
public enum NoticeLevel {
    BLUE,
    YELLOW,
    RED;

    /** @return the level that a limit has come to, if any */
    public static Optional<NoticeLevel> reached(
            Limit limit, LocalDate today, TicketLimits limits, WorkingCalendar calendar) {
        int late = calendar.workingDaysBetween(limit.dueOn(), today);
        if (late >= limits.redAfter()) {
            return Optional.of(RED);
        }
        if (late > 0) {
            return Optional.of(YELLOW);
        }
        boolean near = calendar.workingDaysBetween(today, limit.dueOn()) <= limits.blueBefore();
        return near && today.isAfter(limit.since()) ? Optional.of(BLUE) : Optional.empty();
    }
}
