package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.target.ScorecardEvent;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.TargetEvent;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What happened to a target or a scorecard.
 *
 * @param year of what begins with this event, else {@code null}
 */
record TargetFact(
        long position,
        long sequence,
        TypedId aggregateId,
        Integer year,
        Instant recordedAt,
        StaffId recordedBy,
        String reason,
        DomainEvent event) {
    private static final FactCodec CODEC = new FactCodec(Json.mapper(), TargetEvent.class, ScorecardEvent.class);

    static Table<Long, TargetFact> table() {
        return Table.<Long, TargetFact>keyed("target_fact", "position", "bigint", TargetFact::position)
                .column("sequence", "bigint", TargetFact::sequence)
                .column("aggregate_id", "uuid", fact -> fact.aggregateId().value())
                .column("year", "integer", TargetFact::year)
                .column("recorded_at", "timestamptz", TargetFact::recordedAt)
                .column("recorded_by", "uuid", TargetFact::recordedBy)
                .column("reason", "text", TargetFact::reason)
                .column("occurred_on", "date", fact -> fact.event().occurredOn())
                .column("name", "text", fact -> CODEC.nameOf(fact.event()))
                .column("payload", "text", fact -> CODEC.write(fact.event()))
                .appendOnly();
    }

    static TargetFact read(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("recorded_by", UUID.class);
        return new TargetFact(
                row.getLong("position"),
                row.getLong("sequence"),
                null,
                null,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new StaffId(by),
                row.getString("reason"),
                CODEC.read(row.getString("name"), row.getString("payload")));
    }

    static TargetFact of(TargetEvent event, EventMeta meta) {
        return fact(
                event.targetId(), event instanceof TargetSet set ? set.period().year() : null, event, meta);
    }

    static TargetFact of(ScorecardEvent event, EventMeta meta) {
        return fact(
                event.scorecardId(), event instanceof ScorecardDefined defined ? defined.year() : null, event, meta);
    }

    private static TargetFact fact(TypedId id, Integer year, DomainEvent event, EventMeta meta) {
        return new TargetFact(
                meta.position(),
                meta.sequence(),
                id,
                year,
                meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                meta.actor(),
                meta.reason(),
                event);
    }
}
