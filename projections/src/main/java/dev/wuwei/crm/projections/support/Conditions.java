package dev.wuwei.crm.projections.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of one question, all of which must hold, and the parameters that they name.
 *
 * @param <W> the subclass itself
 */
public abstract class Conditions<W extends Conditions<W>> {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    public final W and(String condition) {
        conditions.add(condition);
        return self();
    }

    public final W and(String condition, String name, Object value) {
        conditions.add(condition);
        return with(name, value);
    }

    /** A parameter of a condition that is said elsewhere. */
    protected final W with(String name, Object value) {
        params.put(name, value);
        return self();
    }

    /** Only where there is a value to compare with. */
    protected final void given(String condition, String name, Object value) {
        if (value != null) {
            and(condition, name, value);
        }
    }

    /** Any of these; nothing is asked when there are none. */
    protected final void any(String column, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            and(column + " = any(:" + name + ")", name, texts.toArray(String[]::new));
        }
    }

    /** Any of these, by their names; nothing is asked when there are none. */
    protected final void anyConstant(String column, String name, Collection<? extends Enum<?>> constants) {
        any(column, name, constants.stream().map(Enum::name).toList());
    }

    /** @return {@code true} when nothing is asked */
    public final String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public final Map<String, Object> params() {
        return params;
    }

    @SuppressWarnings("unchecked") // that is what W is
    private W self() {
        return (W) this;
    }
}
