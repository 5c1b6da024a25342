package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.platform.axon.HistoryReader;
import dev.wuwei.crm.platform.axon.HistoryReader.Point;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.support.RebuildRun.Comparison;
import dev.wuwei.crm.projections.support.RebuildRun.Phase;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.RuleViolated;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes read models again from history, beside the live ones: blue and green. History is read once for all of them; each
 * fills tables of its own in a second schema, is compared with the live one at the same event, and takes its place in one
 * transaction. Meanwhile the live ones are read and kept up to date as ever.
 */
@Component
public class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int STOP_SECONDS = 10;
    private static final int HANDS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final ThreadFactory REBUILDER =
            Thread.ofPlatform().daemon().name("rebuild-", 0).factory();

    private final Map<String, List<ReadModel>> models = new LinkedHashMap<>();
    private final DataSource dataSource;
    private final HistoryReader history;
    private final EventProcessingConfiguration processing;
    private final TokenStore tokens;
    private final TransactionTemplate transaction;
    private final JdbcClient pool;
    private final int room;
    /** Held from the start of a run until nothing of it is left behind. */
    private final Lock oneAtATime = new ReentrantLock();

    private final AtomicReference<RebuildRun> latest = new AtomicReference<>();

    @Autowired
    public Rebuild(
            List<ReadModel> models,
            DataSource dataSource,
            HistoryReader history,
            @Lazy EventProcessingConfiguration processing,
            TokenStore tokens,
            PlatformTransactionManager transactions) {
        this(models, dataSource, history, processing, tokens, transactions, Batch.ROOM);
    }

    Rebuild(
            List<ReadModel> models,
            DataSource dataSource,
            HistoryReader history,
            EventProcessingConfiguration processing,
            TokenStore tokens,
            PlatformTransactionManager transactions,
            int room) {
        this.room = room;
        models.forEach(model -> this.models
                .computeIfAbsent(model.name(), name -> new ArrayList<>())
                .add(model));
        this.dataSource = dataSource;
        this.history = history;
        this.processing = processing;
        this.tokens = tokens;
        this.pool = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return what can be rebuilt: the processing groups of the read models */
    public Set<String> names() {
        return new TreeSet<>(models.keySet());
    }

    /** @return the rebuild under way or the last one, or {@code null} */
    public RebuildRun latest() {
        return latest.get();
    }

    /**
     * Begins a rebuild in a thread of its own.
     *
     * @param names of {@link #names()}; empty for all
     * @throws RuleViolated {@link RebuildRule}
     */
    public RebuildRun start(Collection<String> names) {
        List<String> wanted = names.isEmpty() ? List.copyOf(names()) : List.copyOf(new TreeSet<>(names));
        for (String name : wanted) {
            if (!models.containsKey(name)) {
                throw new RuleViolated(RebuildRule.UNKNOWN_READ_MODEL, name);
            }
        }
        RebuildRun run = new RebuildRun(wanted, Instant.now());
        RebuildRun before = latest.get();
        if (before != null && !before.isOver() || !latest.compareAndSet(before, run)) {
            throw new RuleViolated(RebuildRule.ALREADY_RUNNING);
        }
        Thread.ofPlatform().daemon().name("rebuild").start(() -> run(run));
        return run;
    }

    /** No second schema is left behind by an application that stops. */
    @PreDestroy
    void stop() throws InterruptedException {
        RebuildRun run = latest.get();
        if (run != null) {
            run.cancel();
            if (oneAtATime.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
                oneAtATime.unlock();
            }
        }
    }

    private void run(RebuildRun run) {
        oneAtATime.lock();
        try {
            run.ended(Phase.DONE, rebuild(run));
        } catch (Cancelled e) {
            run.ended(Phase.CANCELLED, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.failed(e);
        } catch (RuntimeException | Error e) {
            LOG.error("The rebuild of {} failed", run.names(), e);
            run.failed(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private List<Comparison> rebuild(RebuildRun run) throws InterruptedException {
        List<ReadModel> rebuilt =
                run.names().stream().flatMap(name -> models.get(name).stream()).toList();
        Point together = together(run.names());
        // The first lots are read while the tables are made.
        try (Lots lots = new Lots(history, Point.BEGINNING, together, readBy(rebuilt));
                GreenSchema green = GreenSchema.create(dataSource, rebuilt)) {
            List<Renewal> renewals = run.names().stream()
                    .map(name -> new Renewal(name, green, run))
                    .toList();
            run.enter(Phase.READING);
            try (ExecutorService hands = Executors.newFixedThreadPool(HANDS, REBUILDER)) {
                run.expect(together.position());
                fill(
                        lots,
                        renewals.stream()
                                .flatMap(renewal -> renewal.fillings.stream())
                                .toList(),
                        run);
                renewals.forEach(renewal -> renewal.at = together);
                run.enter(Phase.INDEXING);
                green.finish(hands).join();
                run.enter(Phase.COMPARING);
                sideBySide(hands, renewals, Renewal::catchUp);
                sideBySide(
                        hands,
                        renewals.stream()
                                .flatMap(
                                        renewal -> Stream.<Runnable>of(renewal::sumLive, renewal::sum, renewal::verify))
                                .toList(),
                        Runnable::run);
                List<Comparison> comparisons = new ArrayList<>();
                for (Renewal renewal : renewals) {
                    comparisons.addAll(renewal.comparisons());
                }
                run.enter(Phase.SWAPPING);
                sideBySide(hands, renewals, Renewal::swap);
                return comparisons;
            }
        }
    }

    /** @return as far as all of them can be brought in one pass */
    private Point together(List<String> names) {
        Point settled = history.settled();
        Point leastFar = names.stream()
                .map(name -> history.pointOf(name, pool))
                .min(Comparator.comparingLong(Point::position))
                .orElse(settled);
        return farther(settled, leastFar);
    }

    /** One processing group being made again: by one thread at a time, but for the sums. */
    private final class Renewal {
        private final String name;
        private final GreenSchema green;
        private final RebuildRun run;
        private final List<Filling> fillings;
        private final List<String> tables;
        private final Map<String, GreenSchema.Sum> sums = new LinkedHashMap<>();
        private final Map<String, GreenSchema.Sum> liveSums = new LinkedHashMap<>();
        private Point at = Point.BEGINNING;
        private Point live;

        Renewal(String name, GreenSchema green, RebuildRun run) {
            this.name = name;
            this.green = green;
            this.run = run;
            this.fillings = models.get(name).stream()
                    .map(model -> new Filling(model, green, room))
                    .toList();
            this.tables = models.get(name).stream()
                    .flatMap(model -> model.tableNames().stream())
                    .toList();
        }

        private void advanceTo(Point to) throws InterruptedException {
            at = to.equals(at) ? to : advance(at, farther(at, to), fillings, run);
        }

        void catchUp() throws InterruptedException {
            advanceTo(history.pointOf(name, pool));
        }

        void sum() {
            tables.forEach(table -> sums.put(table, green.sum(table)));
        }

        void verify() {
            fillings.forEach(filling -> green.ask(jdbc -> {
                filling.model.verify(jdbc);
                return null;
            }));
        }

        /** The live tables as of one snapshot, and the event that it is of. */
        void sumLive() {
            GreenSchema.Lane lane = fillings.getFirst().lane;
            live = lane.inSnapshot(() -> {
                Point point = history.pointOf(name, lane.jdbc());
                if (isAhead(point, at)) {
                    tables.forEach(table -> liveSums.put(table, lane.sumOfLive(table)));
                }
                return point;
            });
        }

        /** @return none when the live tables were behind */
        List<Comparison> comparisons() throws InterruptedException {
            if (liveSums.isEmpty()) {
                return List.of();
            }
            if (!live.equals(at)) {
                advanceTo(live);
                sum();
            }
            return liveSums.entrySet().stream()
                    .map(entry -> {
                        GreenSchema.Sum mine = sums.get(entry.getKey());
                        GreenSchema.Sum theirs = entry.getValue();
                        return new Comparison(entry.getKey(), theirs.rows(), mine.rows(), theirs.equals(mine));
                    })
                    .toList();
        }

        void swap() throws InterruptedException {
            catchUp();
            StreamingEventProcessor processor = processing
                    .eventProcessor(name, StreamingEventProcessor.class)
                    .orElse(null);
            boolean running = processor != null && processor.isRunning();
            try {
                if (running) {
                    stop(processor);
                }
                Point last = history.pointOf(name, pool);
                advanceTo(last);
                // Whoever has read a table keeps it from being moved until the end of his transaction, this one
                // included.
                fillings.forEach(Filling::commit);
                transaction.executeWithoutResult(status -> {
                    green.swapIn(tables);
                    if (at != last) {
                        store(name, at);
                    }
                });
            } finally {
                if (running) {
                    processor.start();
                }
            }
        }
    }

    private static void stop(StreamingEventProcessor processor) throws InterruptedException {
        try {
            processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(processor.getName() + " does not stop", e);
        }
    }

    private void store(String name, Point point) {
        int[] segments = tokens.fetchSegments(name);
        if (segments.length == 0) {
            tokens.initializeTokenSegments(name, 1, point.token());
            return;
        }
        for (int segment : segments) {
            tokens.fetchToken(name, segment);
            tokens.storeToken(point.token(), name, segment);
            tokens.releaseClaim(name, segment);
        }
    }

    private static boolean isAhead(Point live, Point mine) {
        return live.position() >= mine.position();
    }

    private static Point farther(Point mine, Point live) {
        return isAhead(live, mine) ? live : mine;
    }

    private Point advance(Point from, Point to, List<Filling> fillings, RebuildRun run) throws InterruptedException {
        if (from == to) {
            return to;
        }
        try (Lots lots = new Lots(
                history, from, to, readBy(fillings.stream().map(Filling::model).toList()))) {
            fill(lots, fillings, run);
            return to;
        }
    }

    /** The read models are filled beside one another, lot by lot. */
    private static void fill(Lots lots, List<Filling> fillings, RebuildRun run) throws InterruptedException {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS, REBUILDER)) {
            for (List<Recorded> lot = lots.next(); !lot.isEmpty(); lot = lots.next()) {
                List<Recorded> next = lot;
                List<DomainEvent> events = lot.stream().map(Recorded::event).toList();
                sideBySide(
                        hands,
                        Stream.concat(
                                        fillings.stream().flatMap(Filling::left),
                                        fillings.stream().map(filling -> () -> filling.project(next, events)))
                                .toList(),
                        Runnable::run);
                run.dealtWith(lot.size(), lot.getLast().meta().position());
                if (run.isCancelled()) {
                    throw new Cancelled();
                }
            }
            sideBySide(hands, fillings, Filling::derive);
            sideBySide(hands, fillings.stream().flatMap(Filling::writes).toList(), Runnable::run);
        }
    }

    private static Predicate<Class<? extends DomainEvent>> readBy(List<ReadModel> models) {
        return kind -> models.stream().anyMatch(model -> model.reads(kind));
    }

    /** What is done to one of several. */
    @FunctionalInterface
    private interface Work<T> {
        void on(T one) throws InterruptedException;
    }

    private static <T> void sideBySide(ExecutorService hands, Collection<T> all, Work<T> work)
            throws InterruptedException {
        List<Callable<Void>> tasks = all.stream()
                .map(one -> (Callable<Void>) () -> {
                    work.on(one);
                    return null;
                })
                .toList();
        for (Future<Void> done : hands.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Cancelled cancelled) {
                    throw cancelled;
                }
                throw new IllegalStateException("A read model cannot be rebuilt", e.getCause());
            }
        }
    }

    /** One read model being filled, on a connection of its own; by one thread at a time. */
    private static final class Filling {
        private final ReadModel model;
        private final GreenSchema green;
        private final GreenSchema.Lane lane;
        private final Batch batch;

        Filling(ReadModel model, GreenSchema green, int room) {
            this.model = model;
            this.green = green;
            this.lane = green.lane();
            this.batch = new Batch(lane.dataSource(), true, room);
        }

        void project(List<Recorded> lot, List<DomainEvent> events) {
            model.prefetch(events, batch);
            for (Recorded recorded : lot) {
                if (model.reads(recorded.event().getClass())) {
                    model.project(recorded.event(), recorded.meta(), batch);
                }
            }
            model.shrink(batch);
            commit();
        }

        ReadModel model() {
            return model;
        }

        /** What the last lot left to be written. */
        Stream<Runnable> left() {
            return batch.left(green::apart).stream();
        }

        void derive() {
            left().forEach(Runnable::run);
            model.derive(batch);
            commit();
        }

        Stream<Runnable> writes() {
            return batch.flushes().map(flush -> () -> flush.accept(green::apart));
        }

        void commit() {
            lane.commit();
        }
    }

    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super(null, null, false, false);
        }
    }
}
