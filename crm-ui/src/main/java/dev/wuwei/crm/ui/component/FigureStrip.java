package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** One bordered row of figures; each is a native link to the rows that make it, or opens them beside it. */
public class FigureStrip extends Nav {
    public FigureStrip(String label) {
        addClassName("ww-strip");
        getElement().setAttribute("aria-label", label);
    }

    /**
     * Adds one figure.
     *
     * @param href where its rows are, with the as-of already in it ({@link AsOf#link})
     * @param note the small line below; may be empty
     */
    public Anchor figure(String name, String value, String unit, String note, String href) {
        return figure(name, value, unit, new Span(note), href);
    }

    public Anchor figure(String name, String value, String unit, Component note, String href) {
        Anchor link = new Anchor(href, parts(name, value, unit, note));
        add(link);
        return link;
    }

    /** @param open opens the rows that make it */
    public NativeButton figure(String name, String value, String unit, Component note, Runnable open) {
        NativeButton button = new NativeButton();
        button.add(parts(name, value, unit, note));
        button.addClickListener(event -> open.run());
        add(button);
        return button;
    }

    private static Component[] parts(String name, String value, String unit, Component note) {
        Span key = new Span(name);
        key.addClassName("ww-strip-key");
        Span small = new Span(unit);
        small.addClassName("ww-strip-unit");
        Span figure = new Span(new Span(value), small);
        figure.addClassName("ww-strip-value");
        note.getElement().getClassList().add("ww-strip-note");
        return new Component[] {key, figure, note};
    }
}
