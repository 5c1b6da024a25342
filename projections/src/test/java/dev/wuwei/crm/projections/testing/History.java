package dev.wuwei.crm.projections.testing;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events with the metadata that the store would give them, and the ways in which a reader may come by them. */
public final class History implements RecordedEvents {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final long begins;
    private StaffId by;
    private Instant now = Instant.parse("2023-01-01T01:00:00Z");
    private String reason;
    private String correctionOf;

    public record Entry(DomainEvent event, EventMeta meta, UUID aggregate) {
        private Recorded recorded() {
            return new Recorded(event, meta);
        }
    }

    public History() {
        this(0);
    }

    /** @param begins positions before the first entry */
    public History(long begins) {
        this.begins = begins;
    }

    public History by(StaffId staff) {
        by = staff;
        return this;
    }

    /** From now on entries are made on this day, at nine in the morning and a minute apart. */
    public History on(String date) {
        now = LocalDate.parse(date).atTime(9, 0).atZone(EventMeta.ZONE).toInstant();
        return this;
    }

    /** The next entry only. */
    public History because(String why) {
        reason = why;
        return this;
    }

    /** The next entry corrects an earlier one. */
    public History correcting(EventMeta earlier) {
        correctionOf = earlier.eventId();
        return this;
    }

    public EventMeta record(DomainEvent event) {
        UUID aggregate = aggregateOf(event);
        long sequence = sequences.merge(aggregate, 0L, (known, zero) -> known + 1);
        long position = begins + entries.size() + 1L;
        EventMeta meta = new EventMeta(
                now,
                by,
                null,
                Set.of(Role.PROMOTER),
                Set.of(),
                Channel.UI,
                reason,
                correctionOf,
                null,
                null,
                position,
                sequence,
                new UUID(7, position).toString());
        entries.add(new Entry(event, meta, aggregate));
        now = now.plusSeconds(60);
        reason = null;
        correctionOf = null;
        return meta;
    }

    @Override
    public Map<Long, Recorded> at(Collection<Long> positions) {
        return stored(entries).at(positions);
    }

    @Override
    public List<Recorded> of(Collection<UUID> aggregates) {
        return stored(entries).of(aggregates);
    }

    /** @return a store that holds these, and what is added to them later */
    public static RecordedEvents stored(Collection<Entry> entries) {
        return new RecordedEvents() {
            @Override
            public Map<Long, Recorded> at(Collection<Long> positions) {
                Set<Long> wanted = Set.copyOf(positions);
                return entries.stream()
                        .filter(entry -> wanted.contains(entry.meta().position()))
                        .collect(Collectors.toMap(entry -> entry.meta().position(), Entry::recorded));
            }

            @Override
            public List<Recorded> of(Collection<UUID> aggregates) {
                return entries.stream()
                        .filter(entry -> aggregates.contains(entry.aggregate()))
                        .map(Entry::recorded)
                        .toList();
            }
        };
    }

    /** @return the same facts of an event of its own, which corrects nothing */
    public static EventMeta placed(EventMeta meta, long position, String eventId) {
        return new EventMeta(
                meta.recordedAt(),
                meta.recordedBy(),
                meta.onBehalfOf(),
                meta.roles(),
                meta.parks(),
                meta.channel(),
                meta.reason(),
                null,
                meta.causedBy(),
                meta.importBatch(),
                position,
                meta.sequence(),
                eventId);
    }

    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Aggregate by aggregate, the last to begin first: what happens when readers of several segments run apart. */
    public List<Entry> outOfOrder() {
        Map<UUID, List<Entry>> streams = entries.stream()
                .collect(Collectors.groupingBy(Entry::aggregate, LinkedHashMap::new, Collectors.toList()));
        List<List<Entry>> reversed = new ArrayList<>(streams.values());
        Collections.reverse(reversed);
        return reversed.stream().flatMap(List::stream).toList();
    }

    public static void play(ReadModel model, DataSource dataSource, List<Entry> entries, int batch) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        for (int from = 0; from < entries.size(); from += batch) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + batch));
            transaction.executeWithoutResult(status -> {
                var unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("batch"));
                some.forEach(entry -> model.on(entry.event(), entry.meta()));
                unit.commit();
            });
        }
    }

    /** Every row of the model's tables, as text that can be compared. */
    public static Map<String, List<String>> rows(ReadModel model, DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : model.tableNames()) {
            rows.put(
                    table,
                    jdbc.sql("select to_jsonb(t)::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private static UUID aggregateOf(DomainEvent event) {
        try {
            return ((TypedId) event.getClass()
                            .getRecordComponents()[0]
                            .getAccessor()
                            .invoke(event))
                    .value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
