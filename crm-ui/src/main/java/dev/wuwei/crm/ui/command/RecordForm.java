package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.Icon;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The fields of a record, the records inside it, and the lists of records inside it, as rows that come and go. */
final class RecordForm {
    private final Class<?> type;
    private final String path;
    private final CommandContext context;
    private final Inputs inputs;
    private final Consumer<Input> register;
    private final List<Supplier<Object>> parts = new ArrayList<>();
    private final Div body = new Div();
    private final Div pending = new Div();

    /** @param register told of every field, so that errors find it */
    RecordForm(Class<?> type, String path, CommandContext context, Inputs inputs, Consumer<Input> register) {
        this.type = type;
        this.path = path;
        this.context = context;
        this.inputs = inputs;
        this.register = register;
        body.addClassName("ww-form");
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(part(component));
        }
        flush();
    }

    Component body() {
        return body;
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

    private Supplier<Object> part(RecordComponent component) {
        String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
        Class<?> kind = component.getType();
        Object given = context.value(inputs.command(), at);
        if (given != null && (given instanceof TypedId || at.equals("baseVersion"))) {
            return () -> given;
        }
        if (component.isAnnotationPresent(NewId.class)) {
            Object fresh = fresh(kind);
            return () -> fresh;
        }
        if (component.getName().equals("baseVersion")) {
            return () -> 0;
        }
        Input input = inputs.make(component, at);
        if (input != null) {
            return field(input, given);
        }
        if (kind.isRecord()) {
            return section(component, at);
        }
        Class<?> element = elementOf(component);
        if (element != null && element.isRecord()) {
            return rows(element, at);
        }
        throw new IllegalStateException("No field for " + kind.getName() + " at " + at);
    }

    private Supplier<Object> field(Input input, Object given) {
        if (given != null) {
            input.write().accept(given);
        }
        register.accept(input);
        if (input.wide()) {
            flush();
            body.add(input.field());
        } else {
            pending.add(input.field());
            if (pending.getComponentCount() == 2) {
                flush();
            }
        }
        return input.read();
    }

    private void flush() {
        if (pending.getComponentCount() == 0) {
            return;
        }
        Div row = new Div(pending.getChildren().toArray(Component[]::new));
        row.addClassName("ww-form-side");
        body.add(row);
        pending.removeAll();
    }

    private Supplier<Object> section(RecordComponent component, String at) {
        flush();
        RecordForm inner = new RecordForm(component.getType(), at, context, inputs, register);
        body.add(inner.body());
        return inner::read;
    }

    private Supplier<Object> rows(Class<?> element, String at) {
        flush();
        List<RecordForm> forms = new ArrayList<>();
        Div list = new Div();
        list.addClassName("ww-form-rows");
        Runnable add = () -> {
            RecordForm form = new RecordForm(element, at + "[" + forms.size() + "]", context, inputs, register);
            Button remove = new Button(Icon.CROSS.create());
            Div row = new Div(form.body(), remove);
            row.addClassName("ww-form-row");
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.setAriaLabel(t("command.remove-row"));
            remove.addClickListener(event -> {
                forms.remove(form);
                list.remove(row);
            });
            forms.add(form);
            list.add(row);
        };
        Button more = new Button(t("command.add-row", Inputs.label(at)), Icon.PLUS.create(), event -> add.run());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        H3 head = new H3(Inputs.label(at));
        head.addClassName("ww-form-head");
        body.add(head, list, more);
        return () -> forms.stream().map(RecordForm::read).toList();
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
