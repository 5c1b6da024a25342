package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.LogHandling;
import dev.wuwei.crm.ticket.TicketEvent.HandlingLogged;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LogHandlingTest {
    private static final LocalDate ON = LocalDate.of(2026, 6, 4);

    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(raised(), assigned(), signedFor()).by(HANDLER, Role.PROMOTER);

    private static LogHandling log(String measure) {
        return new LogHandling(TICKET, measure, NONE, ON);
    }

    @Test
    void emits_as_often_as_something_is_done() {
        tickets.when(log("已到现场勘查")).emits(handled());
        tickets.given(upToHandling()).when(log("已报装")).emitsTypes(HandlingLogged.class);
    }

    @Test
    void emits_again_after_the_enterprise_rejected_the_reply() {
        tickets.given(and(upToHandling(), replied(), rejected()))
                .when(new LogHandling(TICKET, "重新增容", NONE, LocalDate.of(2026, 6, 11)))
                .emitsTypes(HandlingLogged.class);
    }

    @Test
    void rejects_before_signing_for_it_and_by_others() {
        tickets.given(raised(), assigned()).when(log("已到现场勘查")).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
        tickets.given(raised(), assigned(), signedFor())
                .by(SENDER, Role.PROMOTER)
                .when(log("已到现场勘查"))
                .rejects(TicketRule.NOT_THE_HANDLER);
    }

    @Test
    void rejects_nothing_done() {
        tickets.when(log(" ")).rejectsAt("measure", SharedRule.REQUIRED);
    }
}
