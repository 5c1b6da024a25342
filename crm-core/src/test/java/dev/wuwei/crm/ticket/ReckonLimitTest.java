package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.ReckonLimit;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketEvent.LimitMoved;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All limits were reckoned Monday to Friday. */
class ReckonLimitTest {
    private static final ReckonLimit RECKON = new ReckonLimit(TICKET, "国办发明电〔2026〕7 号");

    private final AggregateScenario<IssueTicket> tickets = scenario().by(AggregateScenario.SENDER, Role.SYSTEM);

    private static LimitMoved moved(TicketState state, LocalDate dueOn, LocalDate formerly, LocalDate replyBy) {
        return new LimitMoved(TICKET, PROJECT, state, dueOn, formerly, replyBy, TODAY);
    }

    @Test
    void emits_the_limit_of_the_step_that_comes_next() {
        tickets.calendar.withHoliday(REPLY_BY);
        tickets.given(upToHandling())
                .when(RECKON)
                .emits(moved(TicketState.HANDLING, REPLY_BY.plusDays(1), REPLY_BY, null));
    }

    @Test
    void emits_the_day_of_the_reply_with_that_of_signing_for_it() {
        tickets.calendar.withHoliday(SIGNED_ON);
        tickets.given(raised(), assigned())
                .when(RECKON)
                .emits(moved(TicketState.ASSIGNED, SIGNED_ON.plusDays(1), SIGNED_ON, REPLY_BY.plusDays(1)));
    }

    @Test
    void emits_the_day_of_the_reply_alone_where_only_that_moves() {
        tickets.calendar.withHoliday(REPLY_BY);
        tickets.given(raised(), assigned())
                .when(RECKON)
                .emits(moved(TicketState.ASSIGNED, SIGNED_ON, SIGNED_ON, REPLY_BY.plusDays(1)));
    }

    @Test
    void what_was_moved_is_what_is_warned_of_and_what_signing_leads_to() {
        LimitMoved later = moved(TicketState.ASSIGNED, SIGNED_ON, SIGNED_ON, REPLY_BY.plusDays(1));
        tickets.calendar.withHoliday(REPLY_BY);
        tickets.given(raised(), assigned(), later, signedFor(), handled())
                .by(SUPERVISOR, Role.SUPERVISOR)
                .when(new SendNotice(TICKET, NOTICE, NoticeLevel.YELLOW, REPLY_BY.plusDays(2)))
                .emits(new NoticeSent(
                        TICKET,
                        PROJECT,
                        NOTICE,
                        NoticeLevel.YELLOW,
                        REPLY_BY.plusDays(1),
                        1,
                        List.of(HEAD),
                        REPLY_BY.plusDays(2)));
    }

    @Test
    void emits_nothing_where_the_days_between_are_as_they_were_or_no_limit_runs() {
        tickets.calendar.withHoliday(CONFIRM_BY).withHoliday(CLOSE_BY);
        tickets.given(upToHandling()).when(RECKON).emitsNothing();
        tickets.given(upToClosed()).when(RECKON).emitsNothing();
    }
}
