package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.ConfirmTicket;
import org.junit.jupiter.api.Test;

class ConfirmTicketTest {
    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(and(upToHandling(), replied())).by(SENDER, Role.PROMOTER);

    private static ConfirmTicket confirm(Satisfaction satisfaction) {
        return new ConfirmTicket(TICKET, satisfaction, "不再跳闸", NONE, CONFIRMED_ON);
    }

    @Test
    void emits_how_content_the_enterprise_is_and_the_limit_to_close() {
        tickets.when(confirm(Satisfaction.SATISFIED)).emits(confirmed());
    }

    @Test
    void rejects_the_handlers_own_word() {
        tickets.by(HANDLER, Role.PROMOTER).when(confirm(Satisfaction.SATISFIED)).rejects(TicketRule.OWN_REPLY);
    }

    @Test
    void rejects_before_the_reply_and_without_satisfaction() {
        tickets.when(confirm(null)).rejectsAt("satisfaction", SharedRule.REQUIRED);
        tickets.given(upToHandling()).when(confirm(Satisfaction.SATISFIED)).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }
}
