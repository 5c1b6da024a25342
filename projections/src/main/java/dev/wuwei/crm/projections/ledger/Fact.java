package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import java.time.Instant;

/**
 * An event that the ledger is made of. What it says is kept by the event store alone.
 *
 * @param name logical name, for example {@code signing.AgreementSigned}
 */
record Fact(ProjectId projectId, long position, Instant recordedAt, String name, DomainEvent event) {
    record Key(ProjectId projectId, long position) {}

    Key key() {
        return new Key(projectId, position);
    }
}
