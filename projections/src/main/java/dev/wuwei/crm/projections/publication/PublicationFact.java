package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.publication.PublicationEvent;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What happened to a published report.
 *
 * @param recordedBy whoever stands behind it
 * @param reason {@code null} where none was asked for
 */
record PublicationFact(
        long position,
        long sequence,
        PublicationId publicationId,
        Instant recordedAt,
        StaffId recordedBy,
        String reason,
        PublicationEvent event) {
    private static final FactCodec CODEC = new FactCodec(Json.mapper(), PublicationEvent.class);

    static Table<Long, PublicationFact> table() {
        return Table.<Long, PublicationFact>keyed("publication_fact", "position", "bigint", PublicationFact::position)
                .column("sequence", "bigint", PublicationFact::sequence)
                .column("publication_id", "uuid", PublicationFact::publicationId)
                .column("recorded_at", "timestamptz", PublicationFact::recordedAt)
                .column("recorded_by", "uuid", PublicationFact::recordedBy)
                .column("reason", "text", PublicationFact::reason)
                .column("occurred_on", "date", fact -> fact.event().occurredOn())
                .column("name", "text", fact -> CODEC.nameOf(fact.event()))
                .column("payload", "text", fact -> CODEC.write(fact.event()))
                .appendOnly();
    }

    static PublicationFact of(PublicationEvent event, EventMeta meta) {
        return new PublicationFact(
                meta.position(),
                meta.sequence(),
                event.publicationId(),
                meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                meta.actor(),
                meta.reason(),
                event);
    }

    static PublicationFact read(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("recorded_by", UUID.class);
        return new PublicationFact(
                row.getLong("position"),
                row.getLong("sequence"),
                new PublicationId(row.getObject("publication_id", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new StaffId(by),
                row.getString("reason"),
                (PublicationEvent) CODEC.read(row.getString("name"), row.getString("payload")));
    }
}
