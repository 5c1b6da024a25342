package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.ReplyToTicket;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReplyToTicketTest {
    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(upToHandling()).by(HANDLER, Role.PROMOTER);

    private static ReplyToTicket reply(String reply, LocalDate on) {
        return new ReplyToTicket(TICKET, reply, NONE, on);
    }

    @Test
    void emits_the_reply_with_the_limit_for_the_enterprise() {
        tickets.when(reply("已增容至 800 千伏安", REPLIED_ON)).emits(replied());
    }

    @Test
    void rejects_before_anything_was_done() {
        tickets.given(raised(), assigned(), signedFor())
                .when(reply("已增容", REPLIED_ON))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_bad_input_and_others() {
        tickets.when(reply(null, REPLIED_ON)).rejectsAt("reply", SharedRule.REQUIRED);
        tickets.when(reply("已增容", LocalDate.of(2026, 6, 3))).rejects(SharedRule.TOO_EARLY);
        tickets.by(SENDER, Role.PROMOTER).when(reply("已增容", REPLIED_ON)).rejects(TicketRule.NOT_THE_HANDLER);
    }
}
