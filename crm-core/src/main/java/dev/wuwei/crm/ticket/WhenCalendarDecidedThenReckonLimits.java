package dev.wuwei.crm.ticket;

import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.ticket.TicketCommand.ReckonLimit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A limit that spans a day which is free or worked after all moves with it. Sent to those that run out on it or later; each decides by itself. */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenCalendarDecidedThenReckonLimits {
    private final Consequences consequences;
    private final ObjectProvider<RunningLimits> limits;

    WhenCalendarDecidedThenReckonLimits(Consequences consequences, ObjectProvider<RunningLimits> limits) {
        this.consequences = consequences;
        this.limits = limits;
    }

    @EventHandler
    void on(CalendarEvent event, EventMeta meta) {
        event.firstChange()
                .ifPresent(day -> limits.getObject()
                        .ticketsDueFrom(day, meta.position())
                        .forEach(ticket -> consequences.sendBecause(new ReckonLimit(ticket, meta.reason()), meta)));
    }
}
