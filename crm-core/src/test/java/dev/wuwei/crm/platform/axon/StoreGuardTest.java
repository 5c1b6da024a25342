package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.probe.ProbeApplication;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class StoreGuardTest {
    @Test
    void the_application_stands_on_a_real_store_and_without_one_refuses_to_start() {
        try (ConfigurableApplicationContext context = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password())) {
            EventBus bus = context.getBean(EventBus.class);
            EventStorageEngine engine = context.getBean(EventStorageEngine.class);
            TokenStore tokens = context.getBean(TokenStore.class);
            TransactionManager transactions = context.getBean(TransactionManager.class);
            EventNames names = context.getBean(EventNames.class);
            assertThat(bus).isInstanceOf(EmbeddedEventStore.class);
            assertThat(engine).isInstanceOf(JdbcEventStorageEngine.class);
            assertThat(tokens).isInstanceOf(JdbcTokenStore.class);
            assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
            assertThat(context.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
            assertThat(context.getBean(EventProcessingConfiguration.class)
                            .eventProcessors()
                            .values())
                    .isNotEmpty()
                    .allSatisfy(processor -> assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));

            refuses(new StoreGuard(SimpleEventBus.builder().build(), engine, tokens, transactions, names), "event bus");
            refuses(new StoreGuard(bus, engine, new InMemoryTokenStore(), transactions, names), "tokens");
            refuses(new StoreGuard(bus, engine, tokens, NoTransactionManager.INSTANCE, names), "transactions");
        }
    }

    private static void refuses(StoreGuard guard, String because) {
        assertThatThrownBy(guard::afterPropertiesSet)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No start without a real event store")
                .hasMessageContaining(because);
    }
}
