package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to the working calendar (工作日历). {@code occurredOn} is when it was decided. Days are in their order. */
public sealed interface CalendarEvent extends DomainEvent {
    CalendarId calendarId();

    List<LocalDate> free();

    List<LocalDate> work();

    /** @return none of the days is before it */
    LocalDate from();

    /** @return the first day that is otherwise than until then, if any is; what is due before it stays */
    default Optional<LocalDate> firstChange() {
        return switch (this) {
            case CalendarAdopted e -> AdoptedDays.first(e.formerlyWorked(), e.formerlyFree());
            case CalendarWithdrawn e -> AdoptedDays.first(e.againWorked(), e.againFree());
        };
    }

    /**
     * @param free days that are free, weekends among them
     * @param work days that are worked
     * @param formerlyWorked those of the free days that were worked until then
     * @param formerlyFree those of the worked days that were free until then
     */
    record CalendarAdopted(
            CalendarId calendarId,
            List<LocalDate> free,
            List<LocalDate> work,
            List<LocalDate> formerlyWorked,
            List<LocalDate> formerlyFree,
            LocalDate from,
            LocalDate occurredOn)
            implements CalendarEvent {}

    /**
     * The last adoption was taken back, as if it had never been.
     *
     * @param free days that were free by it
     * @param work days that were worked by it
     * @param againWorked those of the free days that are worked after all
     * @param againFree those of the worked days that are free after all
     * @param from day from which it had been adopted
     */
    record CalendarWithdrawn(
            CalendarId calendarId,
            List<LocalDate> free,
            List<LocalDate> work,
            List<LocalDate> againWorked,
            List<LocalDate> againFree,
            LocalDate from,
            LocalDate occurredOn)
            implements CalendarEvent {}
}
