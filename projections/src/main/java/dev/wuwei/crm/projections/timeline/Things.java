package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.wuwei.crm.projections.support.Batch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known so far of each thing that events speak of (an aggregate, or a visit, a milestone … of one): told again by the
 * changes of its own events when it is first touched, and kept while there is room.
 */
final class Things {
    /** A thing takes about two kilobytes. */
    private static final int ROOM = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 40_000, 1000, 60_000);

    private static final TypeReference<List<FieldPut.Change>> CHANGES = new TypeReference<>() {};

    private final Batch batch;
    private final Map<Id, Thing> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Thing> eldest) {
            return size() > ROOM;
        }
    };
    private final Set<Id> seen = new HashSet<>();

    record Id(UUID aggregateId, String entity) {}

    /** What is known of one thing, and up to which event of its aggregate. */
    static final class Thing {
        private final Map<String, FieldValue> fields = new HashMap<>();
        private long sequence = -1;

        long sequence() {
            return sequence;
        }

        List<FieldPut.Change> learn(FieldPut put, long from) {
            sequence = from;
            return put.against(fields);
        }

        private void recall(List<FieldPut.Change> changes, long from) {
            sequence = from;
            for (FieldPut.Change change : changes) {
                if (change.after() == null || change.after().isNull()) {
                    fields.remove(change.key());
                } else {
                    fields.put(change.key(), new FieldValue(change.kind(), change.after()));
                }
            }
        }
    }

    Things(Batch batch) {
        this.batch = batch;
    }

    Thing of(Id id) {
        Thing thing = open.get(id);
        if (thing == null) {
            prefetch(List.of(id));
            thing = open.get(id);
        }
        return thing;
    }

    void prefetch(Collection<Id> ids) {
        Map<Id, Thing> stored = new HashMap<>();
        for (Id id : ids) {
            if (!open.containsKey(id)) {
                Thing thing = new Thing();
                open.put(id, thing);
                if (!batch.startsEmpty() || !seen.add(id)) {
                    stored.put(id, thing);
                }
            }
        }
        if (!stored.isEmpty()) {
            if (batch.startsEmpty()) {
                batch.flush();
            }
            recall(stored);
        }
    }

    private void recall(Map<Id, Thing> things) {
        List<Id> ids = List.copyOf(things.keySet());
        batch.jdbc()
                .sql("""
                        select t.aggregate_id, t.entity, t.sequence, t.changes
                        from timeline t join unnest(?, ?) as k(aggregate_id, entity) using (aggregate_id, entity)
                        order by t.aggregate_id, t.entity, t.sequence""")
                .param(ids.stream().map(Id::aggregateId).toArray(UUID[]::new))
                .param(ids.stream().map(Id::entity).toArray(String[]::new))
                .query(row -> {
                    things.get(new Id(row.getObject(1, UUID.class), row.getString(2)))
                            .recall(changes(row.getString(4)), row.getLong(3));
                });
    }

    private static List<FieldPut.Change> changes(String json) {
        try {
            return FieldValue.MAPPER.readValue(json, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
