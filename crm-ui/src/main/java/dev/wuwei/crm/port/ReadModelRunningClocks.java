package dev.wuwei.crm.port;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.RunningClocks;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.project.LeadClockQuery;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.RunningLimits;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Clocks of leads and limits of tickets that run, as lists of what is due tell them. */
@Component
class ReadModelRunningClocks implements RunningClocks, RunningLimits {
    private final LeadClockQuery leads;
    private final TicketQuery tickets;
    private final Processors processors;

    ReadModelRunningClocks(LeadClockQuery leads, TicketQuery tickets, Processors processors) {
        this.leads = leads;
        this.tickets = tickets;
        this.processors = processors;
    }

    @Override
    public List<LeadId> leadsDueFrom(LocalDate day, long position) {
        ReadModels.awaitKnown(position, processors);
        return leads.dueFrom(day);
    }

    @Override
    public List<IssueTicketId> ticketsDueFrom(LocalDate day, long position) {
        ReadModels.awaitKnown(position, processors);
        return tickets.dueFrom(day);
    }
}
