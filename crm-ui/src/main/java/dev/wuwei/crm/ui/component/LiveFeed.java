package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.shared.DomainEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells the screens after each batch which read models moved on. Topics are the read models' names and {@code
 * aggregate:<id>} of everything that an event was about.
 */
@Component
class LiveFeed {
    private static final String TOPICS = LiveFeed.class.getName();

    private final Live live;

    LiveFeed(Live live) {
        this.live = live;
    }

    @Autowired
    void listen(ObjectProvider<EventProcessingConfigurer> processing, ObjectProvider<ReadModel> models) {
        Set<String> names = models.stream().map(ReadModel::name).collect(Collectors.toSet());
        processing.ifAvailable(configurer -> configurer.registerDefaultHandlerInterceptor(
                (configuration, processor) -> names.contains(processor) ? new AfterBatch(processor) : new PassOn()));
    }

    private final class AfterBatch implements MessageHandlerInterceptor<EventMessage<?>> {
        private final String readModel;

        private AfterBatch(String readModel) {
            this.readModel = readModel;
        }

        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
            EventMessage<?> event = unit.getMessage();
            if (event.getPayload() instanceof DomainEvent && event instanceof DomainEventMessage<?> stored) {
                UnitOfWork<?> batch = unit.root();
                Set<String> topics = batch.getOrComputeResource(TOPICS, key -> {
                    Set<String> collected = new HashSet<>(List.of(readModel));
                    batch.afterCommit(committed -> live.publish(collected));
                    return collected;
                });
                topics.add(Live.aggregate(stored.getAggregateIdentifier()));
            }
            return chain.proceed();
        }
    }

    private static final class PassOn implements MessageHandlerInterceptor<EventMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
            return chain.proceed();
        }
    }
}
