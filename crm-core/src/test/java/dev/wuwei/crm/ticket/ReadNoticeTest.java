package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.ReadNotice;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadNoticeTest {
    private static final LocalDate ON = LocalDate.of(2026, 6, 10);

    private final AggregateScenario<IssueTicket> tickets = scenario()
            .given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD)))
            .by(HEAD, Role.DEPARTMENT_HEAD);

    private static ReadNotice readOn(LocalDate on) {
        return new ReadNotice(TICKET, NOTICE, on);
    }

    @Test
    void emits_who_has_read_it() {
        tickets.when(readOn(TODAY)).emits(read(HEAD, TODAY));
    }

    @Test
    void emits_even_after_the_ticket_was_closed() {
        tickets.given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD), replied(), confirmed(), closed()))
                .when(readOn(TODAY))
                .emits(read(HEAD, TODAY));
    }

    @Test
    void rejects_others_and_twice_and_before_it_was_sent() {
        tickets.when(readOn(ON.minusDays(1))).rejects(SharedRule.TOO_EARLY);
        tickets.by(LEADER, Role.LEADER).when(readOn(TODAY)).rejects(TicketRule.NOT_A_RECIPIENT);
        tickets.given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD), read(HEAD, ON)))
                .by(HEAD, Role.DEPARTMENT_HEAD)
                .when(readOn(TODAY))
                .rejects(TicketRule.ALREADY_READ);
    }
}
