package dev.wuwei.crm.calendar;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarCommand.WithdrawCalendar;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What was decided on the working calendar so far, and what may be decided next. Pure. */
final class CalendarCourse {
    private final List<CalendarEvent> events = new ArrayList<>();
    private LocalDate lastStepOn = Checks.EARLIEST;

    CalendarAdopted adopt(AdoptCalendar command, EventMeta meta, ListedCalendar listed) {
        permit(command, meta);
        Violations found = new Violations();
        List<LocalDate> free = found.value(() -> days(command.free(), "free", meta.today()));
        List<LocalDate> work = found.value(() -> days(command.work(), "work", meta.today()));
        LocalDate from = found.value(() -> Checks.plausible(command.holdsFrom(), "holdsFrom"));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        if (free.isEmpty() && work.isEmpty()) {
            throw new RuleViolated(CalendarRule.NO_DAYS);
        }
        work.stream().filter(free::contains).findFirst().ifPresent(day -> {
            throw new RuleViolated(CalendarRule.FREE_AND_WORKED, day);
        });
        AdoptedDays.first(free, work).filter(day -> day.isBefore(from)).ifPresent(day -> {
            throw new RuleViolated(CalendarRule.BEFORE_IT_HOLDS, day, from);
        });
        AdoptedDays calendar = AdoptedDays.of(listed, events);
        List<LocalDate> formerlyWorked = only(free, calendar::isWorkingDay);
        if (!free.isEmpty() && formerlyWorked.isEmpty()) {
            throw new RuleViolated(CalendarRule.FREE_ALREADY);
        }
        work.stream().filter(calendar::isWorkingDay).findFirst().ifPresent(day -> {
            throw new RuleViolated(CalendarRule.WORKED_ALREADY, day);
        });
        return new CalendarAdopted(CalendarId.ALL, free, work, formerlyWorked, work, from, command.occurredOn());
    }

    CalendarWithdrawn withdraw(WithdrawCalendar command, EventMeta meta, ListedCalendar listed) {
        permit(command, meta);
        Violations found = new Violations();
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        AdoptedDays calendar = AdoptedDays.of(listed, events);
        CalendarAdopted last = calendar.last().orElseThrow(() -> new RuleViolated(CalendarRule.NOT_ADOPTED));
        AdoptedDays again = calendar.withoutTheLast();
        return new CalendarWithdrawn(
                CalendarId.ALL,
                last.free(),
                last.work(),
                only(last.free(), again::isWorkingDay),
                only(last.work(), day -> !again.isWorkingDay(day)),
                last.from(),
                command.occurredOn());
    }

    private static void permit(CalendarCommand command, EventMeta meta) {
        ParkScope.checkAll(meta);
        if (!CalendarId.ALL.equals(command.calendarId())) {
            throw new RuleViolated(CalendarRule.UNKNOWN_CALENDAR);
        }
    }

    /** @return each once, in their order */
    private static List<LocalDate> days(List<LocalDate> given, String field, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day : given == null ? List.<LocalDate>of() : given) {
            days.add(Checks.present(day, field));
        }
        return AdoptCalendar.checked(List.copyOf(days), field, today);
    }

    private static List<LocalDate> only(List<LocalDate> days, Predicate<LocalDate> kept) {
        return days.stream().filter(kept).toList();
    }

    private void next(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        Checks.notBefore(date, lastStepOn, "occurredOn");
    }

    void evolve(CalendarEvent event) {
        events.add(event);
        lastStepOn = event.occurredOn();
    }
}
