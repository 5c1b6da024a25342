package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.LogInterview;
import dev.wuwei.crm.ticket.TicketEvent.InterviewLogged;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LogInterviewTest {
    private static final LocalDate ON = LocalDate.of(2026, 6, 12);

    private final AggregateScenario<IssueTicket> tickets = scenario()
            .given(and(upToHandling(), sent(NoticeLevel.RED, ON, 3, LEADER)))
            .by(LEADER, Role.LEADER);

    private static LogInterview log(String minutes) {
        return new LogInterview(TICKET, NOTICE, minutes, TODAY);
    }

    @Test
    void emits_what_was_said() {
        tickets.when(log("承诺三日内增容")).emits(new InterviewLogged(TICKET, PROJECT, NOTICE, "承诺三日内增容", TODAY));
    }

    @Test
    void rejects_for_lower_levels_and_twice() {
        tickets.when(log(null)).rejectsAt("minutes", SharedRule.REQUIRED);
        tickets.given(and(upToHandling(), sent(NoticeLevel.YELLOW, ON, 1, HEAD)))
                .when(log("承诺三日内增容"))
                .rejects(TicketRule.NO_INTERVIEW_DUE);
        tickets.given(and(
                        upToHandling(),
                        sent(NoticeLevel.RED, ON, 3, LEADER),
                        new InterviewLogged(TICKET, PROJECT, NOTICE, "承诺三日内增容", ON)))
                .when(log("承诺三日内增容"))
                .rejects(TicketRule.ALREADY_INTERVIEWED);
    }
}
