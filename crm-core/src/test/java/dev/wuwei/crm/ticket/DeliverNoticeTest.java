package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.DeliverNotice;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeliverNoticeTest {
    private static final LocalDate ON = LocalDate.of(2026, 6, 10);

    private final AggregateScenario<IssueTicket> tickets = scenario()
            .given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD)))
            .by(HEAD, Role.DEPARTMENT_HEAD);

    private static DeliverNotice deliver(StaffId recipient) {
        return new DeliverNotice(TICKET, NOTICE, recipient, DeliveryWay.IN_APP, ON);
    }

    @Test
    void emits_when_it_reached_the_recipient() {
        tickets.when(deliver(null)).emits(delivered(HEAD, ON));
        tickets.by(SENDER, Role.SYSTEM).when(deliver(HEAD)).emits(delivered(HEAD, ON));
    }

    @Test
    void rejects_for_somebody_else() {
        tickets.when(deliver(LEADER)).rejects(TicketRule.NOT_A_RECIPIENT);
        tickets.by(LEADER, Role.LEADER).when(deliver(null)).rejects(TicketRule.NOT_A_RECIPIENT);
        tickets.by(SENDER, Role.SYSTEM).when(deliver(LEADER)).rejects(TicketRule.NOT_A_RECIPIENT);
    }

    @Test
    void rejects_twice_and_notices_unknown() {
        tickets.given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD), delivered(HEAD, ON)))
                .when(deliver(HEAD))
                .rejects(TicketRule.ALREADY_DELIVERED);
        tickets.when(new DeliverNotice(TICKET, NoticeId.next(), HEAD, DeliveryWay.IN_APP, ON))
                .rejects(TicketRule.UNKNOWN_NOTICE);
        tickets.when(new DeliverNotice(TICKET, NOTICE, HEAD, null, ON)).rejectsAt("way", SharedRule.REQUIRED);
    }
}
