package dev.wuwei.crm.platform.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.personaldata.PersonalDataModule;
import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.platform.postgres.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event store, wired by hand. Axon's own JDBC configuration is left out: where it is evaluated too early, the
 * application silently starts without a store. {@link StoreGuard} refuses to start should that ever happen.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AxonConfiguration {
    private static final String UNIQUE_VIOLATION = "23505";

    public AxonConfiguration() {
        GenericEventMessage.clock = RecordingClock.INSTANCE;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return AxonConfiguration::isUniqueViolation;
    }

    private static boolean isUniqueViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Bean
    EventNames eventNames(@Value("${wuwei.packages:dev.wuwei.crm}") List<String> packages) {
        return new EventNames(packages);
    }

    @Bean
    CommandNames commandNames(@Value("${wuwei.packages:dev.wuwei.crm}") List<String> packages) {
        return new CommandNames(packages);
    }

    /** How commands are read and answers written at the REST interface. */
    @Bean
    ObjectMapper wireMapper() {
        return Json.mapper();
    }

    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.builder().objectMapper(Json.mapper()).build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return JacksonSerializer.builder().objectMapper(Json.mapper()).build();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(EventNames names, PersonalDataModule personalData) {
        return EventSerializer.create(names, personalData);
    }

    @Bean
    Trail trail() {
        return new Trail();
    }

    @Bean
    HistoryStore eventStorageEngine(
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer events,
            @Lazy Configuration configuration,
            PersistenceExceptionResolver exceptions,
            ObjectProvider<EmbeddedPostgres> embedded,
            Trail trail) {
        HistoryStore store = new HistoryStore(
                dataSource,
                connections,
                transactions,
                events,
                representations -> configuration.upcasterChain().upcast(representations),
                exceptions,
                trail);
        if (embedded.getIfAvailable() != null) {
            // Nobody else can have a transaction on a server that is ours alone and has just started.
            store.settleAll();
        }
        return store;
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    LiveEventStore eventStore(HistoryStore store) {
        return LiveEventStore.create(store);
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            @Qualifier("serializer") Serializer serializer,
            ObjectProvider<EmbeddedPostgres> embedded,
            DataSource dataSource) {
        if (embedded.getIfAvailable() != null) {
            // The application that held these is gone, however it ended: no need to wait for its claims to lapse.
            JdbcClient.create(dataSource)
                    .sql("update es.token set owner = null where owner is not null")
                    .update();
        }
        return new HeldTokens(connections, serializer);
    }

    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetterQueues(
            EventProcessorProperties properties,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer events,
            @Qualifier("serializer") Serializer serializer) {
        DeadLetterSchema schema = DeadLetterSchema.builder()
                .deadLetterTable("es.dead_letter")
                .deadLetterIdentifierColumn("dead_letter_identifier")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
        return new DeadLetterQueueProviderConfigurerModule(
                properties,
                group -> configuration -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(schema)
                        .genericSerializer(serializer)
                        .eventSerializer(events)
                        .build());
    }

    /** New processors begin at the beginning: a read model must know all of history, and a policy misses no event. */
    @Bean
    ConfigurerModule processorDefaults() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        (configuration, builder) -> builder.initialToken(StreamableMessageSource::createTailToken)
                                .enableCoordinatorClaimExtension())
                .registerDefaultDeadLetterPolicy(configuration -> new SetAsideUnlessTransient());
    }

    /** An event is set aside for being unhandleable, never because the database was away for a moment. */
    private static final class SetAsideUnlessTransient implements EnqueuePolicy<EventMessage<?>> {
        @Override
        public org.axonframework.messaging.deadletter.EnqueueDecision<EventMessage<?>> decide(
                DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
            if (DatabaseRule.behind(cause).isPresent()) {
                throw new TryAgain(cause);
            }
            return Decisions.enqueue(cause);
        }
    }

    private static final class TryAgain extends RuntimeException {
        TryAgain(Throwable cause) {
            super(cause);
        }
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider();
    }

    @Bean
    CorrelationDataProvider factsCorrelation() {
        return new FactsCorrelation();
    }

    @Bean
    CommandBus commandBus(TransactionManager transactions, Configuration configuration) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        CommandGuard guard = new CommandGuard();
        bus.registerDispatchInterceptor(guard);
        bus.registerHandlerInterceptor(guard);
        return bus;
    }

    @Bean
    CommandTargetResolver commandTargetResolver() {
        return new CommandTargets();
    }

    /** For {@code @Aggregate(cache = "aggregateCache")}. */
    @Bean
    Cache aggregateCache() {
        return new AggregateCache();
    }

    @Bean
    CommandDispatcher commandDispatcher(
            CommandBus commandBus,
            TransactionManager transactions,
            CommandNames names,
            DataSource dataSource,
            Trail trail) {
        return new CommandDispatcher(commandBus, transactions, names, JdbcClient.create(dataSource), trail);
    }

    @Bean
    Processors processors(
            EventProcessingConfiguration processing, DataSource dataSource, HistoryStore store, Trail trail) {
        return new Processors(processing, JdbcClient.create(dataSource), store, trail);
    }

    @Bean
    HistoryReader historyReader(
            DataSource dataSource,
            HistoryStore store,
            EventSerializer events,
            @Qualifier("serializer") Serializer serializer,
            EventNames names) {
        return new HistoryReader(dataSource, store, events, serializer, names);
    }

    @Bean
    StoreGuard storeGuard(
            EventBus eventBus,
            EventStorageEngine engine,
            TokenStore tokens,
            TransactionManager transactions,
            EventNames names) {
        return new StoreGuard(eventBus, engine, tokens, transactions, names);
    }
}
