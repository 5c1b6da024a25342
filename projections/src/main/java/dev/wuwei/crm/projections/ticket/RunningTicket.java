package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.ticket.Limit;
import dev.wuwei.crm.ticket.TicketState;

/** A ticket that is to be moved on by a day. */
public record RunningTicket(String ticketNo, String projectNo, String projectName, TicketState state, Limit limit) {}
