package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.Rule;

/** Rules about the working calendar. */
public enum CalendarRule implements Rule {
    UNKNOWN_CALENDAR("calendarId"),
    NO_DAYS("free"),
    /** args: day */
    FREE_AND_WORKED("work"),
    /** args: earliest and latest day */
    TOO_FAR("free"),
    /** args: day, day from which it would hold */
    BEFORE_IT_HOLDS("holdsFrom"),
    /** Not one of the days off was worked until then */
    FREE_ALREADY("free"),
    /** args: day */
    WORKED_ALREADY("work"),
    NOT_ADOPTED(null);

    private final String field;

    CalendarRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
