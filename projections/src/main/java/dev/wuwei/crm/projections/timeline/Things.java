package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.shared.DomainEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What is known so far of each thing that events speak of (an aggregate, or a visit, a milestone … of one): told again by its
 * own events when it is first touched, and kept while there is room.
 */
final class Things {
    /** A thing takes about two kilobytes. */
    private static final int ROOM = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 40_000, 1000, 60_000);

    private static final long[] NOTHING = {};

    private final Batch batch;
    private final RecordedEvents events;
    private final Map<Id, Thing> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Thing> eldest) {
            return size() > ROOM;
        }
    };

    /** In a rebuild, whose table has no index yet: the positions of the events of each thing. */
    private final Map<Id, long[]> told = new HashMap<>();

    record Id(UUID aggregateId, String entity) {}

    /** What is known of one thing, and up to which event of its aggregate. */
    static final class Thing {
        private final Map<String, FieldValue> fields = new HashMap<>();
        /** Heard but not held against anything: most things are spoken of once. */
        private final List<DomainEvent> heard = new ArrayList<>(1);

        private long sequence = -1;

        private void hear(DomainEvent event, long at) {
            heard.add(event);
            sequence = at;
        }

        private Before learn(FieldPut put, DomainEvent event, long at) {
            if (sequence < 0) {
                hear(event, at);
                return Before.NOTHING;
            }
            heard.forEach(earlier -> FieldPuts.of(earlier).against(fields));
            heard.clear();
            sequence = at;
            return put.against(fields);
        }
    }

    Things(Batch batch, RecordedEvents events) {
        this.batch = batch;
        this.events = events;
    }

    /**
     * @return what was known of it before, or {@code null} when it knows the event
     * @param sequence of the event in its aggregate
     */
    Before tell(Id id, FieldPut put, DomainEvent event, long sequence, long position) {
        prefetch(List.of(id));
        Thing thing = open.get(id);
        if (sequence <= thing.sequence) {
            return null;
        }
        if (batch.startsEmpty()) {
            told.merge(id, new long[] {position}, (earlier, last) -> {
                long[] all = Arrays.copyOf(earlier, earlier.length + 1);
                all[earlier.length] = position;
                return all;
            });
        }
        return thing.learn(put, event, sequence);
    }

    void prefetch(Collection<Id> ids) {
        Map<Id, Thing> fresh = new HashMap<>();
        for (Id id : ids) {
            if (!open.containsKey(id)) {
                Thing thing = new Thing();
                open.put(id, thing);
                fresh.put(id, thing);
            }
        }
        if (!fresh.isEmpty()) {
            Map<Id, List<Long>> positions = batch.startsEmpty() ? remembered(fresh.keySet()) : stored(fresh.keySet());
            Map<Long, Recorded> recorded =
                    events.at(positions.values().stream().flatMap(List::stream).toList());
            positions.forEach((id, all) -> all.stream()
                    .map(recorded::get)
                    .filter(Objects::nonNull)
                    .forEach(
                            each -> fresh.get(id).hear(each.event(), each.meta().sequence())));
        }
    }

    private Map<Id, List<Long>> remembered(Collection<Id> ids) {
        Map<Id, List<Long>> positions = new HashMap<>();
        for (Id id : ids) {
            long[] all = told.getOrDefault(id, NOTHING);
            if (all.length > 0) {
                positions.put(id, Arrays.stream(all).boxed().toList());
            }
        }
        return positions;
    }

    private Map<Id, List<Long>> stored(Collection<Id> ids) {
        Map<Id, List<Long>> positions = new HashMap<>();
        batch.jdbc()
                .sql("""
                        select t.aggregate_id, t.entity, t.position
                        from timeline t join unnest(?, ?) as k(aggregate_id, entity) using (aggregate_id, entity)
                        order by t.sequence""")
                .param(ids.stream().map(Id::aggregateId).toArray(UUID[]::new))
                .param(ids.stream().map(Id::entity).toArray(String[]::new))
                .query(row -> {
                    positions
                            .computeIfAbsent(
                                    new Id(row.getObject(1, UUID.class), row.getString(2)), id -> new ArrayList<>())
                            .add(row.getLong(3));
                });
        return positions;
    }
}
