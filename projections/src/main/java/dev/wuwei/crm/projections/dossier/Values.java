package dev.wuwei.crm.projections.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.axon.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The values of a dossier's items as they were known, up to a day. */
final class Values {
    /** @param to first day on which it held no longer, or {@code null} */
    record Value(ItemKind kind, String id, LocalDate from, LocalDate to, Object doc) {
        <T> T as(Class<T> type) {
            return type.cast(doc);
        }
    }

    private static final ObjectMapper MAPPER = Json.mapper();

    private final Map<ItemKind, List<Value>> byKind = new EnumMap<>(ItemKind.class);
    private final LocalDate day;

    /** @param day the last day asked about, or {@code null} for the present */
    Values(List<Value> values, LocalDate day) {
        this.day = day;
        values.forEach(value ->
                byKind.computeIfAbsent(value.kind(), kind -> new ArrayList<>()).add(value));
        byKind.values()
                .forEach(list -> list.sort(Comparator.comparing(Value::from).thenComparing(Value::id)));
    }

    boolean isEmpty() {
        return !byKind.containsKey(ItemKind.PROFILE) && !byKind.containsKey(ItemKind.TALKS);
    }

    /** Every value, those that hold no longer too, in the order in which they began. */
    List<Value> all(ItemKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Values that hold on the day. */
    Stream<Value> holding(ItemKind kind) {
        return all(kind).stream().filter(this::holds);
    }

    <T> List<T> holding(ItemKind kind, Class<T> type) {
        return holding(kind).map(value -> value.as(type)).toList();
    }

    Optional<Value> one(ItemKind kind, Object id) {
        return holding(kind)
                .filter(value -> value.id().equals(String.valueOf(id)))
                .findFirst();
    }

    <T> T one(ItemKind kind, Object id, Class<T> type) {
        return one(kind, id).map(value -> value.as(type)).orElse(null);
    }

    LocalDate since(ItemKind kind, Object id) {
        return one(kind, id).map(Value::from).orElse(null);
    }

    /** @return the first day of what ended up to the day asked about, or {@code null} while it goes on */
    LocalDate ended(Value value) {
        return holds(value) ? null : value.to();
    }

    private boolean holds(Value value) {
        return value.to() == null || day != null && value.to().isAfter(day);
    }

    /** Every id that occurs in a value; whoever is behind it is looked up at once. */
    Set<UUID> mentionedIds() {
        Set<UUID> ids = new LinkedHashSet<>();
        byKind.values().forEach(values -> values.forEach(value -> collect(MAPPER.valueToTree(value.doc()), ids)));
        return ids;
    }

    private static void collect(JsonNode node, Set<UUID> ids) {
        if (node.isTextual()
                && node.textValue().length() == 36
                && node.textValue().charAt(8) == '-') {
            try {
                ids.add(UUID.fromString(node.textValue()));
            } catch (IllegalArgumentException e) {
                return;
            }
        }
        node.forEach(child -> collect(child, ids));
    }
}
