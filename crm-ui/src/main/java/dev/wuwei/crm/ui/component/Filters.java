package dev.wuwei.crm.ui.component;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the address says a list is narrowed to. What cannot be read is left out. */
public record Filters(Map<String, List<String>> values) {
    private static final String BETWEEN = "..";

    /** A lower and an upper end, either of which may be missing ({@code null}). */
    public record Range<V>(V from, V to) {
        public boolean isOpen() {
            return from == null && to == null;
        }
    }

    public Filters {
        values = Map.copyOf(values);
    }

    public static Filters of(QueryParameters parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>(parameters.getParameters());
        values.remove(AsOf.DAY);
        values.remove(AsOf.KNOWN_AT);
        return new Filters(values);
    }

    public Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    public Set<String> codes(String name) {
        return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
    }

    /** Constants by their names; names that there are not are left out. */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<String> asked = codes(name);
        return EnumSet.allOf(type).stream()
                .filter(constant -> asked.contains(constant.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** An account or another thing by its id. @param read fails on what is no id */
    public <I> Optional<I> id(String name, Function<String, I> read) {
        try {
            return text(name).map(read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean is(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** {@code amount=5..10}; either end may be missing. */
    public Range<BigDecimal> numbers(String name) {
        return range(name, BigDecimal::new);
    }

    /** {@code signed=2023-01-01..2023-06-30}; either end may be missing. */
    public Range<LocalDate> dates(String name) {
        return range(name, LocalDate::parse);
    }

    static String range(Object from, Object to) {
        return (from == null ? "" : from) + BETWEEN + (to == null ? "" : to);
    }

    private <V> Range<V> range(String name, Function<String, V> read) {
        String[] ends = text(name).map(it -> it.split("\\.\\.", 2)).orElse(new String[0]);
        return ends.length == 2 ? new Range<>(end(ends[0], read), end(ends[1], read)) : new Range<>(null, null);
    }

    private static <V> V end(String text, Function<String, V> read) {
        try {
            return text.isEmpty() ? null : read.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
