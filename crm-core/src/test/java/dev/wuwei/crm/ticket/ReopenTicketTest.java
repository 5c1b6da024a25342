package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.ReopenTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketReopened;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReopenTicketTest {
    private static final LocalDate ON = LocalDate.of(2026, 6, 12);

    private final AggregateScenario<IssueTicket> tickets = scenario().given(upToClosed());

    @Test
    void emits_a_limit_to_assign_it_anew() {
        tickets.when(new ReopenTicket(TICKET, ON, "又跳闸了"))
                .emits(new TicketReopened(TICKET, PROJECT, LocalDate.of(2026, 6, 15), ON));
    }

    @Test
    void rejects_what_is_not_closed_or_gives_no_reason() {
        tickets.when(new ReopenTicket(TICKET, ON, null)).rejects(SharedRule.REASON_REQUIRED);
        tickets.given(upToHandling())
                .when(new ReopenTicket(TICKET, ON, "又跳闸了"))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }
}
