package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import dev.wuwei.crm.ticket.TicketCommand.WithdrawTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketWithdrawn;
import org.junit.jupiter.api.Test;

class WithdrawTicketTest {
    private final AggregateScenario<IssueTicket> tickets = scenario().given(raised(), assigned());

    @Test
    void emits_and_then_nothing_more_can_be_done() {
        var withdrawn = new TicketWithdrawn(TICKET, PROJECT, SIGNED_ON);
        tickets.when(new WithdrawTicket(TICKET, SIGNED_ON, "重复登记")).emits(withdrawn);
        tickets.given(raised(), assigned(), withdrawn)
                .when(new SignForTicket(TICKET, SIGNED_ON))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_without_reason_and_what_is_closed() {
        tickets.when(new WithdrawTicket(TICKET, SIGNED_ON, "")).rejects(SharedRule.REASON_REQUIRED);
        tickets.given(upToClosed())
                .when(new WithdrawTicket(TICKET, TODAY, "重复登记"))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }
}
