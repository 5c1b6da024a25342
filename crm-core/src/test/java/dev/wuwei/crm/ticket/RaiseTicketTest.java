package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.TICKET_CATEGORY;
import static dev.wuwei.crm.ticket.TicketExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.RaiseTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RaiseTicketTest {
    private final AggregateScenario<IssueTicket> tickets = scenario();

    private static RaiseTicket raise(LeadId lead, String title, String category, String description, LocalDate on) {
        return new RaiseTicket(TICKET, lead, title, category, description, NONE, on);
    }

    private static RaiseTicket raise() {
        return raise(LEAD, " 临时用电容量不足 ", TICKET_CATEGORY.code(), "施工用电 400 千伏安不够，塔吊常跳闸", RAISED_ON);
    }

    @Test
    void emits_what_is_wrong_with_number_and_limit() {
        tickets.when(raise()).emits(raised());
    }

    @Test
    void emits_a_limit_that_skips_holidays() {
        tickets.calendar.withHoliday(ASSIGNED_ON);
        assertThat(tickets.when(raise()).event(TicketRaised.class).assignBy()).isEqualTo(SIGNED_ON);
    }

    @Test
    void rejects_what_is_not_filled_in() {
        tickets.when(raise(LEAD, " ", TICKET_CATEGORY.code(), "x", RAISED_ON)).rejectsAt("title", SharedRule.REQUIRED);
        tickets.when(raise(LEAD, "x", NO_SUCH_CODE, "x", RAISED_ON)).rejectsAt("categoryCode", SharedRule.UNKNOWN_CODE);
        tickets.when(raise(LEAD, "x", TICKET_CATEGORY.code(), null, RAISED_ON))
                .rejectsAt("description", SharedRule.REQUIRED);
        tickets.when(raise(null, "x", TICKET_CATEGORY.code(), "x", RAISED_ON)).rejectsAt("leadId", SharedRule.REQUIRED);
        tickets.when(raise(LEAD, "题".repeat(101), TICKET_CATEGORY.code(), "x", RAISED_ON))
                .rejectsAt("title", SharedRule.TOO_LONG);
    }

    @Test
    void rejects_days_to_come_and_days_before_the_project() {
        tickets.when(raise(LEAD, "x", TICKET_CATEGORY.code(), "x", TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
        tickets.when(raise(LEAD, "x", TICKET_CATEGORY.code(), "x", LocalDate.of(2026, 3, 1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_projects_unknown_ended_or_of_other_parks() {
        tickets.when(raise(LeadId.next(), "x", TICKET_CATEGORY.code(), "x", RAISED_ON))
                .rejects(TicketRule.UNKNOWN_PROJECT);
        scenario(LeadState.ARCHIVED).when(raise()).rejects(TicketRule.PROJECT_CLOSED);
        scenario(LeadState.MERGED).when(raise()).rejects(TicketRule.PROJECT_CLOSED);
        tickets.seeing(OTHER_PARK.code()).when(raise()).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
