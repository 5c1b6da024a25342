package dev.wuwei.crm.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.lead.Leads;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.ticket.TicketEvent.HandlingLogged;
import dev.wuwei.crm.ticket.TicketEvent.NoticeDelivered;
import dev.wuwei.crm.ticket.TicketEvent.NoticeRead;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import dev.wuwei.crm.ticket.TicketEvent.ReplyRejected;
import dev.wuwei.crm.ticket.TicketEvent.TicketAssigned;
import dev.wuwei.crm.ticket.TicketEvent.TicketClosed;
import dev.wuwei.crm.ticket.TicketEvent.TicketConfirmed;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import dev.wuwei.crm.ticket.TicketEvent.TicketReplied;
import dev.wuwei.crm.ticket.TicketEvent.TicketSignedFor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket raised on Monday, 1 June 2026, assigned the day after to {@link #HANDLER}, who signs on the third. The reply is
 * due on Tuesday, 9 June.
 */
final class TicketExamples {
    static final IssueTicketId TICKET = new IssueTicketId(new UUID(0x7000L, 0x71));
    static final ProjectId PROJECT = new ProjectId(new UUID(0x7000L, 0x72));
    static final LeadId LEAD = new LeadId(new UUID(0x7000L, 0x73));
    static final NoticeId NOTICE = new NoticeId(new UUID(0x7000L, 0x74));
    static final StaffId HANDLER = new StaffId(new UUID(0x7000L, 0x75));
    static final StaffId HEAD = new StaffId(new UUID(0x7000L, 0x76));
    static final StaffId LEADER = new StaffId(new UUID(0x7000L, 0x77));
    static final StaffId SUPERVISOR = new StaffId(new UUID(0x7000L, 0x78));

    static final LocalDate RAISED_ON = LocalDate.of(2026, 6, 1);
    static final LocalDate ASSIGNED_ON = LocalDate.of(2026, 6, 2);
    static final LocalDate SIGNED_ON = LocalDate.of(2026, 6, 3);
    static final LocalDate REPLY_BY = LocalDate.of(2026, 6, 9);
    static final LocalDate REPLIED_ON = LocalDate.of(2026, 6, 8);
    static final LocalDate CONFIRM_BY = LocalDate.of(2026, 6, 11);
    static final LocalDate CONFIRMED_ON = LocalDate.of(2026, 6, 10);
    static final LocalDate CLOSE_BY = LocalDate.of(2026, 6, 12);
    static final LocalDate CLOSED_ON = LocalDate.of(2026, 6, 11);

    static final TicketLimits LIMITS = new TicketLimits(1, 1, 5, 3, 2, 1, 3);
    static final List<Attachment> NONE = List.of();

    private TicketExamples() {}

    static AggregateScenario<IssueTicket> scenario() {
        return scenario(LeadState.ADOPTED);
    }

    static AggregateScenario<IssueTicket> scenario(LeadState state) {
        Leads leads = id -> Optional.of(new Leads.Known(
                        PROJECT, "ZS-2026-0007", "华安铝业", TestDictionaries.PARK, state, LocalDate.of(2026, 3, 2)))
                .filter(known -> id.equals(LEAD));
        AggregateScenario<IssueTicket> scenario = AggregateScenario.of(IssueTicket.class)
                .with(leads)
                .with(LIMITS)
                .with((TicketNumbers) year -> "DB-" + year + "-0001");
        Map.of(
                        HANDLER, Role.PROMOTER,
                        HEAD, Role.DEPARTMENT_HEAD,
                        LEADER, Role.LEADER,
                        SUPERVISOR, Role.SUPERVISOR)
                .forEach((staff, role) -> scenario.directory.save(account(staff, role, AccountState.ACTIVE)));
        return scenario;
    }

    static StaffDirectory.Account account(StaffId staff, Role role, AccountState state) {
        return new StaffDirectory.Account(
                staff, role.name().toLowerCase(java.util.Locale.ROOT), Set.of(role), Set.of(), null, state);
    }

    static TicketRaised raised() {
        return new TicketRaised(
                TICKET,
                PROJECT,
                LEAD,
                "ZS-2026-0007",
                "华安铝业",
                "DB-2026-0001",
                "临时用电容量不足",
                TestDictionaries.TICKET_CATEGORY,
                "施工用电 400 千伏安不够，塔吊常跳闸",
                TestDictionaries.PARK,
                NONE,
                ASSIGNED_ON,
                RAISED_ON);
    }

    static TicketAssigned assigned() {
        return new TicketAssigned(
                TICKET, PROJECT, TestDictionaries.UNIT, HANDLER, null, "请尽快增容", SIGNED_ON, REPLY_BY, ASSIGNED_ON);
    }

    static TicketSignedFor signedFor() {
        return new TicketSignedFor(TICKET, PROJECT, SIGNED_ON);
    }

    static HandlingLogged handled() {
        return new HandlingLogged(TICKET, PROJECT, "已到现场勘查", NONE, LocalDate.of(2026, 6, 4));
    }

    static TicketReplied replied() {
        return new TicketReplied(TICKET, PROJECT, "已增容至 800 千伏安", NONE, CONFIRM_BY, REPLIED_ON);
    }

    static ReplyRejected rejected() {
        return new ReplyRejected(TICKET, PROJECT, LocalDate.of(2026, 6, 17), CONFIRMED_ON);
    }

    static TicketConfirmed confirmed() {
        return new TicketConfirmed(TICKET, PROJECT, Satisfaction.SATISFIED, "不再跳闸", NONE, CLOSE_BY, CONFIRMED_ON);
    }

    static TicketClosed closed() {
        return new TicketClosed(TICKET, PROJECT, "用电已保障", CLOSED_ON);
    }

    static NoticeSent sent(NoticeLevel level, LocalDate on, int daysLate, StaffId... recipients) {
        return new NoticeSent(TICKET, PROJECT, NOTICE, level, REPLY_BY, daysLate, List.of(recipients), on);
    }

    static NoticeDelivered delivered(StaffId recipient, LocalDate on) {
        return new NoticeDelivered(TICKET, PROJECT, NOTICE, recipient, DeliveryWay.IN_APP, on);
    }

    static NoticeRead read(StaffId recipient, LocalDate on) {
        return new NoticeRead(TICKET, PROJECT, NOTICE, recipient, on);
    }

    static TicketEvent[] upToHandling() {
        return new TicketEvent[] {raised(), assigned(), signedFor(), handled()};
    }

    static TicketEvent[] and(TicketEvent[] first, TicketEvent... then) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(then))
                .toArray(TicketEvent[]::new);
    }

    static TicketEvent[] upToClosed() {
        return and(upToHandling(), replied(), confirmed(), closed());
    }
}
