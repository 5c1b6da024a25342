package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A heading with a weak note, and what it is about below; {@link #card} draws a box around it. */
public class Section extends Div {
    private final Span note = new Span();
    private final Div aside = new Div();
    private final Div body = new Div();

    public Section(String title, String text, Component... content) {
        this(false, title, text, content);
    }

    private Section(boolean card, String title, String text, Component... content) {
        addClassName(card ? "ww-card" : "ww-section");
        note.setText(text);
        note.addClassName("ww-note");
        aside.addClassName("ww-section-aside");
        body.addClassName("ww-section-body");
        body.add(content);
        Div head = new Div(new H2(title), note, aside);
        head.addClassName("ww-section-head");
        add(head, body);
    }

    public static Section card(String title, String note, Component... content) {
        return new Section(true, title, note, content);
    }

    /** At the right of the heading: a link to all, buttons. */
    public Section aside(Component... components) {
        aside.add(components);
        return this;
    }

    /** Before what stands there already. */
    void asideFirst(Component component) {
        aside.addComponentAsFirst(component);
    }

    public Section setNote(String text) {
        note.setText(text);
        return this;
    }

    public void setBody(Component... content) {
        body.removeAll();
        body.add(content);
    }
}
