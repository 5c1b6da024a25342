package dev.wuwei.crm.platform.axon;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store whose readers are woken by every commit. */
final class LiveEventStore extends EmbeddedEventStore {
    private final TailFeed feed;

    private LiveEventStore(Builder builder, HistoryStore store) {
        super(builder);
        this.feed = new TailFeed(store);
    }

    static LiveEventStore create(HistoryStore store) {
        return new LiveEventStore(
                EmbeddedEventStore.builder().storageEngine(store).optimizeEventConsumption(false), store);
    }

    HistoryStore history() {
        return (HistoryStore) storageEngine();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return feed.open(trackingToken);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        feed.wake();
    }

    @Override
    public void shutDown() {
        feed.close();
        super.shutDown();
    }
}
