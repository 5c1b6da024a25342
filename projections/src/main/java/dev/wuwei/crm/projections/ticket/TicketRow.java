package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What never changes of a ticket.
 *
 * @param sequence the last event that went into its rows
 * @param textAt sequence of the text that holds
 * @param stepAt sequence of the step that it has come to
 */
record TicketRow(
        IssueTicketId ticketId,
        ProjectId projectId,
        LeadId leadId,
        String projectNo,
        String projectName,
        String ticketNo,
        Coded park,
        LocalDate raisedOn,
        StaffId raisedBy,
        long sequence,
        long textAt,
        long stepAt,
        Instant lastEventAt,
        long lastPosition) {

    static Table<IssueTicketId, TicketRow> table() {
        return Table.<IssueTicketId, TicketRow>keyed("ticket", "ticket_id", "uuid", TicketRow::ticketId)
                .column("project_id", "uuid", TicketRow::projectId)
                .column("lead_id", "uuid", TicketRow::leadId)
                .column("project_no", "text", TicketRow::projectNo)
                .column("project_name", "text", TicketRow::projectName)
                .column("ticket_no", "text", TicketRow::ticketNo)
                .column("park_code", "text", row -> row.park.code())
                .column("park_name", "text", row -> row.park.name())
                .column("raised_on", "date", TicketRow::raisedOn)
                .column("raised_by", "uuid", TicketRow::raisedBy)
                .column("sequence", "bigint", TicketRow::sequence)
                .column("text_at", "bigint", TicketRow::textAt)
                .column("step_at", "bigint", TicketRow::stepAt)
                .column("last_event_at", "timestamptz", TicketRow::lastEventAt)
                .column("last_position", "bigint", TicketRow::lastPosition)
                .readBy(TicketRow::read);
    }

    static TicketRow of(TicketRaised raised, EventMeta meta) {
        return new TicketRow(
                raised.ticketId(),
                raised.projectId(),
                raised.leadId(),
                raised.projectNo(),
                raised.projectName(),
                raised.ticketNo(),
                raised.park(),
                raised.occurredOn(),
                meta.actor(),
                -1,
                -1,
                -1,
                meta.recordedAt(),
                meta.position());
    }

    private static TicketRow read(ResultSet row) throws SQLException {
        UUID raisedBy = row.getObject("raised_by", UUID.class);
        return new TicketRow(
                new IssueTicketId(row.getObject("ticket_id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new LeadId(row.getObject("lead_id", UUID.class)),
                row.getString("project_no"),
                row.getString("project_name"),
                row.getString("ticket_no"),
                new Coded(row.getString("park_code"), row.getString("park_name")),
                row.getObject("raised_on", LocalDate.class),
                raisedBy == null ? null : new StaffId(raisedBy),
                row.getLong("sequence"),
                row.getLong("text_at"),
                row.getLong("step_at"),
                row.getObject("last_event_at", OffsetDateTime.class).toInstant(),
                row.getLong("last_position"));
    }

    TicketRow textAt(long at) {
        return with(sequence, at, stepAt, lastEventAt, lastPosition);
    }

    TicketRow stepAt(long at) {
        return with(sequence, textAt, at, lastEventAt, lastPosition);
    }

    TicketRow seen(EventMeta meta) {
        return with(meta.sequence(), textAt, stepAt, meta.recordedAt(), meta.position());
    }

    private TicketRow with(long newSequence, long newTextAt, long newStepAt, Instant eventAt, long position) {
        return new TicketRow(
                ticketId,
                projectId,
                leadId,
                projectNo,
                projectName,
                ticketNo,
                park,
                raisedOn,
                raisedBy,
                newSequence,
                newTextAt,
                newStepAt,
                eventAt,
                position);
    }
}
