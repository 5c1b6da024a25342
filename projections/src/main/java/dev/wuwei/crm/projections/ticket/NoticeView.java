package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice about a ticket.
 *
 * @param daysLate working days past the limit when it was sent; 0 when it was not yet past
 * @param sentByName {@code null} when the nightly job sent it
 * @param interview what was said in the interview that a red notice comes with, or {@code null}
 */
public record NoticeView(
        NoticeId noticeId,
        IssueTicketId ticketId,
        String ticketNo,
        String title,
        String projectName,
        NoticeLevel level,
        LocalDate dueOn,
        int daysLate,
        LocalDate sentOn,
        String sentByName,
        List<Recipient> recipients,
        LocalDate interviewedOn,
        String interview) {

    /** Whether and when it reached one recipient; each {@code null} while it has not. */
    public record Recipient(
            StaffId staffId, String name, DeliveryWay way, Instant deliveredAt, Instant readAt, LocalDate readOn) {}

    public boolean isReadBy(StaffId staff) {
        return recipients.stream()
                .anyMatch(recipient -> recipient.staffId().equals(staff) && recipient.readAt() != null);
    }

    public boolean isDeliveredTo(StaffId staff) {
        return recipients.stream()
                .anyMatch(recipient -> recipient.staffId().equals(staff)
                        && (recipient.deliveredAt() != null || recipient.readAt() != null));
    }
}
