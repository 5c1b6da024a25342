package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.shared.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts that the ledger was told of, with what the event store says of each. */
final class StoredFacts {
    private final Supplier<JdbcClient> jdbc;
    private final RecordedEvents events;

    /** @param jdbc asked each time, for what is left to be written is written before it answers */
    StoredFacts(Supplier<JdbcClient> jdbc, RecordedEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @return by project, in the order in which they were recorded */
    List<Fact> of(Collection<ProjectId> projects) {
        record Stored(ProjectId project, long position, Instant recordedAt, String name) {}
        List<Stored> stored = jdbc.get()
                .sql("""
                        select project_id, position, recorded_at, name from ledger_fact
                        where project_id = any(?) order by project_id, position""")
                .param(projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .query((row, number) -> new Stored(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getLong("position"),
                        LedgerTables.instant(row.getTimestamp("recorded_at")),
                        row.getString("name")))
                .list();
        Map<Long, Recorded> recorded =
                events.at(stored.stream().map(Stored::position).toList());
        return stored.stream()
                .map(fact -> new Fact(
                        fact.project(),
                        fact.position(),
                        fact.recordedAt(),
                        fact.name(),
                        recorded.get(fact.position()).event()))
                .toList();
    }
}
