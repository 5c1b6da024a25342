package dev.wuwei.crm.ticket;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.lead.Leads;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
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
import dev.wuwei.crm.ticket.TicketCommand.RaiseTicket;
import dev.wuwei.crm.ticket.TicketCommand.ReadNotice;
import dev.wuwei.crm.ticket.TicketCommand.ReckonLimit;
import dev.wuwei.crm.ticket.TicketCommand.RejectReply;
import dev.wuwei.crm.ticket.TicketCommand.ReopenTicket;
import dev.wuwei.crm.ticket.TicketCommand.ReplyToTicket;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import dev.wuwei.crm.ticket.TicketCommand.WithdrawTicket;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A problem of an enterprise until it is solved (问题督办). Decides by {@link TicketCourse}. */
@Aggregate(cache = "aggregateCache")
class IssueTicket {
    @AggregateIdentifier
    private IssueTicketId id;

    private final TicketCourse course = new TicketCourse();

    IssueTicket() {}

    @CommandHandler
    IssueTicket(
            RaiseTicket command,
            EventMeta meta,
            Leads leads,
            Dictionaries dictionaries,
            TicketNumbers numbers,
            TicketLimits limits,
            WorkingCalendar calendar) {
        Violations found = new Violations();
        IssueTicketId ticketId = found.value(() -> Checks.present(command.ticketId(), "ticketId"));
        String title = found.value(() -> Checks.required(command.title(), Checks.NAME, "title"));
        Coded category = found.value(
                () -> dictionaries.require(DictionaryKind.TICKET_CATEGORY, command.categoryCode(), "categoryCode"));
        String description = found.value(() -> Checks.required(command.description(), Checks.TEXT, "description"));
        List<Attachment> attachments = TicketCourse.attachments(command.attachments(), found);
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.check(() -> Checks.present(command.leadId(), "leadId"));
        found.throwIfAny();
        Leads.Known lead = leads.find(command.leadId()).orElseThrow(() -> new RuleViolated(TicketRule.UNKNOWN_PROJECT));
        ParkScope.check(lead.park(), meta);
        if (lead.state() == LeadState.MERGED || lead.state() == LeadState.ARCHIVED) {
            throw new RuleViolated(TicketRule.PROJECT_CLOSED);
        }
        Checks.notBefore(on, lead.registeredOn(), "occurredOn");
        apply(new TicketRaised(
                ticketId,
                lead.projectId(),
                command.leadId(),
                lead.projectNo(),
                lead.name(),
                numbers.nextTicket(on.getYear()),
                title,
                category,
                description,
                lead.park(),
                attachments,
                calendar.plusWorkingDays(on, limits.assign()),
                on));
    }

    @CommandHandler
    void handle(CorrectTicket command, EventMeta meta, Dictionaries dictionaries) {
        apply(course.correct(command, meta, dictionaries), MetaData.with("correctionOf", course.raisedEvent()));
    }

    @CommandHandler
    void handle(
            AssignTicket command,
            EventMeta meta,
            Dictionaries dictionaries,
            StaffDirectory staff,
            TicketLimits limits,
            WorkingCalendar calendar) {
        apply(course.assign(command, meta, dictionaries, staff, limits, calendar));
    }

    @CommandHandler
    void handle(SignForTicket command, EventMeta meta) {
        apply(course.signFor(command, meta));
    }

    @CommandHandler
    void handle(LogHandling command, EventMeta meta) {
        apply(course.log(command, meta));
    }

    @CommandHandler
    void handle(ReplyToTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        apply(course.reply(command, meta, limits, calendar));
    }

    @CommandHandler
    void handle(RejectReply command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        apply(course.reject(command, meta, limits, calendar));
    }

    @CommandHandler
    void handle(ConfirmTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        apply(course.confirm(command, meta, limits, calendar));
    }

    @CommandHandler
    void handle(CloseTicket command, EventMeta meta) {
        apply(course.close(command, meta));
    }

    @CommandHandler
    void handle(ReopenTicket command, EventMeta meta, TicketLimits limits, WorkingCalendar calendar) {
        apply(course.reopen(command, meta, limits, calendar));
    }

    @CommandHandler
    void handle(WithdrawTicket command, EventMeta meta) {
        apply(course.withdraw(command, meta));
    }

    @CommandHandler
    void handle(ReckonLimit command, EventMeta meta, WorkingCalendar calendar, CalendarBook book) {
        course.reckon(meta, calendar, book).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(
            SendNotice command, EventMeta meta, StaffDirectory staff, TicketLimits limits, WorkingCalendar calendar) {
        apply(course.send(command, meta, staff, limits, calendar));
    }

    @CommandHandler
    void handle(DeliverNotice command, EventMeta meta) {
        apply(course.deliver(command, meta));
    }

    @CommandHandler
    void handle(ReadNotice command, EventMeta meta) {
        apply(course.read(command, meta));
    }

    @CommandHandler
    void handle(LogInterview command, EventMeta meta) {
        apply(course.log(command, meta));
    }

    @EventSourcingHandler
    void on(TicketEvent event, EventMeta meta) {
        id = event.ticketId();
        course.evolve(event, meta);
    }
}
