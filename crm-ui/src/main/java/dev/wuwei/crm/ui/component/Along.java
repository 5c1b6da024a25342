package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Puts marks and bars along a line, in per cent of its length. */
public final class Along {
    private Along() {}

    public static Span at(double left, Span mark) {
        mark.getStyle().setLeft(percent(left));
        return mark;
    }

    public static Span between(double left, double right, Span bar) {
        at(left, bar).getStyle().setWidth(percent(right - left));
        return bar;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
