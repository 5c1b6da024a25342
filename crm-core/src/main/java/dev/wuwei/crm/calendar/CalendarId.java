package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** The working calendar (工作日历): one for all parks. */
public record CalendarId(UUID value) implements TypedId {
    /** Named, so that it is the same in every store. */
    public static final CalendarId ALL = new CalendarId(TypedId.named("calendar", "all"));

    public static CalendarId of(String text) {
        return new CalendarId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
