package dev.wuwei.crm.events;

import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.shared.DataSubject;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonalData;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the catalogue of all events from the code. */
final class EventCatalogue {
    private static final String INTRODUCTION = """
            # Events

            Generated from the code by `ApprovedEventCatalogueTest`; do not edit. To rewrite this page and the approved samples:
            `mvn -pl crm-core -am test -Dtest='Approved*Test' -Dsurefire.failIfNoSpecifiedTests=false -Dwuwei.approve=true`

            The store knows an event by its logical name and revision, never by a class. Every event also carries metadata:
            `recordedBy`, `onBehalfOf`, `role`, `channel`, `reason`, `correctionOf`, `causedBy`, `importBatch`, and its own
            timestamp, which says when it was recorded. `occurredOn` says when it happened.

            🔒 marks personal data: encrypted with the key of the person whom the field marked 👤 names, gone when that key is erased.
            Ids are UUIDs as text; dates are ISO; exact numbers are texts. A field may be missing wherever it does not apply.
            """;

    private EventCatalogue() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Map<String, Class<? extends DomainEvent>> events = EventSamples.NAMES.all();
        Map<String, Map<String, Class<? extends DomainEvent>>> capabilities = new TreeMap<>();
        events.forEach((name, type) -> capabilities
                .computeIfAbsent(name.substring(0, name.indexOf('.')), capability -> new TreeMap<>())
                .put(name, type));
        page.append('\n');
        capabilities.forEach((capability, of) -> page.append("- [")
                .append(capability)
                .append("](#")
                .append(capability)
                .append("): ")
                .append(of.size())
                .append(" events\n"));
        page.append("- [Values](#values)\n");
        capabilities.forEach((capability, of) -> {
            page.append("\n## ").append(capability).append('\n');
            of.forEach((name, type) -> {
                page.append("\n### ").append(name).append("\n\nRevision ");
                page.append(EventNames.revisionOf(type)).append("\n\n");
                fields(type, page);
            });
        });
        page.append("\n## Values\n");
        values(events).forEach(type -> value(type, page));
        return page.toString();
    }

    private static Set<Class<?>> values(Map<String, Class<? extends DomainEvent>> events) {
        Set<Class<?>> values = new TreeSet<>(
                Comparator.<Class<?>, String>comparing(EventShapes::name).thenComparing(Class::getName));
        events.values().forEach(event -> values.addAll(EventShapes.parts(event)));
        values.removeIf(DomainEvent.class::isAssignableFrom);
        return values;
    }

    private static void value(Class<?> type, StringBuilder page) {
        page.append("\n### ").append(EventShapes.name(type)).append("\n\n");
        if (type.isEnum()) {
            page.append(Arrays.stream(type.getEnumConstants())
                            .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        } else {
            fields(type, page);
        }
    }

    private static void fields(Class<?> type, StringBuilder page) {
        page.append("| field | type | |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            page.append("| `")
                    .append(component.getName())
                    .append("` | `")
                    .append(EventShapes.shown(component.getGenericType()))
                    .append("` | ")
                    .append(mark(component))
                    .append("|\n");
        }
    }

    private static String mark(RecordComponent component) {
        if (component.isAnnotationPresent(PersonalData.class)) {
            return "🔒 ";
        }
        return component.isAnnotationPresent(DataSubject.class) ? "👤 " : "";
    }
}
