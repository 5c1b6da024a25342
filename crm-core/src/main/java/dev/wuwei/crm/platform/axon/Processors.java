package dev.wuwei.crm.platform.axon;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The readers of history: how far they are, what they set aside, and when an author can see what he has written. */
public final class Processors {
    /** The group of the policies: what they send is waited for as well. */
    public static final String POLICIES = "policies";

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final HistoryStore store;
    private final Trail trail;

    Processors(EventProcessingConfiguration processing, JdbcClient jdbc, HistoryStore store, Trail trail) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.store = store;
        this.trail = trail;
    }

    /**
     * One reader.
     *
     * @param position of the last event it has dealt with; 0 before the first
     * @param lag positions it is behind the newest event
     * @param error why it is not going on, or {@code null}
     */
    public record Status(
            String name, boolean running, boolean replaying, long position, long lag, String error, long deadLetters) {
        public boolean caughtUp() {
            return running && error == null && !replaying && lag == 0;
        }
    }

    /**
     * An event that a reader could not deal with, and set aside; what follows it on the same aggregate waits behind it.
     *
     * @param event its logical name
     */
    public record SetAside(
            String id,
            String processor,
            String aggregateId,
            String event,
            String eventId,
            Instant since,
            String causeType,
            String causeMessage) {}

    /** @return every reader, sorted by name */
    public List<Status> list() {
        long head = head();
        Map<String, Long> letters = jdbc
                .sql("select processing_group, count(*) from es.dead_letter group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return streaming().stream()
                .map(processor -> status(processor, head, letters.getOrDefault(processor.getName(), 0L)))
                .sorted(Comparator.comparing(Status::name))
                .toList();
    }

    private static Status status(StreamingEventProcessor processor, long head, long letters) {
        long position = Long.MAX_VALUE;
        boolean replaying = false;
        String error = processor.isError() ? "stopped by an error" : null;
        Map<Integer, EventTrackerStatus> segments = processor.processingStatus();
        for (EventTrackerStatus segment : segments.values()) {
            position = Math.min(position, index(segment.getTrackingToken()));
            replaying |= segment.isReplaying();
            error = segment.isErrorState() ? String.valueOf(segment.getError()) : error;
        }
        position = segments.isEmpty() ? 0 : position;
        return new Status(
                processor.getName(),
                processor.isRunning(),
                replaying,
                position,
                Math.max(0, head - position),
                error,
                letters);
    }

    /** @return the newest event's position; 0 when there is none */
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from es.domain_event")
                .query(Long.class)
                .single();
    }

    /** @return when the event at this position was recorded */
    public Instant recordedAt(long position) {
        return jdbc.sql("select time_stamp from es.domain_event where global_index = ?")
                .param(position)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** @return whether every reader runs and is at most this many positions behind */
    public boolean caughtUp(long tolerance) {
        long head = head();
        return streaming().stream()
                .map(processor -> status(processor, head, 0))
                .allMatch(status ->
                        status.running() && status.error() == null && !status.replaying() && status.lag() <= tolerance);
    }

    /**
     * Waits until every read model shows the event at this position, and whatever a policy did because of it.
     *
     * @param position as a command's answer names it; 0 returns at once
     * @return whether it is visible now; {@code false} when the time ran out
     */
    public boolean awaitVisible(long position, Duration timeout) {
        if (position <= 0) {
            return true;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        Set<StreamingEventProcessor> waitingFor = new HashSet<>(streaming());
        Optional<StreamingEventProcessor> policies = waitingFor.stream()
                .filter(processor -> processor.getName().equals(POLICIES))
                .findFirst();
        long target = position;
        if (policies.isPresent()) {
            waitingFor.remove(policies.get());
            for (long next = position; next > 0; ) {
                if (!await(Set.of(policies.get()), next, deadline)) {
                    return false;
                }
                long consequence = trail.consequence(next);
                target = Math.max(target, consequence);
                next = consequence > next ? consequence : 0;
            }
        }
        return await(waitingFor, position, deadline) && (target == position || await(waitingFor, target, deadline));
    }

    /**
     * Waits until every read model shows the event at this position, for a policy: what policies do because of it is not waited
     * for.
     *
     * @return whether it is visible now; {@code false} when the time ran out
     */
    public boolean awaitReadModels(long position, Duration timeout) {
        Set<StreamingEventProcessor> readModels = new HashSet<>(streaming());
        readModels.removeIf(processor -> processor.getName().equals(POLICIES));
        return await(readModels, position, System.nanoTime() + timeout.toNanos());
    }

    private static boolean await(Set<StreamingEventProcessor> processors, long position, long deadline) {
        Set<StreamingEventProcessor> behind = new HashSet<>(processors);
        for (int looks = 0; ; looks++) {
            behind.removeIf(processor -> covers(processor, position));
            if (behind.isEmpty()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(looks < 100 ? TimeUnit.MICROSECONDS.toNanos(300) : TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean covers(StreamingEventProcessor processor, long position) {
        Map<Integer, EventTrackerStatus> segments = processor.processingStatus();
        return !segments.isEmpty()
                && segments.values().stream().allMatch(segment -> covers(segment.getTrackingToken(), position));
    }

    /** A token that is past a position may still have it as a gap: then the event was not seen yet. */
    static boolean covers(TrackingToken token, long position) {
        TrackingToken bare = WrappedToken.unwrapLowerBound(token);
        return bare instanceof GapAwareTrackingToken gapAware
                && gapAware.getIndex() >= position
                && !gapAware.getGaps().contains(position);
    }

    private static long index(TrackingToken token) {
        TrackingToken bare = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return bare instanceof GapAwareTrackingToken gapAware ? gapAware.getIndex() : 0;
    }

    /** @return what this reader set aside, oldest first; of all readers when {@code processor} is {@code null} */
    public List<SetAside> setAside(String processor) {
        return jdbc.sql("""
                        select dead_letter_identifier, processing_group, aggregate_identifier, payload_type,
                               event_identifier, enqueued_at, cause_type, cause_message
                          from es.dead_letter
                         where cast(:processor as text) is null or processing_group = :processor
                         order by enqueued_at, sequence_index""")
                .param("processor", processor)
                .query((row, number) -> new SetAside(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.parse(row.getString(6)),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /**
     * Tries again with the event that was set aside and those that wait behind it.
     *
     * @return whether the reader has dealt with them now
     */
    public boolean retry(String processor, String id) {
        Optional<SetAside> letter = setAside(processor).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        return letter.isPresent()
                && processing
                        .sequencedDeadLetterProcessor(processor)
                        .map(queue -> queue.process(candidate -> candidate
                                .message()
                                .getIdentifier()
                                .equals(letter.get().eventId())))
                        .orElse(false);
    }

    /** Gives up on one event for this reader; the event itself stays in history. @return whether it was there */
    public boolean discard(String processor, String id) {
        return jdbc.sql("delete from es.dead_letter where processing_group = ? and dead_letter_identifier = ?")
                        .params(processor, id)
                        .update()
                > 0;
    }

    private List<StreamingEventProcessor> streaming() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
    }

    /** @return the last position up to which this reader has dealt with every event there is; 0 when there is no such reader */
    public long seenWithoutGap(String processor) {
        return streaming().stream()
                .filter(each -> each.getName().equals(processor))
                .flatMap(each -> each.processingStatus().values().stream())
                .mapToLong(segment -> withoutGap(segment.getTrackingToken()))
                .min()
                .orElse(0);
    }

    private static long withoutGap(TrackingToken token) {
        TrackingToken bare = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (bare instanceof GapAwareTrackingToken gapAware) {
            return gapAware.getGaps().isEmpty()
                    ? gapAware.getIndex()
                    : gapAware.getGaps().first() - 1;
        }
        return 0;
    }

    /** @return positions at or below this are all visible or lost for good */
    public long settled() {
        return store.settled();
    }
}
