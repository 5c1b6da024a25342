package dev.wuwei.crm.projections.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** One rebuild under way, or done. Safe to be asked from any thread. */
public final class RebuildRun {
    /** What it is doing. */
    public enum Phase {
        PREPARING,
        READING,
        INDEXING,
        COMPARING,
        SWAPPING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * @param position up to which history was dealt with
     * @param head up to which it is to be, as far as is known
     * @param perSecond events dealt with, over the time since reading began
     */
    public record Progress(Phase phase, long position, long head, long perSecond, Duration elapsed) {}

    /**
     * One table beside the live one, at the same event.
     *
     * @param same whether both hold the same rows
     */
    public record Comparison(String table, long liveRows, long rebuiltRows, boolean same) {}

    /**
     * @param events dealt with
     * @param comparisons empty when the live tables were behind, so that there was nothing to compare with
     */
    public record Outcome(
            List<String> names, Phase phase, long events, Duration duration, List<Comparison> comparisons) {
        public boolean same() {
            return comparisons.stream().allMatch(Comparison::same);
        }
    }

    private final List<String> names;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile Phase phase = Phase.PREPARING;
    private final AtomicLong done = new AtomicLong();
    private volatile long position;
    private volatile long head;
    private volatile long readingNanos;
    private volatile long endedNanos;
    private volatile boolean cancelled;

    RebuildRun(List<String> names, Instant startedAt) {
        this.names = names;
        this.startedAt = startedAt;
    }

    public List<String> names() {
        return names;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Progress progress() {
        long now = endedNanos == 0 ? System.nanoTime() : endedNanos;
        long reading = readingNanos == 0 ? 0 : now - readingNanos;
        return new Progress(
                phase,
                position,
                head,
                reading == 0 ? 0 : (long) (done.get() * 1e9 / reading),
                Duration.ofNanos(now - startedNanos));
    }

    /** The live tables stay as they are, unless the swap has begun. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isOver() {
        return outcome.isDone();
    }

    /** @return how it ended, or nothing while it is under way or when it failed */
    public Optional<Outcome> outcome() {
        return outcome.isDone() && !outcome.isCompletedExceptionally() ? Optional.of(outcome.join()) : Optional.empty();
    }

    /** @return why it failed, or nothing */
    public Optional<Throwable> failure() {
        return outcome.isCompletedExceptionally() ? Optional.of(outcome.exceptionNow()) : Optional.empty();
    }

    /**
     * Waits for the end.
     *
     * @throws CompletionException when it failed
     */
    public Outcome await() {
        return outcome.join();
    }

    boolean isCancelled() {
        return cancelled;
    }

    void enter(Phase next) {
        phase = next;
        if (next == Phase.READING && readingNanos == 0) {
            readingNanos = System.nanoTime();
        }
    }

    void expect(long last) {
        head = last;
    }

    /** @param last position among them */
    void dealtWith(int events, long last) {
        done.addAndGet(events);
        position = last;
    }

    void ended(Phase how, List<Comparison> comparisons) {
        endedNanos = System.nanoTime();
        phase = how;
        outcome.complete(new Outcome(
                names, how, done.get(), Duration.ofNanos(endedNanos - startedNanos), List.copyOf(comparisons)));
    }

    void failed(Throwable cause) {
        endedNanos = System.nanoTime();
        phase = Phase.FAILED;
        outcome.completeExceptionally(cause);
    }
}
