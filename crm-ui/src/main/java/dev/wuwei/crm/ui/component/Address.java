package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the current page keeps in its address. Changing it is a navigation, so that every state has a link. */
public final class Address {
    private Address() {}

    static Location here() {
        return UI.getCurrent().getActiveViewLocation();
    }

    /** The same page with another value; {@code null} drops the parameter. */
    public static void put(String parameter, String value) {
        put(parameter, value == null ? List.of() : List.of(value));
    }

    /** The same, by one navigation, without parameters that say nothing of the new value. */
    public static void put(String parameter, String value, Set<String> without) {
        put(parameter, List.of(value), without);
    }

    static void put(String parameter, List<String> values) {
        put(parameter, values, Set.of());
    }

    private static void put(String parameter, List<String> values, Set<String> without) {
        Map<String, List<String>> parameters =
                new HashMap<>(here().getQueryParameters().getParameters());
        parameters.keySet().removeAll(without);
        if (values.isEmpty()) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, values);
        }
        go(parameters);
    }

    static void go(Map<String, List<String>> parameters) {
        UI.getCurrent().navigate(here().getPath(), new QueryParameters(parameters));
    }

    /** @return the constant that the address names as {@link #word} writes it, the first when it names none */
    public static <E extends Enum<E>> E choice(String parameter, Class<E> type) {
        return choice(parameter, type, () -> type.getEnumConstants()[0]);
    }

    public static <E extends Enum<E>> E choice(String parameter, Class<E> type, Supplier<E> otherwise) {
        String asked = here().getQueryParameters().getSingleParameter(parameter).orElse("");
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equalsIgnoreCase(asked))
                .findFirst()
                .orElseGet(otherwise);
    }

    /** @return {@code set-aside} for {@code SET_ASIDE}: how addresses and keys name a constant */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
