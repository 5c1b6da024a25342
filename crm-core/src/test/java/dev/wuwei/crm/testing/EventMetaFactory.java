package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Reasoned;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.function.Supplier;
import org.axonframework.common.Priority;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Gives handlers their {@link EventMeta}, as the platform does from the metadata of real messages. */
@Priority(Priority.FIRST)
final class EventMetaFactory implements ParameterResolverFactory, ParameterResolver<EventMeta> {
    private final Supplier<EventMeta> sender;

    EventMetaFactory(Supplier<EventMeta> sender) {
        this.sender = sender;
    }

    @Override
    public ParameterResolver<EventMeta> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == EventMeta.class ? this : null;
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }

    @Override
    public EventMeta resolveParameterValue(Message<?> message) {
        EventMeta meta = sender.get();
        String reason = message.getPayload() instanceof Reasoned reasoned ? reasoned.reason() : null;
        return new EventMeta(
                message instanceof EventMessage<?> event ? event.getTimestamp() : meta.recordedAt(),
                meta.recordedBy(),
                meta.onBehalfOf(),
                meta.roles(),
                meta.parks(),
                meta.channel(),
                reason,
                (String) message.getMetaData().get("correctionOf"),
                null,
                null,
                0,
                message instanceof DomainEventMessage<?> event ? event.getSequenceNumber() : -1,
                message instanceof EventMessage<?> event ? event.getIdentifier() : null);
    }
}
