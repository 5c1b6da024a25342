package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;

/** Says plainly that this is the past, and offers the way back. */
class AsOfBanner extends Div {
    private final Span title = new Span();
    private final Span note = new Span();

    AsOfBanner() {
        addClassName("ww-banner");
        getElement().setAttribute("role", "status");
        title.addClassName("ww-banner-title");
        Button back = new Button(t("shell.as-of.back"), event -> AsOfNavigation.go(UI.getCurrent(), AsOf.NOW));
        back.addThemeVariants(ButtonVariant.SMALL);
        add(Icon.CLOCK.create(), title, note, back);
        setVisible(false);
    }

    /** @param ofToday the page below is of today alone */
    void show(AsOf asOf, boolean ofToday) {
        setVisible(asOf.isPast());
        if (ofToday) {
            title.setText(t("shell.as-of.banner-today"));
            note.setText(t("shell.as-of.banner-today.note", Format.longDate(asOf.dayOrToday())));
        } else if (asOf.isPast()) {
            title.setText(t("shell.as-of.banner", Format.longDate(asOf.dayOrToday())));
            note.setText(
                    asOf.isKnownAtInstant()
                            ? t("shell.as-of.banner-at", Format.recorded(asOf.knownAt()))
                            : t(asOf.isAsKnownThen() ? "shell.as-of.banner-then" : "shell.as-of.banner-now"));
        }
    }
}
