package dev.wuwei.crm.ticket;

import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.ticket.TicketCommand.AssignTicket;
import dev.wuwei.crm.ticket.TicketCommand.CloseTicket;
import dev.wuwei.crm.ticket.TicketCommand.ConfirmTicket;
import dev.wuwei.crm.ticket.TicketCommand.CorrectTicket;
import dev.wuwei.crm.ticket.TicketCommand.DeliverNotice;
import dev.wuwei.crm.ticket.TicketCommand.LogHandling;
import dev.wuwei.crm.ticket.TicketCommand.LogInterview;
import dev.wuwei.crm.ticket.TicketCommand.ReadNotice;
import dev.wuwei.crm.ticket.TicketCommand.RejectReply;
import dev.wuwei.crm.ticket.TicketCommand.ReopenTicket;
import dev.wuwei.crm.ticket.TicketCommand.ReplyToTicket;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import dev.wuwei.crm.ticket.TicketCommand.WithdrawTicket;
import dev.wuwei.crm.ticket.TicketEvent.HandlingLogged;
import dev.wuwei.crm.ticket.TicketEvent.InterviewLogged;
import dev.wuwei.crm.ticket.TicketEvent.LimitMoved;
import dev.wuwei.crm.ticket.TicketEvent.NoticeDelivered;
import dev.wuwei.crm.ticket.TicketEvent.NoticeRead;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import dev.wuwei.crm.ticket.TicketEvent.ReplyRejected;
import dev.wuwei.crm.ticket.TicketEvent.TicketAssigned;
import dev.wuwei.crm.ticket.TicketEvent.TicketClosed;
import dev.wuwei.crm.ticket.TicketEvent.TicketConfirmed;
import dev.wuwei.crm.ticket.TicketEvent.TicketCorrected;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import dev.wuwei.crm.ticket.TicketEvent.TicketReopened;
import dev.wuwei.crm.ticket.TicketEvent.TicketReplied;
import dev.wuwei.crm.ticket.TicketEvent.TicketSignedFor;
import dev.wuwei.crm.ticket.TicketEvent.TicketWithdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a ticket has come to, and what may be decided about it. Decisions change nothing: they answer with the event, or throw
 * {@link RuleViolated}; only {@link #evolve} assigns.
 */
final class TicketCourse {
    /** Working days that assigning may give for the reply. */
    static final int LONGEST_LIMIT = 60;

    private IssueTicketId id;
    private ProjectId projectId;
    private Coded park;
    private String title;
    private Coded category;
    private String description;
    private LocalDate raisedOn;
    private TicketState state;
    private Coded unit;
    private StaffId handler;
    private Limit limit;
    private LocalDate replyBy;
    private Instant reckonedAt;
    private LocalDate lastStepOn;
    private String raisedEvent;
    private final Notices notices = new Notices();

    TicketState state() {
        return state;
    }

    Limit limit() {
        return limit;
    }

    StaffId handler() {
        return handler;
    }

    String raisedEvent() {
        return raisedEvent;
    }

    TicketCorrected correct(CorrectTicket command, EventMeta meta, Dictionaries dictionaries) {
        require(TicketAction.CORRECT, meta);
        Violations found = new Violations();
        String newTitle = found.value(() -> Checks.required(command.title(), Checks.NAME, "title"));
        Coded newCategory = found.value(
                () -> dictionaries.require(DictionaryKind.TICKET_CATEGORY, command.categoryCode(), "categoryCode"));
        String newDescription = found.value(() -> Checks.required(command.description(), Checks.TEXT, "description"));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        if (newTitle.equals(title) && newCategory.equals(category) && newDescription.equals(description)) {
            throw new RuleViolated(TicketRule.NOTHING_CHANGED);
        }
        return new TicketCorrected(id, projectId, newTitle, newCategory, newDescription, raisedOn);
    }

    TicketAssigned assign(
            AssignTicket command,
            EventMeta meta,
            Dictionaries dictionaries,
            StaffDirectory staff,
            TicketLimits limits,
            WorkingCalendar calendar) {
        require(TicketAction.ASSIGN, meta);
        Violations found = new Violations();
        Coded newUnit = found.value(
                () -> dictionaries.require(DictionaryKind.RESPONSIBLE_UNIT, command.unitCode(), "unitCode"));
        found.check(() -> staff.requireInService(command.handler(), "handler"));
        String instruction = found.value(() -> Checks.optional(command.instruction(), Checks.TEXT, "instruction"));
        int replyWithin = command.replyWithin() == null ? limits.reply() : command.replyWithin();
        found.when(replyWithin < 1 || replyWithin > LONGEST_LIMIT, TicketRule.LIMIT_OUT_OF_RANGE, 1, LONGEST_LIMIT);
        LocalDate on = found.value(() -> step(command.occurredOn(), meta));
        if (state.isWithUnit()) {
            found.check(() -> Checks.reason(command.reason()));
            found.when(
                    Objects.equals(newUnit, unit) && Objects.equals(command.handler(), handler),
                    TicketRule.SAME_HANDLER);
        }
        found.throwIfAny();
        return new TicketAssigned(
                id,
                projectId,
                newUnit,
                command.handler(),
                handler,
                instruction,
                calendar.plusWorkingDays(on, limits.signFor()),
                calendar.plusWorkingDays(on, replyWithin),
                on);
    }

    TicketSignedFor signFor(SignForTicket command, EventMeta meta) {
        requireHandler(TicketAction.SIGN_FOR, meta);
        return new TicketSignedFor(id, projectId, step(command.occurredOn(), meta));
    }

    HandlingLogged log(LogHandling command, EventMeta meta) {
        requireHandler(TicketAction.LOG_HANDLING, meta);
        Violations found = new Violations();
        String measure = found.value(() -> Checks.required(command.measure(), Checks.TEXT, "measure"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = found.value(() -> step(command.occurredOn(), meta));
        found.throwIfAny();
        return new HandlingLogged(id, projectId, measure, attachments, on);
    }

    TicketReplied reply(ReplyToTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        requireHandler(TicketAction.REPLY, meta);
        Violations found = new Violations();
        String reply = found.value(() -> Checks.required(command.reply(), Checks.TEXT, "reply"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = found.value(() -> step(command.occurredOn(), meta));
        found.throwIfAny();
        return new TicketReplied(id, projectId, reply, attachments, calendar.plusWorkingDays(on, limits.confirm()), on);
    }

    ReplyRejected reject(RejectReply command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        require(TicketAction.REJECT_REPLY, meta);
        LocalDate on = reasoned(command.reason(), command.occurredOn(), meta);
        return new ReplyRejected(id, projectId, calendar.plusWorkingDays(on, limits.reply()), on);
    }

    TicketConfirmed confirm(ConfirmTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        require(TicketAction.CONFIRM, meta);
        if (meta.actor() != null && meta.actor().equals(handler)) {
            throw new RuleViolated(TicketRule.OWN_REPLY);
        }
        Violations found = new Violations();
        found.check(() -> Checks.present(command.satisfaction(), "satisfaction"));
        String remark = found.value(() -> Checks.optional(command.remark(), Checks.TEXT, "remark"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = found.value(() -> step(command.occurredOn(), meta));
        found.throwIfAny();
        return new TicketConfirmed(
                id,
                projectId,
                command.satisfaction(),
                remark,
                attachments,
                calendar.plusWorkingDays(on, limits.close()),
                on);
    }

    TicketClosed close(CloseTicket command, EventMeta meta) {
        require(TicketAction.CLOSE, meta);
        Violations found = new Violations();
        String conclusion = found.value(() -> Checks.required(command.conclusion(), Checks.TEXT, "conclusion"));
        LocalDate on = found.value(() -> step(command.occurredOn(), meta));
        found.throwIfAny();
        return new TicketClosed(id, projectId, conclusion, on);
    }

    TicketReopened reopen(ReopenTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        require(TicketAction.REOPEN, meta);
        LocalDate on = reasoned(command.reason(), command.occurredOn(), meta);
        return new TicketReopened(id, projectId, calendar.plusWorkingDays(on, limits.assign()), on);
    }

    TicketWithdrawn withdraw(WithdrawTicket command, EventMeta meta) {
        require(TicketAction.WITHDRAW, meta);
        return new TicketWithdrawn(id, projectId, reasoned(command.reason(), command.occurredOn(), meta));
    }

    /** @return empty where no limit runs, or where it runs to the same day */
    Optional<LimitMoved> reckon(EventMeta meta, WorkingCalendar calendar, CalendarBook book) {
        if (limit == null) {
            return Optional.empty();
        }
        WorkingCalendar former = book.asKnownAt(reckonedAt);
        LocalDate due = calendar.reckonAnew(limit.since(), limit.dueOn(), former);
        LocalDate reply = state == TicketState.ASSIGNED ? calendar.reckonAnew(limit.since(), replyBy, former) : null;
        if (due.equals(limit.dueOn()) && (reply == null || reply.equals(replyBy))) {
            return Optional.empty();
        }
        return Optional.of(new LimitMoved(id, projectId, state, due, limit.dueOn(), reply, meta.today()));
    }

    /** A level that is passed over is not made up for: who gets a red notice needs no blue one. */
    NoticeSent send(
            SendNotice command, EventMeta meta, StaffDirectory staff, TicketLimits limits, WorkingCalendar calendar) {
        require(TicketAction.SEND_NOTICE, meta);
        NoticeLevel level = Checks.present(command.level(), "level");
        LocalDate on = Checks.notBefore(
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn"), limit.since(), "occurredOn");
        if (NoticeLevel.reached(limit, on, limits, calendar)
                .filter(reached -> reached.compareTo(level) >= 0)
                .isEmpty()) {
            throw new RuleViolated(TicketRule.LEVEL_NOT_REACHED, level, limit.dueOn());
        }
        NoticeLevel sent = notices.highest(limit.dueOn());
        if (sent != null && sent.compareTo(level) >= 0) {
            throw new RuleViolated(TicketRule.NOTICE_ALREADY_SENT, sent);
        }
        StaffId inCharge = state.isWithUnit() || state == TicketState.REPLIED ? handler : null;
        return new NoticeSent(
                id,
                projectId,
                command.noticeId() == null ? NoticeId.next() : command.noticeId(),
                level,
                limit.dueOn(),
                Math.max(0, calendar.workingDaysBetween(limit.dueOn(), on)),
                Recipients.of(level, inCharge, park.code(), staff),
                on);
    }

    NoticeDelivered deliver(DeliverNotice command, EventMeta meta) {
        ParkScope.check(park, meta);
        StaffId recipient = command.recipient() == null ? meta.actor() : command.recipient();
        if (!meta.isSystem() && !recipient.equals(meta.actor())) {
            throw new RuleViolated(TicketRule.NOT_A_RECIPIENT);
        }
        Notices.Sent notice = notices.require(command.noticeId(), recipient);
        DeliveryWay way = Checks.present(command.way(), "way");
        if (notice.isDeliveredTo(recipient)) {
            throw new RuleViolated(TicketRule.ALREADY_DELIVERED);
        }
        return new NoticeDelivered(
                id, projectId, command.noticeId(), recipient, way, since(notice, command.occurredOn(), meta));
    }

    NoticeRead read(ReadNotice command, EventMeta meta) {
        ParkScope.check(park, meta);
        Notices.Sent notice = notices.require(command.noticeId(), meta.actor());
        if (notice.isReadBy(meta.actor())) {
            throw new RuleViolated(TicketRule.ALREADY_READ);
        }
        return new NoticeRead(
                id, projectId, command.noticeId(), meta.actor(), since(notice, command.occurredOn(), meta));
    }

    InterviewLogged log(LogInterview command, EventMeta meta) {
        ParkScope.check(park, meta);
        Notices.Sent notice = notices.require(command.noticeId());
        if (notice.level() != NoticeLevel.RED) {
            throw new RuleViolated(TicketRule.NO_INTERVIEW_DUE);
        }
        if (notice.isInterviewed()) {
            throw new RuleViolated(TicketRule.ALREADY_INTERVIEWED);
        }
        Violations found = new Violations();
        String minutes = found.value(() -> Checks.required(command.minutes(), Checks.TEXT, "minutes"));
        LocalDate on = found.value(() -> since(notice, command.occurredOn(), meta));
        found.throwIfAny();
        return new InterviewLogged(id, projectId, command.noticeId(), minutes, on);
    }

    private static LocalDate since(Notices.Sent notice, LocalDate occurredOn, EventMeta meta) {
        return Checks.notBefore(Checks.happened(occurredOn, meta.today(), "occurredOn"), notice.sentOn(), "occurredOn");
    }

    private void require(TicketAction action, EventMeta meta) {
        ParkScope.check(park, meta);
        if (!TicketActions.of(state).contains(action)) {
            throw new RuleViolated(TicketRule.NOT_POSSIBLE_IN_STATE, state);
        }
    }

    private void requireHandler(TicketAction action, EventMeta meta) {
        require(action, meta);
        if (!TicketActions.mayHandle(handler, meta.actor(), meta.roles())) {
            throw new RuleViolated(TicketRule.NOT_THE_HANDLER);
        }
    }

    /** Steps follow one another in time, so that a list of a past day can be told from them. */
    private LocalDate step(LocalDate occurredOn, EventMeta meta) {
        return Checks.notBefore(Checks.happened(occurredOn, meta.today(), "occurredOn"), lastStepOn, "occurredOn");
    }

    private LocalDate reasoned(String reason, LocalDate occurredOn, EventMeta meta) {
        Violations found = new Violations();
        found.check(() -> Checks.reason(reason));
        LocalDate on = found.value(() -> step(occurredOn, meta));
        found.throwIfAny();
        return on;
    }

    static List<Attachment> attachments(List<Attachment> given, Violations found) {
        return found.value(() -> MeetingChecks.attachments(given, "attachments"));
    }

    void evolve(TicketEvent event, EventMeta meta) {
        switch (event) {
            case TicketRaised raised -> begin(raised, meta);
            case TicketCorrected corrected -> {
                title = corrected.title();
                category = corrected.category();
                description = corrected.description();
            }
            case TicketAssigned assigned -> {
                unit = assigned.unit();
                handler = assigned.handler();
                replyBy = assigned.replyBy();
                move(TicketState.ASSIGNED, assigned.occurredOn(), assigned.signBy(), meta);
            }
            case TicketSignedFor signed -> {
                limit = new Limit(limit.since(), replyBy);
                state = TicketState.SIGNED_FOR;
                lastStepOn = signed.occurredOn();
            }
            case HandlingLogged logged -> {
                state = TicketState.HANDLING;
                lastStepOn = logged.occurredOn();
            }
            case TicketReplied replied -> move(TicketState.REPLIED, replied.occurredOn(), replied.confirmBy(), meta);
            case ReplyRejected rejected -> move(TicketState.REJECTED, rejected.occurredOn(), rejected.replyBy(), meta);
            case TicketConfirmed confirmed ->
                move(TicketState.CONFIRMED_BY_ENTERPRISE, confirmed.occurredOn(), confirmed.closeBy(), meta);
            case TicketClosed closed -> move(TicketState.CLOSED, closed.occurredOn(), null, meta);
            case TicketReopened reopened ->
                move(TicketState.REOPENED, reopened.occurredOn(), reopened.assignBy(), meta);
            case TicketWithdrawn withdrawn -> move(TicketState.WITHDRAWN, withdrawn.occurredOn(), null, meta);
            case LimitMoved moved -> {
                limit = new Limit(limit.since(), moved.dueOn());
                replyBy = moved.replyBy() == null ? replyBy : moved.replyBy();
                reckonedAt = meta.recordedAt();
            }
            case NoticeSent sent -> notices.sent(sent);
            case NoticeDelivered delivered -> notices.delivered(delivered);
            case NoticeRead read -> notices.read(read);
            case InterviewLogged interview -> notices.interviewed(interview);
        }
    }

    private void begin(TicketRaised raised, EventMeta meta) {
        id = raised.ticketId();
        projectId = raised.projectId();
        park = raised.park();
        title = raised.title();
        category = raised.category();
        description = raised.description();
        raisedOn = raised.occurredOn();
        raisedEvent = meta.eventId();
        move(TicketState.RAISED, raised.occurredOn(), raised.assignBy(), meta);
    }

    private void move(TicketState to, LocalDate on, LocalDate dueOn, EventMeta meta) {
        state = to;
        lastStepOn = on;
        limit = dueOn == null ? null : new Limit(on, dueOn);
        reckonedAt = meta.recordedAt();
    }
}
