package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;

/**
 * The head of a view: title, a note beside it, what belongs to it, and on the right what one can do. One primary button
 * at most. On a phone the title stands in the bar above.
 */
public class ViewHeader extends Header implements AfterNavigationObserver {
    private final H1 title = new H1();
    private final Span note = new Span();
    private final Badge readOnly = Badges.readOnly();
    private final Div beside = new Div();
    private final Div actions = new Div();

    public ViewHeader(String text) {
        addClassName("ww-view-head");
        title.setText(text);
        note.addClassName("ww-view-note");
        beside.addClassName("ww-view-beside");
        actions.addClassName("ww-view-actions");
        readOnly.setVisible(AsOf.current().isPast());
        add(title, readOnly, note, beside, actions);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setNote(String text) {
        note.setText(text);
    }

    /** What belongs to the title: badges, a light, totals. */
    public HasComponents beside() {
        return beside;
    }

    /** Buttons and switches at the right. */
    public ViewHeader actions(Component... components) {
        actions.add(components);
        return this;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        readOnly.setVisible(AsOf.current().isPast());
    }
}
