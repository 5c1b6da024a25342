package dev.wuwei.crm.calendar;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarCommand.WithdrawCalendar;
import dev.wuwei.crm.shared.EventMeta;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What was decided on the working calendar (工作日历). Begins with the first adoption. Decides by {@link CalendarCourse}. */
@Aggregate(cache = "aggregateCache")
class AdoptedCalendar {
    @AggregateIdentifier
    private CalendarId id;

    private final CalendarCourse course = new CalendarCourse();

    AdoptedCalendar() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptCalendar command, EventMeta meta, ListedCalendar listed) {
        apply(course.adopt(command, meta, listed));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawCalendar command, EventMeta meta, ListedCalendar listed) {
        apply(course.withdraw(command, meta, listed));
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        id = event.calendarId();
        course.evolve(event);
    }
}
