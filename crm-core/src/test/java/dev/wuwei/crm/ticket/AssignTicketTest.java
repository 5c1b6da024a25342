package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_UNIT;
import static dev.wuwei.crm.testing.TestDictionaries.UNIT;
import static dev.wuwei.crm.ticket.TicketExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.TicketCommand.AssignTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketAssigned;
import dev.wuwei.crm.ticket.TicketEvent.TicketReopened;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AssignTicketTest {
    private final AggregateScenario<IssueTicket> tickets = scenario().given(raised());

    private static AssignTicket assign(String unit, StaffId handler, Integer within, LocalDate on, String reason) {
        return new AssignTicket(TICKET, unit, handler, "请尽快增容", within, on, reason);
    }

    private static AssignTicket assign() {
        return assign(UNIT.code(), HANDLER, null, ASSIGNED_ON, null);
    }

    @Test
    void emits_unit_handler_and_the_usual_limits() {
        tickets.when(assign()).emits(assigned());
    }

    @Test
    void emits_a_limit_of_its_own() {
        TicketAssigned assigned =
                tickets.when(assign(UNIT.code(), HANDLER, 2, ASSIGNED_ON, null)).event(TicketAssigned.class);
        assertThat(assigned.replyBy()).isEqualTo(LocalDate.of(2026, 6, 4));
        assertThat(assigned.signBy()).isEqualTo(SIGNED_ON);
    }

    @Test
    void emits_whom_it_is_taken_from_when_it_goes_to_another() {
        TicketAssigned assigned = tickets.given(upToHandling())
                .when(assign(OTHER_UNIT.code(), SENDER, null, TODAY, "不属于供电公司职责"))
                .event(TicketAssigned.class);
        assertThat(assigned.previousHandler()).isEqualTo(HANDLER);
        assertThat(assigned.unit()).isEqualTo(OTHER_UNIT);
    }

    @Test
    void emits_the_same_handler_again_after_reopening() {
        tickets.given(and(
                        upToClosed(),
                        new TicketReopened(TICKET, PROJECT, LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 12))))
                .when(assign(UNIT.code(), HANDLER, null, TODAY, null))
                .emitsTypes(TicketAssigned.class);
    }

    @Test
    void rejects_taking_it_from_somebody_without_reason_or_for_the_same() {
        tickets.given(raised(), assigned())
                .when(assign(OTHER_UNIT.code(), HANDLER, null, TODAY, " "))
                .rejects(SharedRule.REASON_REQUIRED);
        tickets.given(raised(), assigned())
                .when(assign(UNIT.code(), HANDLER, null, TODAY, "催办"))
                .rejects(TicketRule.SAME_HANDLER);
    }

    @Test
    void rejects_bad_input() {
        tickets.when(assign(NO_SUCH_CODE, HANDLER, null, ASSIGNED_ON, null))
                .rejectsAt("unitCode", SharedRule.UNKNOWN_CODE);
        tickets.when(assign(UNIT.code(), StaffId.next(), null, ASSIGNED_ON, null))
                .rejectsAt("handler", StaffRule.UNKNOWN_STAFF);
        tickets.when(assign(UNIT.code(), HANDLER, 0, ASSIGNED_ON, null)).rejects(TicketRule.LIMIT_OUT_OF_RANGE);
        tickets.when(assign(UNIT.code(), HANDLER, 61, ASSIGNED_ON, null)).rejects(TicketRule.LIMIT_OUT_OF_RANGE);
        tickets.when(assign(UNIT.code(), HANDLER, null, RAISED_ON.minusDays(1), null))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_after_the_reply_and_from_other_parks() {
        tickets.given(and(upToHandling(), replied())).when(assign()).rejects(TicketRule.NOT_POSSIBLE_IN_STATE);
        tickets.given(raised()).seeing(OTHER_PARK.code()).when(assign()).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
