package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey rows in the shape of the real ones, shown only when waiting takes longer than 300 ms. */
public class Skeleton extends Div {
    private static final int[] WIDTHS = {72, 58, 88, 64, 80};

    public Skeleton(int rows) {
        addClassName("ww-skeleton");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", t("component.loading"));
        for (int row = 0; row < rows; row++) {
            Span name = new Span();
            name.setWidth(WIDTHS[row % WIDTHS.length] + "%");
            Div line = new Div(new Span(), name, new Span(), new Span());
            line.addClassName("ww-skeleton-row");
            add(line);
        }
    }
}
