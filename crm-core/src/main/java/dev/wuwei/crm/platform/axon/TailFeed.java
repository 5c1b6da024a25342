package dev.wuwei.crm.platform.axon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads new events once for all processors and wakes them at once. (The event store this serves has such a cache too, but
 * pooled processors poll it twice a second.)
 *
 * <p>A stream first reads by itself until nothing is left, then follows the feed. It keeps its own token, so an event that
 * both ways bring is delivered once, and none is passed over while it changes from one to the other: it takes its place in
 * the feed before its last look at the table.
 */
final class TailFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TailFeed.class);

    /** Other nodes' events are looked for this often. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** While events keep coming, they are passed on in lots: many small transactions of readers would slow the writers. */
    private static final long LOT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 1000;
    private static final long FARTHEST_BEHIND = 10_000;

    private final HistoryStore store;
    private final Set<Stream> streams = new CopyOnWriteArraySet<>();
    private final Thread reader =
            Thread.ofPlatform().daemon().name("event-tail").unstarted(this::run);
    private volatile boolean signalled;
    private volatile boolean closed;
    private volatile boolean started;

    /** The end of the chain. Streams hold on to where they are; what none holds is collected. */
    private volatile Node newest;

    private GapAwareTrackingToken token;

    private static final class Node {
        private final PlacedEvent<?> event;
        private final long settledBefore;
        private volatile Node next;

        Node(PlacedEvent<?> event, long settledBefore) {
            this.event = event;
            this.settledBefore = settledBefore;
        }
    }

    TailFeed(HistoryStore store) {
        this.store = store;
    }

    /** Something was committed. */
    void wake() {
        if (!signalled) {
            signalled = true;
            LockSupport.unpark(reader);
        }
    }

    TrackingEventStream open(TrackingToken from) {
        Stream stream = new Stream(from == null ? HistoryStore.start() : (GapAwareTrackingToken) from);
        streams.add(stream);
        return stream;
    }

    private synchronized void start() {
        if (!started) {
            long end = store.createHeadToken() instanceof GapAwareTrackingToken head ? head.getIndex() : 0;
            // What is not settled below the head may still come, so the feed begins before it. On a server of others
            // that
            // is not known yet: no transaction is that far behind.
            long settled = Math.min(end, Math.max(store.settled(), end - FARTHEST_BEHIND));
            token = GapAwareTrackingToken.newInstance(settled, List.of());
            newest = new Node(null, settled);
            started = true;
            reader.start();
        }
    }

    private void run() {
        long lastSettled = System.nanoTime();
        long lastLot = 0;
        while (!closed) {
            if (!signalled) {
                LockSupport.parkNanos(this, POLL_NANOS);
            }
            long sinceLot = System.nanoTime() - lastLot;
            if (sinceLot < LOT_NANOS) {
                LockSupport.parkNanos(this, LOT_NANOS - sinceLot);
                if (System.nanoTime() - lastLot < LOT_NANOS) {
                    continue;
                }
            }
            signalled = false;
            try {
                if (System.nanoTime() - lastSettled > SETTLE_NANOS) {
                    store.settle();
                    lastSettled = System.nanoTime();
                }
                if (fetch()) {
                    lastLot = System.nanoTime();
                    streams.forEach(Stream::wake);
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("New events cannot be read; trying again", e);
                    LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
                }
            }
        }
    }

    private boolean fetch() {
        boolean found = false;
        List<PlacedEvent<?>> events;
        do {
            long settledBefore = store.settled();
            events = store.readBatch(token, BATCH);
            for (PlacedEvent<?> event : events) {
                Node node = new Node(event, settledBefore);
                token = (GapAwareTrackingToken) event.trackingToken();
                newest.next = node;
                newest = node;
                found = true;
            }
        } while (events.size() >= BATCH);
        return found;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(reader);
        try {
            if (started) {
                reader.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One processor's way through history. Used by one thread at a time. */
    private final class Stream implements TrackingEventStream {
        private GapAwareTrackingToken own;
        private List<PlacedEvent<?>> read = List.of();
        private int next;
        private Node place;
        private boolean following;
        private TrackedEventMessage<?> peeked;
        private long lastDelivered;
        private volatile Runnable onAvailable;

        Stream(GapAwareTrackingToken from) {
            this.own = from;
        }

        void wake() {
            Runnable callback = onAvailable;
            if (callback != null) {
                callback.run();
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            onAvailable = callback;
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (peeked == null) {
                peeked = advance();
            }
            return Optional.ofNullable(peeked);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (peek().isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || closed) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(5)));
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                if (closed) {
                    throw new InterruptedException("The event store is closed");
                }
            }
            TrackedEventMessage<?> event = peeked;
            peeked = null;
            return event;
        }

        private TrackedEventMessage<?> advance() {
            return following ? follow() : readOn();
        }

        private TrackedEventMessage<?> readOn() {
            if (next == read.size()) {
                if (place == null && next < BATCH) {
                    // Near the end: take a place in the feed, then look once more.
                    TailFeed.this.start();
                    place = newest;
                }
                boolean lastLook = place != null;
                read = store.readBatch(own, BATCH);
                next = 0;
                if (read.isEmpty()) {
                    following = lastLook;
                    return lastLook ? follow() : null;
                }
                if (read.size() == BATCH) {
                    place = null;
                }
            }
            TrackedEventMessage<?> event = read.get(next++);
            own = (GapAwareTrackingToken) event.trackingToken();
            return event;
        }

        private TrackedEventMessage<?> follow() {
            for (Node node = place.next; node != null; node = place.next) {
                place = node;
                long position = node.event.position();
                if (position == lastDelivered) {
                    // One stored event that an upcaster made into several.
                    return node.event.withTrackingToken(own);
                }
                if (position > own.getIndex() || own.getGaps().contains(position)) {
                    own = HistoryStore.advance(own, position, node.settledBefore);
                    lastDelivered = position;
                    return node.event.withTrackingToken(own);
                }
            }
            return null;
        }

        @Override
        public void close() {
            streams.remove(this);
            place = null;
            following = false;
            read = List.of();
            next = 0;
        }
    }
}
