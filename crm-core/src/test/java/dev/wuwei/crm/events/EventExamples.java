package dev.wuwei.crm.events;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.TypedId;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One example of every event: each component holds a value that its name and type alone decide. */
public final class EventExamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private EventExamples() {}

    public static <E extends DomainEvent> E of(Class<E> event) {
        return event.cast(record(event));
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), component.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + type, e);
        }
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (TypedId.class.isAssignableFrom(plain)) {
            return id(plain, name);
        }
        if (plain == Money.class) {
            return Money.cny("45200000.55");
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        return scalar(plain, name);
    }

    private static Object collection(ParameterizedType generic, String name) {
        Type[] arguments = generic.getActualTypeArguments();
        Object first = value(arguments[0], name);
        if (generic.getRawType() == List.class) {
            return List.of(first);
        }
        if (generic.getRawType() == Set.class) {
            return Set.of(first);
        }
        if (generic.getRawType() == Map.class) {
            return Map.of(first, value(arguments[1], name));
        }
        throw new IllegalStateException("no example of " + generic + " " + name);
    }

    private static Object id(Class<?> type, String name) {
        long hash =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        UUID uuid = new UUID(0x019ca00000007000L, (hash & 0x3fffffffffffffffL) | 0x8000000000000000L);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
            return constructor.newInstance(uuid);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + type, e);
        }
    }

    private static Object scalar(Class<?> type, String name) {
        if (type == String.class) {
            return "〔" + name + "〕";
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 3;
        }
        if (type == long.class || type == Long.class) {
            return 4096L;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal("12.50");
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == YearMonth.class) {
            return YearMonth.from(DAY);
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-02T02:30:00Z");
        }
        throw new IllegalStateException("events hold no " + type + " (" + name + ")");
    }
}
