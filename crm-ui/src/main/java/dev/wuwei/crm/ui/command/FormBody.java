package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays fields out as a plan says. */
final class FormBody {
    private record Part(Component component, boolean wide) {}

    private final FormPlan plan;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Div body = new Div();

    FormBody(FormPlan plan) {
        this.plan = plan;
        body.addClassName("ww-form");
    }

    Component component() {
        return body;
    }

    void add(String path, Component component, boolean wide) {
        parts.put(path, new Part(component, wide));
    }

    /** To be called once, when everything was added. */
    void lay() {
        plan.sections().forEach(this::section);
        rest();
    }

    private void section(FormPlan.Section section) {
        List<Component> lines = section.lines().stream()
                .map(this::line)
                .filter(Objects::nonNull)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        if (section.key() == null) {
            body.add(lines);
            return;
        }
        if (lines.size() == 1 && lines.getFirst() instanceof RowsField rows) {
            rows.withoutHead();
        }
        Div frame = new Div();
        frame.addClassName("ww-form-section");
        frame.add(new H2(t(section.key())));
        frame.add(lines);
        body.add(frame);
    }

    private Component line(List<String> paths) {
        List<Component> found = paths.stream()
                .map(parts::remove)
                .filter(Objects::nonNull)
                .map(Part::component)
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        return found.size() == 1 ? found.getFirst() : side(found);
    }

    private void rest() {
        List<Component> pending = new ArrayList<>();
        for (Part part : parts.values()) {
            if (part.wide()) {
                flush(pending);
                body.add(part.component());
            } else {
                pending.add(part.component());
                if (pending.size() == 2) {
                    flush(pending);
                }
            }
        }
        flush(pending);
    }

    private void flush(List<Component> pending) {
        if (!pending.isEmpty()) {
            body.add(side(pending));
            pending.clear();
        }
    }

    private static Div side(List<Component> components) {
        Div row = new Div(components.toArray(Component[]::new));
        row.addClassName("ww-form-side");
        return row;
    }
}
