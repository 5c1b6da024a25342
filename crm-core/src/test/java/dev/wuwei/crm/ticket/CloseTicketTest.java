package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.CloseTicket;
import org.junit.jupiter.api.Test;

class CloseTicketTest {
    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(and(upToHandling(), replied(), confirmed()));

    private static CloseTicket close(String conclusion) {
        return new CloseTicket(TICKET, conclusion, CLOSED_ON);
    }

    @Test
    void emits_once_the_enterprise_has_confirmed() {
        tickets.when(close("用电已保障")).emits(closed());
    }

    @Test
    void rejects_without_the_enterprise() {
        tickets.given(and(upToHandling(), replied())).when(close("用电已保障")).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_without_conclusion_and_from_other_parks() {
        tickets.when(close(" ")).rejectsAt("conclusion", SharedRule.REQUIRED);
        tickets.seeing(OTHER_PARK.code()).when(close("用电已保障")).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
