package dev.wuwei.crm.ticket;

import static dev.wuwei.crm.ticket.TicketExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.InMemoryStaffDirectory;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.ticket.TicketCommand.AssignTicket;
import dev.wuwei.crm.ticket.TicketCommand.CloseTicket;
import dev.wuwei.crm.ticket.TicketCommand.ConfirmTicket;
import dev.wuwei.crm.ticket.TicketCommand.CorrectTicket;
import dev.wuwei.crm.ticket.TicketCommand.LogHandling;
import dev.wuwei.crm.ticket.TicketCommand.RejectReply;
import dev.wuwei.crm.ticket.TicketCommand.ReopenTicket;
import dev.wuwei.crm.ticket.TicketCommand.ReplyToTicket;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import dev.wuwei.crm.ticket.TicketCommand.WithdrawTicket;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is asked in whatever order: what is done was on offer, steps never go back in time, an open ticket always has a
 * limit, nothing is closed that the enterprise has not confirmed, and no limit gets the same notice twice.
 */
class TicketPropertiesTest {
    private static final LocalDate BEGIN = RAISED_ON;

    private final TestCalendar calendar = new TestCalendar();
    private final TestDictionaries dictionaries = new TestDictionaries();
    private final InMemoryStaffDirectory staff = new InMemoryStaffDirectory();

    TicketPropertiesTest() {
        staff.save(account(HANDLER, Role.PROMOTER, AccountState.ACTIVE));
        staff.save(account(HEAD, Role.DEPARTMENT_HEAD, AccountState.ACTIVE));
        staff.save(account(LEADER, Role.LEADER, AccountState.ACTIVE));
    }

    record Step(TicketAction action, StaffId by, int day, NoticeLevel level) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(TicketAction.class),
                        Arbitraries.of(HANDLER, HEAD),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(NoticeLevel.class))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 500)
    void a_ticket_goes_its_way_and_no_other(@ForAll("steps") List<Step> steps) {
        TicketCourse course = new TicketCourse();
        course.evolve(raised(), meta(HEAD, BEGIN));
        List<TicketEvent> happened = new ArrayList<>(List.of(raised()));
        LocalDate today = BEGIN;
        for (Step step : steps) {
            today = today.plusDays(step.day());
            EventMeta meta = meta(step.by(), today);
            Set<TicketAction> offered = TicketActions.of(course.state(), course.handler(), step.by(), meta.roles());
            try {
                TicketEvent event = take(course, step, meta);
                assertThat(offered).as("%s in %s", step, course.state()).contains(step.action());
                course.evolve(event, meta);
                happened.add(event);
            } catch (RuleViolated refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
            assertThat(course.limit() != null).isEqualTo(course.state().isOpen());
        }
        check(happened);
    }

    private static void check(List<TicketEvent> happened) {
        LocalDate last = BEGIN;
        Set<String> notices = new HashSet<>();
        TicketEvent before = null;
        for (TicketEvent event : happened) {
            if (event instanceof NoticeSent notice) {
                assertThat(notices.add(notice.dueOn() + " " + notice.level())).isTrue();
                assertThat(notice.recipients()).isNotEmpty();
                continue;
            }
            if (event instanceof TicketEvent.TicketCorrected) {
                continue;
            }
            assertThat(event.occurredOn()).isAfterOrEqualTo(last);
            last = event.occurredOn();
            if (event instanceof TicketEvent.TicketClosed) {
                assertThat(before).isInstanceOf(TicketEvent.TicketConfirmed.class);
            }
            before = event;
        }
    }

    private TicketEvent take(TicketCourse course, Step step, EventMeta meta) {
        LocalDate on = meta.today();
        return switch (step.action()) {
            case ASSIGN ->
                course.assign(
                        new AssignTicket(
                                TICKET,
                                step.day() % 2 == 0 ? TestDictionaries.UNIT.code() : TestDictionaries.OTHER_UNIT.code(),
                                HANDLER,
                                null,
                                null,
                                on,
                                "改派"),
                        meta,
                        dictionaries,
                        staff,
                        LIMITS,
                        calendar);
            case SIGN_FOR -> course.signFor(new SignForTicket(TICKET, on), meta);
            case LOG_HANDLING -> course.log(new LogHandling(TICKET, "已勘查", NONE, on), meta);
            case REPLY -> course.reply(new ReplyToTicket(TICKET, "已办结", NONE, on), meta, LIMITS, calendar);
            case CONFIRM ->
                course.confirm(
                        new ConfirmTicket(TICKET, Satisfaction.SATISFIED, null, NONE, on), meta, LIMITS, calendar);
            case REJECT_REPLY -> course.reject(new RejectReply(TICKET, on, "不满意"), meta, LIMITS, calendar);
            case CLOSE -> course.close(new CloseTicket(TICKET, "已解决", on), meta);
            case REOPEN -> course.reopen(new ReopenTicket(TICKET, on, "反复"), meta, LIMITS, calendar);
            case SEND_NOTICE ->
                course.send(new SendNotice(TICKET, NoticeId.next(), step.level(), on), meta, staff, LIMITS, calendar);
            case CORRECT ->
                course.correct(
                        new CorrectTicket(TICKET, "第" + on, TestDictionaries.TICKET_CATEGORY.code(), "说明", "有误"),
                        meta,
                        dictionaries);
            case WITHDRAW -> course.withdraw(new WithdrawTicket(TICKET, on, "重复"), meta);
        };
    }

    private static EventMeta meta(StaffId by, LocalDate on) {
        return AggregateScenario.meta(by, by.equals(HEAD) ? Role.DEPARTMENT_HEAD : Role.PROMOTER, on);
    }
}
