package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.Sieve;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.TypedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known so far of each thing that events speak of (an aggregate, or a visit, a milestone … of one): told again by its
 * own events when it is first touched, and kept while there is room.
 */
final class Things {
    private final Batch batch;
    private final RecordedEvents events;
    private final Map<Id, Thing> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Thing> eldest) {
            // A thing takes about a kilobyte.
            if (size() <= batch.room() / 2) {
                return false;
            }
            forgotten.add(eldest.getKey());
            return true;
        }
    };

    /** In a rebuild, whose table starts empty: what was told of and is not in memory. Of nothing else is anything known. */
    private final Sieve forgotten = new Sieve();

    private long toldUpTo;

    record Id(UUID aggregateId, String entity) {
        static Id of(DomainEvent event) {
            // The first component of every event names the aggregate that it happened to.
            TypedId aggregate = (TypedId) Part.of(event.getClass()).getFirst().read(event);
            return new Id(aggregate.value(), FieldPuts.of(event).entity());
        }
    }

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

        private Before learn(DomainEvent event, long at) {
            if (sequence < 0) {
                hear(event, at);
                return Before.NOTHING;
            }
            heard.forEach(earlier -> FieldPuts.of(earlier).against(fields));
            heard.clear();
            sequence = at;
            return FieldPuts.of(event).against(fields);
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
    Before tell(Id id, DomainEvent event, long sequence, long position) {
        prefetch(List.of(id));
        Thing thing = open.get(id);
        if (sequence <= thing.sequence) {
            return null;
        }
        toldUpTo = Math.max(toldUpTo, position);
        return thing.learn(event, sequence);
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
        if (batch.startsEmpty()) {
            fresh.keySet().removeIf(id -> !forgotten.mayHold(id));
        }
        if (!fresh.isEmpty()) {
            earlier(fresh.keySet())
                    .forEach(each -> fresh.get(Id.of(each.event()))
                            .hear(each.event(), each.meta().sequence()));
        }
    }

    /** In a rebuild the table has no index to find them by yet, but history has. */
    private List<Recorded> earlier(Set<Id> ids) {
        if (batch.startsEmpty()) {
            return events.of(ids.stream().map(Id::aggregateId).collect(Collectors.toSet())).stream()
                    .filter(each -> each.meta().position() <= toldUpTo && ids.contains(Id.of(each.event())))
                    .toList();
        }
        List<Long> positions = stored(ids);
        Map<Long, Recorded> recorded = events.at(positions);
        return positions.stream().map(recorded::get).filter(Objects::nonNull).toList();
    }

    private List<Long> stored(Collection<Id> ids) {
        return batch.jdbc()
                .sql("""
                        select t.position
                        from timeline t join unnest(?, ?) as k(aggregate_id, entity) using (aggregate_id, entity)
                        order by t.sequence""")
                .param(ids.stream().map(Id::aggregateId).toArray(UUID[]::new))
                .param(ids.stream().map(Id::entity).toArray(String[]::new))
                .query(Long.class)
                .list();
    }
}
