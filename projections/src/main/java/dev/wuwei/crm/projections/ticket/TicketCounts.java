package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketState;
import java.util.Map;

/**
 * How many tickets there are; withdrawn ones never count.
 *
 * @param byState in every state; 0 where there are none
 * @param byNotice open ones by the highest notice about the limit that runs
 */
public record TicketCounts(
        long total, long open, long overdue, Map<TicketState, Long> byState, Map<NoticeLevel, Long> byNotice) {
    public TicketCounts {
        byState = Map.copyOf(byState);
        byNotice = Map.copyOf(byNotice);
    }

    public long closed() {
        return byState.get(TicketState.CLOSED);
    }
}
