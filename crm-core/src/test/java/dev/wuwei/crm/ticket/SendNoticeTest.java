package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.ticket.TicketExamples.*;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import dev.wuwei.crm.ticket.TicketEvent.TicketReplied;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SendNoticeTest {
    /** Monday, the day before the limit. */
    private static final LocalDate DAY_BEFORE = LocalDate.of(2026, 6, 8);

    private static final LocalDate DAY_AFTER = LocalDate.of(2026, 6, 10);
    private static final LocalDate THREE_DAYS_AFTER = LocalDate.of(2026, 6, 12);

    private final AggregateScenario<IssueTicket> tickets =
            scenario().given(upToHandling()).by(SUPERVISOR, Role.SUPERVISOR);

    private static SendNotice send(NoticeLevel level, LocalDate on) {
        return new SendNotice(TICKET, NOTICE, level, on);
    }

    @Test
    void emits_blue_to_the_handler_the_day_before_the_limit() {
        tickets.when(send(NoticeLevel.BLUE, DAY_BEFORE)).emits(sent(NoticeLevel.BLUE, DAY_BEFORE, 0, HANDLER));
    }

    @Test
    void emits_yellow_to_the_head_of_department_the_day_after() {
        tickets.when(send(NoticeLevel.YELLOW, DAY_AFTER)).emits(sent(NoticeLevel.YELLOW, DAY_AFTER, 1, HEAD));
    }

    @Test
    void emits_red_to_the_leader_three_working_days_after() {
        tickets.when(send(NoticeLevel.RED, THREE_DAYS_AFTER)).emits(sent(NoticeLevel.RED, THREE_DAYS_AFTER, 3, LEADER));
    }

    @Test
    void emits_to_the_next_above_where_nobody_is_there() {
        tickets.directory.save(account(HANDLER, Role.PROMOTER, AccountState.CLOSED));
        tickets.when(send(NoticeLevel.BLUE, DAY_BEFORE)).emits(sent(NoticeLevel.BLUE, DAY_BEFORE, 0, HEAD));
        tickets.directory.save(account(HEAD, Role.DEPARTMENT_HEAD, AccountState.CLOSED));
        tickets.directory.save(account(LEADER, Role.LEADER, AccountState.CLOSED));
        tickets.when(send(NoticeLevel.YELLOW, DAY_AFTER)).emits(sent(NoticeLevel.YELLOW, DAY_AFTER, 1, SUPERVISOR));
        tickets.directory.save(account(SUPERVISOR, Role.SUPERVISOR, AccountState.CLOSED));
        tickets.when(send(NoticeLevel.RED, THREE_DAYS_AFTER)).rejects(TicketRule.NO_RECIPIENT);
    }

    @Test
    void emits_about_every_limit_anew() {
        tickets.given(and(
                        upToHandling(),
                        sent(NoticeLevel.YELLOW, DAY_AFTER, 1, HEAD),
                        new TicketReplied(TICKET, PROJECT, "已增容", NONE, DAY_AFTER, DAY_AFTER)))
                .when(send(NoticeLevel.YELLOW, LocalDate.of(2026, 6, 11)))
                .emitsTypes(NoticeSent.class);
    }

    @Test
    void rejects_a_level_not_yet_reached() {
        tickets.when(send(NoticeLevel.BLUE, LocalDate.of(2026, 6, 5))).rejects(TicketRule.LEVEL_NOT_REACHED);
        tickets.when(send(NoticeLevel.YELLOW, REPLY_BY)).rejects(TicketRule.LEVEL_NOT_REACHED);
        tickets.when(send(NoticeLevel.RED, LocalDate.of(2026, 6, 11)))
                .rejects(TicketRule.LEVEL_NOT_REACHED)
                .naming(NoticeLevel.RED, REPLY_BY);
        tickets.given(raised()).when(send(NoticeLevel.BLUE, RAISED_ON)).rejects(TicketRule.LEVEL_NOT_REACHED);
    }

    @Test
    void rejects_the_same_level_or_a_lower_one_again() {
        tickets.given(and(upToHandling(), sent(NoticeLevel.YELLOW, DAY_AFTER, 1, HEAD)));
        tickets.when(send(NoticeLevel.YELLOW, THREE_DAYS_AFTER)).rejects(TicketRule.NOTICE_ALREADY_SENT);
        tickets.when(send(NoticeLevel.BLUE, THREE_DAYS_AFTER)).rejects(TicketRule.NOTICE_ALREADY_SENT);
        tickets.when(send(NoticeLevel.RED, THREE_DAYS_AFTER)).emitsTypes(NoticeSent.class);
    }

    @Test
    void rejects_what_nobody_has_to_move_and_days_to_come() {
        tickets.given(upToClosed()).when(send(NoticeLevel.RED, TODAY)).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
        tickets.given(upToHandling())
                .when(send(NoticeLevel.RED, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
        tickets.when(send(null, TODAY)).rejectsAt("level", SharedRule.REQUIRED);
    }
}
