package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Base of every read model: a class with {@link ProcessingGroup} that turns events into rows.
 *
 * <p>Handlers touch rows through the {@link Batch} they are given and nothing else, so the same object serves the live
 * tables and, at the same time, those of a rebuild. Rows are read on first touch and written once per batch, before the
 * commit that also moves the processor's token on. That commit is not waited for to reach the disk: rows and token are lost
 * together or not at all, the processor finds its older token there, and what is lost is made again from history. A handler must give the same rows when an event comes twice, and when
 * events of different aggregates come in another order.
 */
public abstract class ReadModel {
    private final DataSource dataSource;
    private final List<Table<?, ?>> tables;

    /**
     * @param dataSource the live one; its connections carry the search path of the live tables
     * @param tables every table that this model owns: emptied on reset, swapped by a rebuild
     */
    protected ReadModel(DataSource dataSource, Table<?, ?>... tables) {
        this.dataSource = dataSource;
        this.tables = List.of(tables);
    }

    /** Turns one event into changed rows. Events of no interest are simply ignored. */
    protected abstract void project(DomainEvent event, EventMeta meta, Batch batch);

    /**
     * Which events a rebuild reads for it.
     *
     * @return whether events of this kind can change any row
     */
    public boolean reads(Class<? extends DomainEvent> kind) {
        return true;
    }

    /** Reads what the coming events will touch in few statements; see {@link Rows#prefetch}. */
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {}

    /** Makes the rows that follow from others, once for all events since the last time; called before rows are written. */
    protected void derive(Batch batch) {}

    /**
     * A rebuild asks it of the filled tables: what triggers of the live ones look at row by row, and so never at rows that were there
     * before them.
     *
     * @throws IllegalStateException when the rows contradict each other
     */
    protected void verify(JdbcClient jdbc) {}

    final void write(Batch batch) {
        derive(batch);
        batch.flush();
    }

    /** Keeps no more rows of each table in memory than there is room for. */
    final void shrink(Batch batch) {
        if (batch.exceedsRoom()) {
            derive(batch);
        }
        batch.shrinkToRoom();
    }

    /** Names of the tables that this model owns. */
    public List<String> tableNames() {
        return tables.stream().map(Table::name).toList();
    }

    List<Table<?, ?>> tables() {
        return tables;
    }

    /** @return the processing group, which is also the name a rebuild is asked for by */
    public final String name() {
        return getClass().getAnnotation(ProcessingGroup.class).value();
    }

    @EventHandler
    public final void on(DomainEvent event, EventMeta meta) {
        project(event, meta, liveBatch());
    }

    @ResetHandler
    public final void reset() {
        new Batch(dataSource, false)
                .jdbc()
                .sql("truncate " + String.join(", ", tableNames()))
                .update();
    }

    private Batch liveBatch() {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        return unit.getOrComputeResource(resourceKey(), key -> {
            Batch batch = new Batch(dataSource, false);
            batch.commitWithoutWaiting();
            if (unit instanceof BatchingUnitOfWork<?> batching) {
                prefetch(
                        batching.getMessages().stream()
                                .map(Message::getPayload)
                                .filter(DomainEvent.class::isInstance)
                                .map(DomainEvent.class::cast)
                                .toList(),
                        batch);
            }
            unit.onPrepareCommit(committing -> write(batch));
            return batch;
        });
    }

    private String resourceKey() {
        return getClass().getName() + "@" + System.identityHashCode(this);
    }
}
