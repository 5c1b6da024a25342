package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.TestDictionaries.OTHER_TICKET_CATEGORY;
import static dev.wuwei.crm.testing.TestDictionaries.TICKET_CATEGORY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.CorrectTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketCorrected;
import org.junit.jupiter.api.Test;

class CorrectTicketTest {
    private final AggregateScenario<IssueTicket> tickets = scenario().given(raised());

    private static CorrectTicket correct(String title, String category, String reason) {
        return new CorrectTicket(TICKET, title, category, "施工用电 400 千伏安不够，塔吊常跳闸", reason);
    }

    @Test
    void emits_the_correction_of_what_was_raised() {
        var outcome = tickets.when(correct("临时用地", OTHER_TICKET_CATEGORY.code(), "登记有误"));
        outcome.emits(
                new TicketCorrected(TICKET, PROJECT, "临时用地", OTHER_TICKET_CATEGORY, "施工用电 400 千伏安不够，塔吊常跳闸", RAISED_ON));
        outcome.withMetadata("correctionOf", outcome.eventId(TICKET.toString(), 0));
    }

    @Test
    void emits_even_after_the_ticket_was_closed() {
        tickets.given(upToClosed())
                .when(correct("临时用地", OTHER_TICKET_CATEGORY.code(), "登记有误"))
                .emitsTypes(TicketCorrected.class);
    }

    @Test
    void rejects_without_reason_or_change() {
        tickets.when(correct("临时用地", TICKET_CATEGORY.code(), " ")).rejects(SharedRule.REASON_REQUIRED);
        tickets.when(correct("临时用电容量不足", TICKET_CATEGORY.code(), "登记有误")).rejects(TicketRule.NOTHING_CHANGED);
        tickets.when(correct(null, TICKET_CATEGORY.code(), "登记有误")).rejectsAt("title", SharedRule.REQUIRED);
    }
}
