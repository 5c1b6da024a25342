package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Span;

/** Words that are not the main thing, or must not break. */
public final class Spans {
    private Spans() {}

    /** Small and weak, beside or below something. */
    public static Span note(String text) {
        return of(text, "ww-note");
    }

    /** Weak, of the size of the text around it. */
    public static Span weak(String text) {
        return of(text, "ww-3");
    }

    /** On one line: days, figures, versions. */
    public static Span fixed(String text) {
        return of(text, "ww-nowrap");
    }

    private static Span of(String text, String css) {
        Span span = new Span(text);
        span.addClassName(css);
        return span;
    }
}
