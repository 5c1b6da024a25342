package dev.wuwei.crm.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;

/** What happened to an issue ticket (问题督办). */
public sealed interface TicketEvent extends DomainEvent {
    IssueTicketId ticketId();

    ProjectId projectId();

    /** @param assignBy the last day to assign it */
    record TicketRaised(
            IssueTicketId ticketId,
            ProjectId projectId,
            LeadId leadId,
            String projectNo,
            String projectName,
            String ticketNo,
            String title,
            Coded category,
            String description,
            Coded park,
            List<Attachment> attachments,
            LocalDate assignBy,
            LocalDate occurredOn)
            implements TicketEvent {}

    /** {@code occurredOn} is the day on which it was raised: so it was all the time. */
    record TicketCorrected(
            IssueTicketId ticketId,
            ProjectId projectId,
            String title,
            Coded category,
            String description,
            LocalDate occurredOn)
            implements TicketEvent {}

    /** @param previousHandler who had it before, or {@code null} */
    record TicketAssigned(
            IssueTicketId ticketId,
            ProjectId projectId,
            Coded unit,
            StaffId handler,
            StaffId previousHandler,
            String instruction,
            LocalDate signBy,
            LocalDate replyBy,
            LocalDate occurredOn)
            implements TicketEvent {}

    record TicketSignedFor(IssueTicketId ticketId, ProjectId projectId, LocalDate occurredOn) implements TicketEvent {}

    record HandlingLogged(
            IssueTicketId ticketId,
            ProjectId projectId,
            String measure,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements TicketEvent {}

    /** @param confirmBy the last day for the enterprise's answer */
    record TicketReplied(
            IssueTicketId ticketId,
            ProjectId projectId,
            String reply,
            List<Attachment> attachments,
            LocalDate confirmBy,
            LocalDate occurredOn)
            implements TicketEvent {}

    /** @param replyBy the last day for another reply */
    record ReplyRejected(IssueTicketId ticketId, ProjectId projectId, LocalDate replyBy, LocalDate occurredOn)
            implements TicketEvent {}

    /** @param closeBy the last day to close it */
    record TicketConfirmed(
            IssueTicketId ticketId,
            ProjectId projectId,
            Satisfaction satisfaction,
            String remark,
            List<Attachment> attachments,
            LocalDate closeBy,
            LocalDate occurredOn)
            implements TicketEvent {}

    record TicketClosed(IssueTicketId ticketId, ProjectId projectId, String conclusion, LocalDate occurredOn)
            implements TicketEvent {}

    /** @param assignBy the last day to assign it anew */
    record TicketReopened(IssueTicketId ticketId, ProjectId projectId, LocalDate assignBy, LocalDate occurredOn)
            implements TicketEvent {}

    record TicketWithdrawn(IssueTicketId ticketId, ProjectId projectId, LocalDate occurredOn) implements TicketEvent {}

    /**
     * @param dueOn the limit that it is about
     * @param daysLate working days past the limit on that day; 0 when it was not yet past
     */
    record NoticeSent(
            IssueTicketId ticketId,
            ProjectId projectId,
            NoticeId noticeId,
            NoticeLevel level,
            LocalDate dueOn,
            int daysLate,
            List<StaffId> recipients,
            LocalDate occurredOn)
            implements TicketEvent {}

    record NoticeDelivered(
            IssueTicketId ticketId,
            ProjectId projectId,
            NoticeId noticeId,
            StaffId recipient,
            DeliveryWay way,
            LocalDate occurredOn)
            implements TicketEvent {}

    record NoticeRead(
            IssueTicketId ticketId, ProjectId projectId, NoticeId noticeId, StaffId recipient, LocalDate occurredOn)
            implements TicketEvent {}

    record InterviewLogged(
            IssueTicketId ticketId, ProjectId projectId, NoticeId noticeId, String minutes, LocalDate occurredOn)
            implements TicketEvent {}

    /**
     * The working calendar was changed while a limit ran.
     *
     * @param state of the ticket, which it stays in
     * @param dueOn the last day to move it on
     * @param formerly the day that was the last one until then
     * @param replyBy the last day to reply, where that comes after; {@code null} where it does not
     */
    record LimitMoved(
            IssueTicketId ticketId,
            ProjectId projectId,
            TicketState state,
            LocalDate dueOn,
            LocalDate formerly,
            LocalDate replyBy,
            LocalDate occurredOn)
            implements TicketEvent {}
}
