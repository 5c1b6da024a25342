package dev.wuwei.crm.ui.command;

import com.vaadin.flow.component.Component;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.NewId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The fields of a record, the records inside it, and the lists of records inside it, as rows that come and go. */
final class RecordForm {
    /** Where a record is within the command, now and as seen from the form that it is laid out in. */
    private record At(Supplier<String> path, String within) {
        At child(String name) {
            return new At(
                    () -> {
                        String now = path.get();
                        return now == null || now.isEmpty() ? (now == null ? null : name) : now + "." + name;
                    },
                    within.isEmpty() ? name : within + "." + name);
        }
    }

    private final Class<?> type;
    private final Inputs inputs;
    private final CommandContext context;
    private final FormOwner owner;
    private final FormBody body;
    private final List<Supplier<Object>> parts = new ArrayList<>();
    private final Map<String, Input> fields = new HashMap<>();
    private final Map<String, RowsField> lists = new HashMap<>();
    private Object baseVersion;

    private RecordForm(Class<?> type, At at, CommandContext context, Inputs inputs, FormOwner owner, FormBody body) {
        this.type = type;
        this.context = context;
        this.inputs = inputs;
        this.owner = owner;
        this.body = body;
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(part(component, at.child(component.getName())));
        }
    }

    /** The form of a command. */
    static RecordForm of(Class<?> command, CommandContext context, Inputs inputs, FormOwner owner) {
        return laidOut(command, () -> "", context, inputs, owner);
    }

    private static RecordForm laidOut(
            Class<?> type, Supplier<String> path, CommandContext context, Inputs inputs, FormOwner owner) {
        RecordForm form =
                new RecordForm(type, new At(path, ""), context, inputs, owner, new FormBody(FormPlans.of(type)));
        form.body.lay();
        Behaviours.start(type, form);
        return form;
    }

    Component body() {
        return body.component();
    }

    /** @param path from this form: {@code terms.totalInvestment}; {@code null} when there is no such field */
    Input input(String path) {
        return fields.get(path);
    }

    /** @return {@code null} when there is no such list */
    RowsField rows(String path) {
        return lists.get(path);
    }

    /** Another version was recorded meanwhile and the user goes on from there. */
    void baseVersion(int version) {
        baseVersion = version;
    }

    Object read() {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts.stream().map(Supplier::get).toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        }
    }

    private Supplier<Object> part(RecordComponent component, At at) {
        Class<?> kind = component.getType();
        String path = at.path.get();
        Object given = context.value(inputs.command(), path);
        if (component.getName().equals("baseVersion")) {
            baseVersion = given == null ? 0 : given;
            return () -> baseVersion;
        }
        if (context.settles(inputs.command(), path)) {
            return () -> given;
        }
        if (component.isAnnotationPresent(NewId.class)) {
            Object fresh = fresh(kind);
            return () -> fresh;
        }
        Input input = inputs.make(component, path);
        if (input != null) {
            return field(input, given, at);
        }
        if (kind.isRecord()) {
            return inner(kind, at);
        }
        Class<?> element = elementOf(component);
        if (element != null && element.isRecord()) {
            return rows(element, (List<?>) given, at);
        }
        throw new IllegalStateException("No field for " + kind.getName() + " at " + path);
    }

    private Supplier<Object> field(Input input, Object given, At at) {
        if (given != null) {
            input.write().accept(given);
        }
        fields.put(at.within, input);
        body.add(at.within, inputs.framed(input, at.path.get()), input.wide());
        owner.registered(at.path, input);
        return input.read();
    }

    private Supplier<Object> inner(Class<?> kind, At at) {
        RecordForm inner = new RecordForm(kind, at, context, inputs, owner, body);
        fields.putAll(inner.fields);
        lists.putAll(inner.lists);
        return inner::read;
    }

    private Supplier<Object> rows(Class<?> element, List<?> given, At at) {
        RowsField[] made = new RowsField[1];
        RowsField rows = new RowsField(
                Inputs.label(at.path.get()),
                at.path,
                row -> laidOut(
                        element,
                        () -> made[0].path(row),
                        row.isGiven() ? context : context.withoutValues(),
                        inputs,
                        owner),
                owner::changed);
        made[0] = rows;
        if (given != null) {
            given.forEach(item -> rows.add(true));
        }
        lists.put(at.within, rows);
        body.add(at.within, rows, true);
        owner.registered(at.path, rows);
        return rows::read;
    }

    private static Class<?> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static Object fresh(Class<?> kind) {
        try {
            return kind.getDeclaredConstructor(java.util.UUID.class).newInstance(Ids.next());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + kind.getName(), e);
        }
    }
}
