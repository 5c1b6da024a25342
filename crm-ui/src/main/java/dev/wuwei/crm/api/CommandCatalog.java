package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Role;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every command that a person may send, by its logical name. What only the system sends is not offered. */
@Component
class CommandCatalog {
    private final Map<String, Entry> entries;

    /**
     * @param target the component that names the aggregate
     * @param opens the component that names the aggregate the command opens, or {@code null} when it opens none
     */
    record Entry(String name, Class<? extends Command> type, Set<Role> roles, String target, String opens) {}

    CommandCatalog(CommandNames names) {
        Map<String, Class<? extends Command>> offered = new LinkedHashMap<>();
        names.all().forEach((name, type) -> {
            if (!roles(type).isEmpty()) {
                offered.put(name, type);
            }
        });
        Set<Class<?>> aggregates = offered.values().stream()
                .flatMap(type -> target(type).map(RecordComponent::getType).stream())
                .collect(Collectors.toSet());
        entries = new LinkedHashMap<>();
        offered.forEach((name, type) -> entries.put(
                name,
                new Entry(
                        name,
                        type,
                        roles(type),
                        target(type).map(RecordComponent::getName).orElse(null),
                        opens(type, aggregates))));
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Collection<Entry> all() {
        return entries.values();
    }

    private static Set<Role> roles(Class<?> type) {
        Allowed allowed = type.getAnnotation(Allowed.class);
        return allowed == null
                ? Set.of()
                : Arrays.stream(allowed.value())
                        .filter(role -> role != Role.SYSTEM)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<RecordComponent> target(Class<?> type) {
        return components(type)
                .filter(component -> RecordReader.isTarget(type, component))
                .findFirst();
    }

    private static String opens(Class<?> type, Set<Class<?>> aggregates) {
        return Stream.concat(target(type).stream(), components(type))
                .filter(component -> component.isAnnotationPresent(NewId.class))
                .filter(component -> aggregates.contains(component.getType()))
                .map(RecordComponent::getName)
                .findFirst()
                .orElse(null);
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }
}
