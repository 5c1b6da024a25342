package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.TypedId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Which aggregate a command goes to: the component marked so, looked up once per kind of command. */
final class CommandTargets implements CommandTargetResolver {
    private static final ClassValue<Optional<RecordComponent>> TARGET = new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
            Optional<RecordComponent> found = type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(component -> isTarget(type, component))
                            .findFirst()
                    : Optional.empty();
            found.ifPresent(component -> component.getAccessor().setAccessible(true));
            return found;
        }

        private static boolean isTarget(Class<?> type, RecordComponent component) {
            try {
                return component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class)
                        || type.getDeclaredField(component.getName())
                                .isAnnotationPresent(TargetAggregateIdentifier.class);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        String id = id(message.getPayload());
        if (id == null) {
            throw new IllegalArgumentException(message.getPayloadType().getName() + " names no aggregate it goes to");
        }
        return new VersionedAggregateIdentifier(id, null);
    }

    /** @return the aggregate that the command names, or {@code null} */
    static String id(Object command) {
        return TARGET.get(command.getClass())
                .map(component -> value(component, command))
                .map(id -> id instanceof TypedId typed ? typed.value().toString() : id.toString())
                .orElse(null);
    }

    /** @return the command's field that names its aggregate, or {@code null} */
    static String field(Object command) {
        return TARGET.get(command.getClass()).map(RecordComponent::getName).orElse(null);
    }

    private static Object value(RecordComponent component, Object command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
