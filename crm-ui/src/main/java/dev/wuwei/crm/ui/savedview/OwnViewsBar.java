package dev.wuwei.crm.ui.savedview;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import dev.wuwei.crm.projections.staff.SavedViewQuery.SavedView;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Notify;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One's own views of a list, and the button that saves what the list is narrowed to now. */
public final class OwnViewsBar extends Composite<Div> implements AfterNavigationObserver {
    private final OwnViews views;
    private final String page;
    private final FilterBar filters;
    private final Set<String> parameters;

    OwnViewsBar(OwnViews views, String page, FilterBar filters, String... more) {
        this.views = views;
        this.page = page;
        this.filters = filters;
        this.parameters = new HashSet<>(filters.parameters());
        parameters.addAll(List.of(more));
        getContent().addClassName("ww-own-views");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(AddressQuery.of(event.getLocation().getQueryParameters(), parameters));
    }

    private void show(String now) {
        getContent().removeAll();
        boolean saved = false;
        for (SavedView view : views.of(page)) {
            boolean shown = view.query().equals(now);
            saved |= shown;
            getContent().add(chip(view, shown));
        }
        if (filters.isAnyActive() && !saved && AsOf.current().isNow()) {
            Button save = new Button(t("savedview.save"), Icon.STAR.create());
            save.addClickListener(event -> views.save(page, now, () -> show(now)));
            save.addThemeVariants(ButtonVariant.TERTIARY);
            save.addClassName("ww-quiet");
            getContent().add(save);
        }
        getContent().setVisible(getContent().getChildren().findAny().isPresent());
    }

    private Div chip(SavedView view, boolean shown) {
        Button open = new Button(view.name(), event -> go(shown ? "" : view.query()));
        open.addClassName("ww-chip");
        open.setClassName("ww-chip-on", shown);
        open.getElement().setAttribute("aria-pressed", String.valueOf(shown));
        Div chip = new Div(open);
        chip.addClassName("ww-own-view");
        if (shown && AsOf.current().isNow()) {
            Button drop = new Button(Icon.CROSS.create(), event -> drop(view));
            drop.setAriaLabel(t("savedview.drop", view.name()));
            drop.setTooltipText(t("savedview.drop", view.name()));
            drop.addThemeVariants(ButtonVariant.TERTIARY);
            chip.add(drop);
        }
        return chip;
    }

    private void drop(SavedView view) {
        views.drop(page, view.name(), () -> {
            show(view.query());
            Notify.done(t("savedview.dropped", view.name()));
        });
    }

    /** The day one looks at stays. */
    private void go(String query) {
        UI.getCurrent().navigate(page, AsOf.current().within(QueryParameters.fromString(query)));
    }
}
