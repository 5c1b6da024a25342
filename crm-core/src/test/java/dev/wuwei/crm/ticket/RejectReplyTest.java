package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.RejectReply;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RejectReplyTest {
    private final AggregateScenario<IssueTicket> tickets = scenario().given(and(upToHandling(), replied()));

    private static RejectReply reject(String reason, LocalDate on) {
        return new RejectReply(TICKET, on, reason);
    }

    @Test
    void emits_a_new_limit() {
        tickets.when(reject("仍常跳闸", CONFIRMED_ON)).emits(rejected());
    }

    @Test
    void rejects_without_reason_and_before_the_reply() {
        tickets.when(reject("", CONFIRMED_ON)).rejects(SharedRule.REASON_REQUIRED);
        tickets.when(reject("仍常跳闸", SIGNED_ON)).rejects(SharedRule.TOO_EARLY);
        tickets.given(upToHandling()).when(reject("仍常跳闸", CONFIRMED_ON)).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }
}
