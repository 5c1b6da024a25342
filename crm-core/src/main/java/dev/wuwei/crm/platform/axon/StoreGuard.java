package dev.wuwei.crm.platform.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.InitializingBean;

/** No start without a real store: an application that answers and keeps nothing is the worst of all failures. */
record StoreGuard(
        EventBus eventBus,
        EventStorageEngine engine,
        TokenStore tokens,
        TransactionManager transactions,
        EventNames names)
        implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        require(eventBus instanceof EmbeddedEventStore, "the event bus is " + eventBus.getClass());
        require(engine instanceof JdbcEventStorageEngine, "events go to " + engine.getClass());
        require(((LiveEventStore) eventBus).history() == engine, "the event store uses another engine");
        require(tokens instanceof JdbcTokenStore, "tokens go to " + tokens.getClass());
        require(transactions instanceof SpringTransactionManager, "transactions are " + transactions.getClass());
        require(!names.all().isEmpty(), "no event has a logical name");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("No start without a real event store: " + otherwise);
        }
    }
}
