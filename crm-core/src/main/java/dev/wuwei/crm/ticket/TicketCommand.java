package dev.wuwei.crm.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about an issue ticket (问题督办). */
public sealed interface TicketCommand extends Command {
    IssueTicketId ticketId();

    /**
     * 提出: an enterprise has a problem.
     *
     * @param leadId the lead of the project that it is about
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record RaiseTicket(
            @TargetAggregateIdentifier @NewId IssueTicketId ticketId,
            LeadId leadId,
            String title,
            String categoryCode,
            String description,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** What was written down about the problem was wrong. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record CorrectTicket(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            String title,
            String categoryCode,
            String description,
            String reason)
            implements TicketCommand, Reasoned {}

    /**
     * 交办 to a unit and the person there who handles it; again (改派) with a reason.
     *
     * @param replyWithin working days until the reply is due; {@code null} for the usual limit
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record AssignTicket(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            String unitCode,
            StaffId handler,
            String instruction,
            Integer replyWithin,
            LocalDate occurredOn,
            String reason)
            implements TicketCommand, Reasoned {}

    /** 签收. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record SignForTicket(@TargetAggregateIdentifier IssueTicketId ticketId, LocalDate occurredOn)
            implements TicketCommand {}

    /** 办理: what was done, as often as something is done. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record LogHandling(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            String measure,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** 答复 to the enterprise. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ReplyToTicket(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            String reply,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** The enterprise is not content: it is handled again, within a new limit. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record RejectReply(@TargetAggregateIdentifier IssueTicketId ticketId, LocalDate occurredOn, String reason)
            implements TicketCommand, Reasoned {}

    /** 企业确认, as somebody else than the handler heard it from the enterprise. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.SUPERVISOR})
    record ConfirmTicket(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            Satisfaction satisfaction,
            String remark,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** 销号. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record CloseTicket(@TargetAggregateIdentifier IssueTicketId ticketId, String conclusion, LocalDate occurredOn)
            implements TicketCommand {}

    /** The problem has come back, or was closed too early: it is assigned anew. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record ReopenTicket(@TargetAggregateIdentifier IssueTicketId ticketId, LocalDate occurredOn, String reason)
            implements TicketCommand, Reasoned {}

    /** Raised by mistake, or twice. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawTicket(@TargetAggregateIdentifier IssueTicketId ticketId, LocalDate occurredOn, String reason)
            implements TicketCommand, Reasoned {}

    /** 督办: by the nightly job once per limit and level, or by hand. Who gets it follows from the level. */
    @Allowed({Role.LEADER, Role.SUPERVISOR})
    record SendNotice(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            @NewId NoticeId noticeId,
            NoticeLevel level,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** 送达. @param recipient the sender when missing */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record DeliverNotice(
            @TargetAggregateIdentifier IssueTicketId ticketId,
            NoticeId noticeId,
            StaffId recipient,
            DeliveryWay way,
            LocalDate occurredOn)
            implements TicketCommand {}

    /** 签阅 by the sender. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record ReadNotice(@TargetAggregateIdentifier IssueTicketId ticketId, NoticeId noticeId, LocalDate occurredOn)
            implements TicketCommand {}

    /** 约谈, which a red notice comes with. */
    @Allowed({Role.LEADER, Role.SUPERVISOR})
    record LogInterview(
            @TargetAggregateIdentifier IssueTicketId ticketId, NoticeId noticeId, String minutes, LocalDate occurredOn)
            implements TicketCommand {}

    /** Sent when the working calendar was decided on: limits that run are reckoned by the one that holds. @param reason of that */
    @Allowed(Role.SYSTEM)
    record ReckonLimit(@TargetAggregateIdentifier IssueTicketId ticketId, String reason)
            implements TicketCommand, Reasoned {}
}
