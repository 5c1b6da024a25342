package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values, as a list of pairs ({@link #column}) or side by side in the head of a dossier ({@link #row}). */
public class Facts extends DescriptionList {
    private Facts(String css) {
        addClassName(css);
    }

    /** Pairs below one another, names weak at the left. */
    public static Facts column() {
        return new Facts("ww-facts-column");
    }

    /** Pairs beside one another with hairlines between them, names small above. */
    public static Facts row() {
        return new Facts("ww-facts-row");
    }

    public Facts add(String name, String value) {
        return add(name, new Span(Format.text(value)));
    }

    public Facts add(String name, Component value) {
        return add(new Span(name), value);
    }

    /** With a name that is more than text, for example with the little clock of its history. */
    public Facts add(Component name, Component value) {
        Div pair = new Div(new Term(name), new Description(value));
        add(pair);
        return this;
    }
}
