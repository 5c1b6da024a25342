package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.files.FilesRule;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.OnlyOne;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.shared.Violation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/**
 * Makes a record of commands out of JSON. Finds everything that does not fit at once, each at its field: unknown fields by
 * name, wrong types, numbers and dates that are none. What the values mean is for the aggregate to judge.
 */
final class RecordReader {
    private static final int LONGEST_LIST = 1000;
    private static final int LONGEST_NUMBER = 40;

    private final Function<String, UUID> newIds;
    private final Predicate<String> stored;
    private final Map<String, TypedId> made = new LinkedHashMap<>();
    private final List<Violation> found = new ArrayList<>();

    /**
     * @param newIds gives an id for a {@link NewId} that is missing, by the path of its field
     * @param stored whether a file of this hash was handed in
     */
    RecordReader(Function<String, UUID> newIds, Predicate<String> stored) {
        this.newIds = newIds;
        this.stored = stored;
    }

    /** @throws RuleViolated with everything that does not fit */
    <T> T read(JsonNode body, Class<T> type) {
        if (!body.isObject()) {
            throw new RuleViolated(ApiRule.OBJECT_EXPECTED);
        }
        Object read = object(body, type, "", true);
        if (!found.isEmpty()) {
            throw new RuleViolated(found);
        }
        return type.cast(read);
    }

    /** @return the ids that were made, by the path of their field */
    Map<String, TypedId> made() {
        return made;
    }

    private Object object(JsonNode node, Class<?> type, String path, boolean outermost) {
        if (!node.isObject()) {
            return broken(path, ApiRule.OBJECT_EXPECTED);
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = new LinkedHashSet<>();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            known.add(component.getName());
            JsonNode value = node.get(component.getName());
            String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
            values[i] = value == null || value.isNull()
                    ? missing(component, type, field, outermost)
                    : value(value, component.getGenericType(), field);
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> broken(
                        path.isEmpty() ? shown(name) : path + "." + shown(name), ApiRule.UNKNOWN_FIELD, shown(name)));
        Object made = found.isEmpty() ? make(type, components, values) : null;
        if (made instanceof Attachment file && !stored.test(file.sha256())) {
            return broken(path + ".sha256", FilesRule.MISSING);
        }
        return made;
    }

    private Object missing(RecordComponent component, Class<?> owner, String field, boolean outermost) {
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(NewId.class)) {
            TypedId id = (TypedId) make(type, newIds.apply(field));
            made.put(field, id);
            return id;
        }
        if (component.isAnnotationPresent(OnlyOne.class)) {
            return null;
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of();
        }
        if (Set.class.isAssignableFrom(type)) {
            return Set.of();
        }
        if (type == boolean.class && !saysEverything(owner)) {
            return false;
        }
        boolean needed = type.isPrimitive() || (outermost && (isTarget(owner, component) || isPlainRecord(type)));
        return needed ? broken(field, SharedRule.REQUIRED) : null;
    }

    /** A correction puts the whole record right, so what is not said must not silently become "no". */
    private static boolean saysEverything(Class<?> type) {
        return type.getSimpleName().startsWith("Correct");
    }

    static boolean isTarget(Class<?> owner, RecordComponent component) {
        try {
            return component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class)
                    || owner.getDeclaredField(component.getName()).isAnnotationPresent(TargetAggregateIdentifier.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isPlainRecord(Class<?> type) {
        return type.isRecord() && !TypedId.class.isAssignableFrom(type) && type != Money.class && type != Area.class;
    }

    private Object value(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType many) {
            return many(node, (Class<?>) many.getRawType(), many.getActualTypeArguments()[0], path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return node.isString() ? node.stringValue() : broken(path, ApiRule.TEXT_EXPECTED);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : broken(path, ApiRule.BOOLEAN_EXPECTED);
        }
        if (raw == int.class || raw == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? node.intValue()
                    : broken(path, ApiRule.WHOLE_NUMBER_EXPECTED);
        }
        if (raw == long.class || raw == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? node.longValue()
                    : broken(path, ApiRule.WHOLE_NUMBER_EXPECTED);
        }
        if (raw == BigDecimal.class) {
            return number(node, path);
        }
        if (raw == LocalDate.class) {
            return parsed(node, path, ApiRule.DATE_FORM, 10, LocalDate::parse);
        }
        if (raw == YearMonth.class) {
            return parsed(node, path, ApiRule.MONTH_FORM, 7, YearMonth::parse);
        }
        if (raw == Instant.class) {
            // However many decimals its seconds have.
            return parsed(node, path, ApiRule.INSTANT_FORM, node.asString("").length(), Instant::parse);
        }
        if (raw.isEnum()) {
            return constant(node, raw, path);
        }
        if (TypedId.class.isAssignableFrom(raw)) {
            UUID id = (UUID) parsed(node, path, ApiRule.ID_FORM, 36, UUID::fromString);
            return id == null ? null : make(raw, id);
        }
        if (raw == Money.class) {
            return money(node, path);
        }
        if (raw == Area.class) {
            return area(node, path);
        }
        if (raw.isRecord()) {
            return object(node, raw, path, false);
        }
        throw new IllegalStateException("No way to read " + raw + " at " + path);
    }

    private Object many(JsonNode node, Class<?> kind, Type of, String path) {
        if (!node.isArray()) {
            return broken(path, ApiRule.ARRAY_EXPECTED);
        }
        if (node.size() > LONGEST_LIST) {
            return broken(path, SharedRule.TOO_MANY, LONGEST_LIST);
        }
        Collection<Object> values = Set.class.isAssignableFrom(kind) ? new LinkedHashSet<>() : new ArrayList<>();
        int index = 0;
        for (JsonNode each : node) {
            String at = path + "[" + index++ + "]";
            Object value = each.isNull() ? broken(at, SharedRule.REQUIRED) : value(each, of, at);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private BigDecimal number(JsonNode node, String path) {
        BigDecimal number = null;
        if (node.isNumber()) {
            number = node.decimalValue();
        } else if (node.isString() && node.stringValue().length() <= LONGEST_NUMBER) {
            try {
                number = new BigDecimal(node.stringValue().strip());
            } catch (NumberFormatException e) {
                return broken(path, ApiRule.NUMBER_FORM);
            }
        }
        // An exponent makes a short text a number of a billion digits.
        boolean sane = number != null && Math.abs((long) number.scale()) <= 30 && number.precision() <= LONGEST_NUMBER;
        return sane ? number : broken(path, ApiRule.NUMBER_FORM);
    }

    private Money money(JsonNode node, String path) {
        if (!known(node, path, "amount", "currency", "unit")) {
            return null;
        }
        BigDecimal amount = node.hasNonNull("amount")
                ? number(node.get("amount"), path + ".amount")
                : broken(path + ".amount", SharedRule.REQUIRED);
        if (!node.hasNonNull("currency")) {
            return broken(path + ".currency", ApiRule.CURRENCY_MISSING);
        }
        Currency currency = (Currency) constant(node.get("currency"), Currency.class, path + ".currency");
        if (currency == null) {
            return null;
        }
        BigDecimal factor = BigDecimal.ONE;
        if (node.hasNonNull("unit")) {
            factor = named(node.get("unit"), Units.of(currency), path + ".unit");
        }
        return amount == null || factor == null ? null : new Money(amount.multiply(factor), currency);
    }

    private Area area(JsonNode node, String path) {
        if (!known(node, path, "value", "unit")) {
            return null;
        }
        BigDecimal value = node.hasNonNull("value")
                ? number(node.get("value"), path + ".value")
                : broken(path + ".value", SharedRule.REQUIRED);
        AreaUnit unit = node.hasNonNull("unit")
                ? named(node.get("unit"), Units.ofAreas(), path + ".unit")
                : broken(path + ".unit", SharedRule.REQUIRED);
        return value == null || unit == null ? null : new Area(value, unit);
    }

    private boolean known(JsonNode node, String path, String... names) {
        if (!node.isObject()) {
            broken(path, ApiRule.OBJECT_EXPECTED);
            return false;
        }
        List<String> unknown = node.propertyNames().stream()
                .filter(name -> !Arrays.asList(names).contains(name))
                .toList();
        unknown.forEach(name -> broken(path + "." + shown(name), ApiRule.UNKNOWN_FIELD, shown(name)));
        return unknown.isEmpty();
    }

    private <V> V named(JsonNode node, Map<String, V> values, String path) {
        V value = node.isString() ? values.get(node.stringValue()) : null;
        return value != null
                ? value
                : broken(path, ApiRule.UNKNOWN_UNIT, shown(node.asString("")), List.copyOf(values.keySet()));
    }

    private Object constant(JsonNode node, Class<?> type, String path) {
        String name = node.isString() ? node.stringValue() : null;
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return broken(path, ApiRule.UNKNOWN_VALUE, shown(node.asString("")), names(type));
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private Object parsed(JsonNode node, String path, Rule rule, int length, Function<String, Object> parser) {
        if (!node.isString() || node.stringValue().length() != length) {
            return broken(path, rule);
        }
        try {
            return parser.apply(node.stringValue());
        } catch (DateTimeException | IllegalArgumentException e) {
            return broken(path, rule);
        }
    }

    private static Object make(Class<?> type, UUID value) {
        return make(type, type.getRecordComponents(), new Object[] {value});
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuleViolated violated) {
                throw violated;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private <V> V broken(String path, Rule rule, Object... args) {
        found.add(new Violation(rule, path, List.of(args)));
        return null;
    }

    /** What a sender wrote, short and harmless enough to be said back. */
    static String shown(String text) {
        String harmless = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return harmless.length() < text.length() ? harmless + "…" : harmless;
    }
}
