package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SignForTicketTest {
    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(raised(), assigned()).by(HANDLER, Role.PROMOTER);

    private static SignForTicket sign(LocalDate on) {
        return new SignForTicket(TICKET, on);
    }

    @Test
    void emits_when_the_handler_signs() {
        tickets.when(sign(SIGNED_ON)).emits(signedFor());
    }

    @Test
    void emits_when_a_head_of_department_signs_in_his_place() {
        tickets.by(HEAD, Role.DEPARTMENT_HEAD).when(sign(SIGNED_ON)).emits(signedFor());
    }

    @Test
    void rejects_anybody_else() {
        tickets.by(SENDER, Role.PROMOTER).when(sign(SIGNED_ON)).rejects(TicketRule.NOT_THE_HANDLER);
        tickets.by(HANDLER, Role.PROMOTER)
                .seeing(OTHER_PARK.code())
                .when(sign(SIGNED_ON))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void rejects_before_it_was_assigned_and_twice() {
        tickets.when(sign(RAISED_ON)).rejects(SharedRule.TOO_EARLY);
        tickets.given(raised())
                .when(sign(SIGNED_ON))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE)
                .naming(TicketState.RAISED);
        tickets.given(raised(), assigned(), signedFor())
                .when(sign(SIGNED_ON))
                .rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
    }
}
