package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How much of what was promised: a name, two figures, a bar, a note. */
public class Meter extends Div {
    /**
     * @param reached {@code 7.46}
     * @param of {@code 10.20 亿元}
     * @param share 0 to 1, cut at 1
     */
    public Meter(String name, String reached, String of, double share, String note) {
        addClassName("ww-meter");
        Span label = new Span(name);
        label.addClassName("ww-2");
        Span figure = new Span(reached);
        figure.addClassNames("ww-strong", "ww-meter-figure");
        Span whole = new Span("/ " + of);
        whole.addClassName("ww-3");
        Div head = new Div(label, figure, whole);
        head.addClassName("ww-meter-head");
        Div fill = new Div();
        fill.setWidth(Math.clamp(share * 100, 0, 100) + "%");
        Div bar = new Div(fill);
        bar.addClassName("ww-meter-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Span small = new Span(note);
        small.addClassName("ww-note");
        add(head, bar, small);
    }
}
