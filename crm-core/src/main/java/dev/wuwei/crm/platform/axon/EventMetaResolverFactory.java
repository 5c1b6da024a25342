package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.EventMeta;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Gives {@link EventMeta} to handlers that ask for it. Found by the ServiceLoader, in tests of aggregates too. */
public final class EventMetaResolverFactory implements ParameterResolverFactory, ParameterResolver<EventMeta> {
    @Override
    public ParameterResolver<EventMeta> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == EventMeta.class ? this : null;
    }

    @Override
    public EventMeta resolveParameterValue(Message<?> message) {
        return message instanceof PlacedEvent<?> placed ? placed.meta() : Facts.of(message);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
