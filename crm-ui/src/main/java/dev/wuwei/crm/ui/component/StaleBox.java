package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Stands in a form when somebody changed what it is about: who did what, and that nothing typed is lost. */
class StaleBox extends Div {
    private static final int TOLD = 3;

    private final Runnable goOn;
    private boolean told;

    /** @param goOn sends what was typed on top of the news */
    StaleBox(Runnable goOn) {
        this.goOn = goOn;
        addClassName("ww-form-stale");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** @param otherwise said while the history does not show yet what happened */
    void show(List<Timeline.Entry> news, String otherwise) {
        removeAll();
        told = !news.isEmpty();
        Span title = new Span(t("component.stale"));
        title.addClassName("ww-strong");
        Div lines = new Div(lines(news, otherwise));
        lines.addClassName("ww-form-stale-told");
        Div details = new Div(news.stream().map(Timeline::draw).toArray(Component[]::new));
        details.addClassName("ww-form-stale-details");
        details.setVisible(false);
        Button view = small(new Button(t("component.stale.view"), event -> {
            details.setVisible(!details.isVisible());
            lines.setVisible(!details.isVisible());
        }));
        view.setVisible(!news.isEmpty());
        Div buttons = new Div(view, small(new Button(t("component.stale.go-on"), event -> goOn.run())));
        buttons.addClassName("ww-form-stale-buttons");
        add(title, lines, details, new Span(t("component.stale.kept")), buttons);
        setVisible(true);
    }

    /** @return whether the user was told what happened, and not only that something did */
    boolean hasTold() {
        return told;
    }

    private static Component[] lines(List<Timeline.Entry> news, String otherwise) {
        if (news.isEmpty()) {
            return new Component[] {new Span(otherwise)};
        }
        Div list = new Div();
        news.stream().limit(TOLD).forEach(entry -> list.add(line(entry)));
        if (news.size() > TOLD) {
            list.add(new Span(t("component.stale.more", news.size() - TOLD)));
        }
        return list.getChildren().toArray(Component[]::new);
    }

    private static Component line(Timeline.Entry entry) {
        Span who = new Span(entry.who());
        who.addClassName("ww-strong");
        Span note = new Span(entry.note());
        note.addClassName("ww-note");
        Div line = new Div(who, new Span(" " + entry.sentence()), note);
        line.addClassName("ww-form-stale-line");
        return line;
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
