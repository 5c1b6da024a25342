package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.I18n;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells events as sentences: 王敏 将计划总投资由 3.20亿元 更正为 3.50亿元，原因：补充协议. The patterns stand in the text files
 * under {@code sentence.<event name>}:
 *
 * <ul>
 *   <li>{@code {profile.name}} is a fact of the event, in words;
 *   <li>{@code {passed?通过|不通过}} chooses by a yes or no;
 *   <li>{@code [，用地 {terms.land}]} is left out when a fact in it is missing.
 * </ul>
 */
public final class Sentences {
    private static final Map<Class<?>, Map<String, Method>> FACTS = new ConcurrentHashMap<>();

    private Sentences() {}

    /** The sentence around a predicate: who, for whom, what, why. */
    public static Sentence told(
            String predicate, StaffId by, StaffId onBehalfOf, String reason, Names names, Locale locale) {
        Words words = new Words(locale, names);
        String actor = by == null ? I18n.text(locale, "sentence.nobody") : words.of(by);
        if (onBehalfOf != null && !onBehalfOf.equals(by)) {
            actor += I18n.text(locale, "sentence.on-behalf", words.of(onBehalfOf));
        }
        String why = words.of(reason);
        String text = I18n.text(locale, "sentence.by", actor, predicate);
        return new Sentence(
                actor, predicate, why, why == null ? text : text + I18n.text(locale, "sentence.reason", why));
    }

    /** What the event says, without who and why. */
    public static String facts(String name, DomainEvent event, Names names, Locale locale) {
        String key = "sentence." + name;
        return I18n.has(key)
                ? fill(I18n.text(locale, key), (Record) event, new Words(locale, names))
                : I18n.text(locale, "sentence.unknown-event", name);
    }

    /**
     * @param changes what the event changed, told instead of the bare facts; not empty
     * @return for example 将计划总投资由 3.20亿元 更正为 3.50亿元
     */
    public static String changes(String name, List<Change> changes, Locale locale) {
        boolean correction = name.endsWith("Corrected");
        String told = changes.stream()
                .map(change -> change(change, correction, locale))
                .collect(Collectors.joining(I18n.text(locale, "sentence.changes-comma")));
        return I18n.text(locale, "sentence.change-lead", told);
    }

    private static String change(Change change, boolean correction, Locale locale) {
        if (change.before() == null) {
            return I18n.text(locale, "sentence.change-set", change.label(), change.after());
        }
        if (change.after() == null) {
            return I18n.text(locale, "sentence.change-cleared", change.label(), change.before());
        }
        return I18n.text(
                locale,
                correction ? "sentence.change" : "sentence.change-revised",
                change.label(),
                change.before(),
                change.after());
    }

    static String fill(String pattern, Record facts, Words words) {
        StringBuilder out = new StringBuilder(pattern.length() * 2);
        int from = 0;
        while (from < pattern.length()) {
            char c = pattern.charAt(from);
            if (c == '[') {
                int close = pattern.indexOf(']', from);
                String inner = optional(pattern.substring(from + 1, close), facts, words);
                if (inner != null) {
                    out.append(inner);
                }
                from = close + 1;
            } else if (c == '{') {
                int close = pattern.indexOf('}', from);
                String value = placeholder(pattern.substring(from + 1, close), facts, words);
                out.append(value == null ? "" : value);
                from = close + 1;
            } else {
                out.append(c);
                from++;
            }
        }
        // A text that somebody ended with a full stop goes on here.
        return out.toString().strip().replaceAll("[。；，]+(?=[，：（])|[。；，.]+(?=\\.(\\s|$))", "");
    }

    private static String optional(String part, Record facts, Words words) {
        StringBuilder out = new StringBuilder(part.length() * 2);
        int from = 0;
        for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', from)) {
            int close = part.indexOf('}', open);
            String value = placeholder(part.substring(open + 1, close), facts, words);
            if (value == null || value.isEmpty()) {
                return null;
            }
            out.append(part, from, open).append(value);
            from = close + 1;
        }
        return out.append(part, from, part.length()).toString();
    }

    private static String placeholder(String inside, Record facts, Words words) {
        int question = inside.indexOf('?');
        if (question < 0) {
            return words.of(fact(facts, inside));
        }
        int bar = inside.indexOf('|', question);
        boolean yes = Boolean.TRUE.equals(fact(facts, inside.substring(0, question)));
        return yes ? inside.substring(question + 1, bar) : inside.substring(bar + 1);
    }

    /** @return the fact at a path, {@code null} when it or anything on the way is missing */
    static Object fact(Record facts, String path) {
        Object at = facts;
        for (String step : path.split("\\.")) {
            if (at == null) {
                return null;
            }
            Method accessor =
                    FACTS.computeIfAbsent(at.getClass(), Sentences::accessors).get(step);
            if (accessor == null) {
                throw new IllegalArgumentException(
                        at.getClass().getSimpleName() + " has no " + step + " (in a sentence: " + path + ")");
            }
            at = call(accessor, at);
        }
        return at;
    }

    private static Map<String, Method> accessors(Class<?> type) {
        return type.isRecord()
                ? List.of(type.getRecordComponents()).stream()
                        .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, Sentences::accessor))
                : Map.of();
    }

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    private static Object call(Method accessor, Object target) {
        try {
            return accessor.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
