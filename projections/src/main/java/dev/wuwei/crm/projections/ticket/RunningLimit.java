package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.Limit;
import dev.wuwei.crm.ticket.NoticeLevel;

/**
 * A limit of an open ticket.
 *
 * @param sent the highest notice about it, or {@code null}
 */
public record RunningLimit(IssueTicketId ticketId, Limit limit, NoticeLevel sent) {}
