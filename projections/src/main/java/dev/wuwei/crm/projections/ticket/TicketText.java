package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.ticket.IssueTicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What a ticket is about, as known for a time. */
record TicketText(Id id, String title, Coded category, String description, Instant knownAt, Instant knownUntil) {
    record Id(IssueTicketId ticket, long sequence) {}

    static Table<Id, TicketText> table() {
        return Table.<Id, TicketText>keyed("ticket_text", TicketText::id, id -> List.of(id.ticket, id.sequence))
                .keyColumn("ticket_id", "uuid", row -> row.id.ticket)
                .keyColumn("sequence", "bigint", row -> row.id.sequence)
                .column("title", "text", TicketText::title)
                .column("category_code", "text", row -> row.category.code())
                .column("category_name", "text", row -> row.category.name())
                .column("description", "text", TicketText::description)
                .column("known_at", "timestamptz", TicketText::knownAt)
                .column("known_until", "timestamptz", TicketText::knownUntil)
                .readBy(TicketText::read);
    }

    private static TicketText read(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("known_until", OffsetDateTime.class);
        return new TicketText(
                new Id(new IssueTicketId(row.getObject("ticket_id", UUID.class)), row.getLong("sequence")),
                row.getString("title"),
                new Coded(row.getString("category_code"), row.getString("category_name")),
                row.getString("description"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    TicketText until(Instant instant) {
        return new TicketText(id, title, category, description, knownAt, instant);
    }
}
