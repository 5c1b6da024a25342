package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.platform.axon.HistoryReader;
import dev.wuwei.crm.platform.axon.HistoryReader.Point;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

/** A stretch of history, read and parsed by a thread of its own a few lots ahead of whoever takes them. */
final class Lots implements AutoCloseable {
    private static final int AHEAD = 4;
    private static final List<Recorded> END = List.of();

    private final BlockingQueue<List<Recorded>> lots = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile Throwable trouble;
    private volatile boolean closed;

    /** @param kinds of events that are wanted, see {@link HistoryReader#read} */
    Lots(HistoryReader history, Point from, Point to, Predicate<Class<? extends DomainEvent>> kinds) {
        reader = Thread.ofPlatform().daemon().name("rebuild-reader").start(() -> {
            try {
                history.read(from, to, kinds, lot -> {
                    lots.put(lot);
                    return !closed;
                });
            } catch (InterruptedException | RuntimeException | Error e) {
                trouble = e;
            } finally {
                end();
            }
        });
    }

    private void end() {
        try {
            lots.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return events in order, none when there are no more */
    List<Recorded> next() throws InterruptedException {
        List<Recorded> lot = lots.take();
        if (lot == END && trouble != null) {
            throw new IllegalStateException("History could not be read to the end", trouble);
        }
        return lot;
    }

    /** Waits until nothing is read any more. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        while (reader.isAlive()) {
            lots.clear();
            reader.join(20);
        }
    }
}
