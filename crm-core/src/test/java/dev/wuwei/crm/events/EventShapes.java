package dev.wuwei.crm.events;

import dev.wuwei.crm.shared.TypedId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What events are made of, as reflection sees it. */
final class EventShapes {
    private EventShapes() {}

    /** @return the record itself, and every record and enum inside it, ids left out */
    static Set<Class<?>> parts(Class<?> record) {
        Set<Class<?>> parts = new TreeSet<>(Comparator.comparing(Class::getName));
        collect(record, parts);
        return parts;
    }

    private static void collect(Type type, Set<Class<?>> parts) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, parts));
        } else if (type instanceof Class<?> plain
                && (plain.isRecord() || plain.isEnum())
                && !TypedId.class.isAssignableFrom(plain)
                && parts.add(plain)
                && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                collect(component.getGenericType(), parts);
            }
        }
    }

    /** @return for example {@code List<AgreedPhase>} */
    static String shown(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ((Class<?>) generic.getRawType()).getSimpleName()
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(EventShapes::shown)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return name((Class<?>) type);
    }

    /** @return the simple name, of a nested type with the type around it, unless that is a capability's event interface */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || outer.isSealed() ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }
}
