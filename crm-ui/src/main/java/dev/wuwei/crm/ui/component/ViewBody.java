package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Div;

/** What scrolls under a view's head: by the keyboard too, which takes a place among the stops of the Tab key. */
public final class ViewBody {
    private ViewBody() {}

    /** @param classes of this view's own */
    public static void scrolls(Div body, String... classes) {
        body.addClassName("ww-view-body");
        body.addClassNames(classes);
        body.getElement().setAttribute("tabindex", "0");
    }
}
