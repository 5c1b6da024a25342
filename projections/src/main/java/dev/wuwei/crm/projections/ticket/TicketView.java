package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.Satisfaction;
import dev.wuwei.crm.ticket.TicketAction;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.util.Set;

/**
 * One row of the list of tickets.
 *
 * @param unit responsible for it, or {@code null} before it is assigned
 * @param dueOn the limit of the step that comes next, or {@code null} when it is closed
 * @param daysLate working days past the limit; negative while it is not yet past; 0 when there is none
 * @param notice the highest notice about this limit, or {@code null}
 * @param stateOn since when it stands where it stands
 * @param availableActions what its state allows this viewer, roles aside
 * @param sequence the last event that went into the row
 */
public record TicketView(
        IssueTicketId ticketId,
        String ticketNo,
        String title,
        Coded category,
        ProjectId projectId,
        LeadId leadId,
        String projectNo,
        String projectName,
        Coded park,
        TicketState state,
        LocalDate stateOn,
        Coded unit,
        StaffId handler,
        String handlerName,
        LocalDate dueOn,
        int daysLate,
        NoticeLevel notice,
        Satisfaction satisfaction,
        LocalDate raisedOn,
        String raisedByName,
        Set<TicketAction> availableActions,
        long sequence) {

    public boolean isOverdue() {
        return daysLate > 0;
    }
}
