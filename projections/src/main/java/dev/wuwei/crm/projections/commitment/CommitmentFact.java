package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** An event that says something about the commitments of a project. */
record CommitmentFact(ProjectId projectId, long position, Instant recordedAt, DomainEvent event) {
    private record Key(ProjectId projectId, long position) {}

    private static final FactCodec CODEC =
            new FactCodec(Json.mapper(), SigningEvent.class, CommitmentEvent.class, FollowUpEvent.class);

    static Table<?, CommitmentFact> table() {
        return Table.<Key, CommitmentFact>keyed(
                        "commitment_fact",
                        fact -> new Key(fact.projectId(), fact.position()),
                        key -> List.of(key.projectId(), key.position()))
                .keyColumn("project_id", "uuid", CommitmentFact::projectId)
                .keyColumn("position", "bigint", CommitmentFact::position)
                .column("recorded_at", "timestamptz", CommitmentFact::recordedAt)
                .column("name", "text", fact -> CODEC.nameOf(fact.event()))
                .column("payload", "text", fact -> CODEC.write(fact.event()))
                .appendOnlyLookedUp();
    }

    static CommitmentFact read(ResultSet row) throws SQLException {
        return new CommitmentFact(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                CODEC.read(row.getString("name"), row.getString("payload")));
    }

    /** @return the project, {@code null} when the event says nothing about commitments */
    static ProjectId concerned(DomainEvent event) {
        return switch (event) {
            case SigningEvent e -> AgreementFacts.concern(e) ? e.projectId() : null;
            case CommitmentEvent e -> e.projectId();
            case FollowUpEvent e -> SiteFacts.concern(e) ? e.projectId() : null;
            default -> null;
        };
    }
}
