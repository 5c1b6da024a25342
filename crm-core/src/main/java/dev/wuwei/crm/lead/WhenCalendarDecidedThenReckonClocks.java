package dev.wuwei.crm.lead;

import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.lead.LeadCommand.ReckonClock;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A clock that spans a day which is free or worked after all moves with it. Sent to those that are due on it or later; each decides by itself. */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenCalendarDecidedThenReckonClocks {
    private final Consequences consequences;
    private final ObjectProvider<RunningClocks> clocks;

    WhenCalendarDecidedThenReckonClocks(Consequences consequences, ObjectProvider<RunningClocks> clocks) {
        this.consequences = consequences;
        this.clocks = clocks;
    }

    @EventHandler
    void on(CalendarEvent event, EventMeta meta) {
        event.firstChange()
                .ifPresent(day -> clocks.getObject()
                        .leadsDueFrom(day, meta.position())
                        .forEach(lead -> consequences.sendBecause(new ReckonClock(lead, meta.reason()), meta)));
    }
}
