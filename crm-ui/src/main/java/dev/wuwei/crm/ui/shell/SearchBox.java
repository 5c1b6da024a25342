package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.Suggestions;
import java.util.List;

/** Search over everything the user may see; answers appear while typing, Enter opens the first. */
class SearchBox extends Composite<Div> {
    private static final int LIMIT = 8;
    private static final int PAUSE_MILLIS = 200;

    private final TextField field = new TextField();
    private final Popover popover = new Popover();
    private final Div results = new Div();
    private final GlobalSearch search;
    private List<GlobalSearch.Hit> hits = List.of();

    SearchBox(GlobalSearch search) {
        this.search = search;
        field.setPlaceholder(t("shell.search"));
        field.setAriaLabel(t("shell.search"));
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setSuffixComponent(Keys.cap(Keys.SEARCH));
        field.setMaxLength(60);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(event -> find(event.getValue()));
        field.addKeyDownListener(Key.ENTER, event -> openFirst());
        Keys.bind(field, Keys.SEARCH);

        results.addClassName("ww-hits");
        Suggestions.offer(field, popover);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(t("shell.search.results"));
        popover.addClassName("ww-hits-popover");
        popover.add(results);

        getContent().addClassName("ww-search");
        getContent().add(field, popover);
    }

    void clear() {
        field.clear();
        popover.close();
    }

    private void find(String words) {
        String trimmed = words.trim();
        if (trimmed.isEmpty()) {
            popover.close();
            return;
        }
        hits = search.search(trimmed, LIMIT, AsOf.current(), CurrentUser.get());
        results.removeAll();
        if (hits.isEmpty()) {
            Span none = new Span(t("shell.search.none", trimmed));
            none.addClassName("ww-hits-none");
            results.add(none);
        }
        hits.forEach(hit -> results.add(row(hit)));
        popover.open();
    }

    private static Anchor row(GlobalSearch.Hit hit) {
        Span title = new Span(hit.title());
        title.addClassName("ww-hit-title");
        Span note = new Span(hit.note());
        note.addClassName("ww-hit-note");
        Span kind = new Span(t("search.kind." + hit.kind()));
        kind.addClassName("ww-hit-kind");
        Anchor row = new Anchor(AsOf.current().link("/" + hit.path()), title, note, kind);
        row.addClassName("ww-hit");
        return row;
    }

    private void openFirst() {
        hits.stream()
                .findFirst()
                .ifPresent(hit -> getUI().ifPresent(
                                ui -> ui.navigate(hit.path(), AsOf.current().parameters())));
    }
}
