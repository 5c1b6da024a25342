package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.Satisfaction;
import dev.wuwei.crm.ticket.TicketEvent.LimitMoved;
import dev.wuwei.crm.ticket.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One step of a ticket: how it stands from {@code occurredOn} on, once that is recorded, until the next step holds.
 *
 * @param note what was said or done, or why
 * @param moved it stands as before, with a limit that moved with the working calendar
 */
record TicketStepRow(
        Id id,
        TicketState state,
        Coded unit,
        StaffId handler,
        LocalDate since,
        LocalDate dueOn,
        LocalDate replyBy,
        Satisfaction satisfaction,
        String note,
        boolean moved,
        LocalDate occurredOn,
        Instant recordedAt,
        StaffId recordedBy,
        LocalDate replacedOn,
        Instant replacedAt) {
    record Id(IssueTicketId ticket, long sequence) {}

    static Table<Id, TicketStepRow> table() {
        return Table.<Id, TicketStepRow>keyed("ticket_step", TicketStepRow::id, id -> List.of(id.ticket, id.sequence))
                .keyColumn("ticket_id", "uuid", row -> row.id.ticket)
                .keyColumn("sequence", "bigint", row -> row.id.sequence)
                .column("state", "text", TicketStepRow::state)
                .column("unit_code", "text", row -> row.unit == null ? null : row.unit.code())
                .column("unit_name", "text", row -> row.unit == null ? null : row.unit.name())
                .column("handler", "uuid", TicketStepRow::handler)
                .column("since", "date", TicketStepRow::since)
                .column("due_on", "date", TicketStepRow::dueOn)
                .column("reply_by", "date", TicketStepRow::replyBy)
                .column("satisfaction", "text", TicketStepRow::satisfaction)
                .column("note", "text", TicketStepRow::note)
                .column("moved", "boolean", TicketStepRow::moved)
                .column("occurred_on", "date", TicketStepRow::occurredOn)
                .column("recorded_at", "timestamptz", TicketStepRow::recordedAt)
                .column("recorded_by", "uuid", TicketStepRow::recordedBy)
                .column("replaced_on", "date", TicketStepRow::replacedOn)
                .column("replaced_at", "timestamptz", TicketStepRow::replacedAt)
                .readBy(TicketStepRow::read);
    }

    static TicketStepRow of(IssueTicketId ticket, TicketState state, LocalDate occurredOn, EventMeta meta) {
        return new TicketStepRow(
                new Id(ticket, meta.sequence()),
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                occurredOn,
                meta.recordedAt(),
                meta.actor(),
                null,
                null);
    }

    private static TicketStepRow read(ResultSet row) throws SQLException {
        UUID handler = row.getObject("handler", UUID.class);
        UUID by = row.getObject("recorded_by", UUID.class);
        OffsetDateTime replaced = row.getObject("replaced_at", OffsetDateTime.class);
        return new TicketStepRow(
                new Id(new IssueTicketId(row.getObject("ticket_id", UUID.class)), row.getLong("sequence")),
                TicketState.valueOf(row.getString("state")),
                row.getString("unit_code") == null
                        ? null
                        : new Coded(row.getString("unit_code"), row.getString("unit_name")),
                handler == null ? null : new StaffId(handler),
                row.getObject("since", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("reply_by", LocalDate.class),
                row.getString("satisfaction") == null ? null : Satisfaction.valueOf(row.getString("satisfaction")),
                row.getString("note"),
                row.getBoolean("moved"),
                row.getObject("occurred_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new StaffId(by),
                row.getObject("replaced_on", LocalDate.class),
                replaced == null ? null : replaced.toInstant());
    }

    /** Unit, handler and satisfaction stay as they were. */
    TicketStepRow after(TicketStepRow before) {
        return with(before.unit, before.handler, since, dueOn, before.replyBy, before.satisfaction, note);
    }

    TicketStepRow assigned(Coded toUnit, StaffId toHandler, LocalDate by) {
        return with(toUnit, toHandler, since, dueOn, by, satisfaction, note);
    }

    TicketStepRow limited(LocalDate from, LocalDate until) {
        return with(unit, handler, from, until, replyBy, satisfaction, note);
    }

    TicketStepRow content(Satisfaction how) {
        return with(unit, handler, since, dueOn, replyBy, how, note);
    }

    TicketStepRow saying(String what) {
        return with(unit, handler, since, dueOn, replyBy, satisfaction, what);
    }

    /** It is the same step, so it holds from the same day on; what is new is known from now on. */
    static TicketStepRow moved(TicketStepRow before, LimitMoved event, EventMeta meta) {
        return new TicketStepRow(
                new Id(before.id.ticket, meta.sequence()),
                before.state,
                before.unit,
                before.handler,
                before.since,
                event.dueOn(),
                event.replyBy() == null ? before.replyBy : event.replyBy(),
                before.satisfaction,
                meta.reason(),
                true,
                before.occurredOn,
                meta.recordedAt(),
                meta.actor(),
                null,
                null);
    }

    TicketStepRow replacedBy(TicketStepRow next) {
        return new TicketStepRow(
                id,
                state,
                unit,
                handler,
                since,
                dueOn,
                replyBy,
                satisfaction,
                note,
                moved,
                occurredOn,
                recordedAt,
                recordedBy,
                next.occurredOn,
                next.recordedAt);
    }

    private TicketStepRow with(
            Coded newUnit,
            StaffId newHandler,
            LocalDate newSince,
            LocalDate newDueOn,
            LocalDate newReplyBy,
            Satisfaction newSatisfaction,
            String newNote) {
        return new TicketStepRow(
                id,
                state,
                newUnit,
                newHandler,
                newSince,
                newDueOn,
                newReplyBy,
                newSatisfaction,
                newNote,
                moved,
                occurredOn,
                recordedAt,
                recordedBy,
                replacedOn,
                replacedAt);
    }
}
