package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Format;
import java.time.LocalDate;

/** A visit or a round of talks: its day, what was said, who was there, what comes next. */
class Encounter extends Div {
    private final Div head = new Div();
    private final Paragraph summary;
    private final Div body = new Div();

    /** @param kind 走访, 第 2 轮 */
    Encounter(LocalDate on, String kind, String place, String said) {
        addClassName("ww-encounter");
        Span day = new Span(Format.shortDate(on));
        day.addClassName("ww-encounter-day");
        Span name = new Span(kind);
        name.addClassName("ww-strong");
        head.addClassName("ww-encounter-head");
        head.add(name);
        if (place != null) {
            Span where = new Span(place);
            where.addClassName("ww-2");
            head.add(where);
        }
        summary = new Paragraph(Format.text(said));
        body.addClassName("ww-encounter-body");
        body.add(head, summary);
        super.add(day, body);
    }

    @Override
    public void add(Component... components) {
        body.add(components);
    }

    void badge(Component badge) {
        head.add(badge);
    }

    void people(String ours, String theirs) {
        line(Format.joined(
                ours.equals(Format.NOTHING) ? "" : t("talks.our-people", ours),
                theirs.equals(Format.NOTHING) ? "" : t("talks.their-people", theirs)));
    }

    void next(String step, LocalDate on) {
        if (step != null || on != null) {
            line(t("talks.next", Format.joined(step, on == null ? "" : Format.date(on))));
        }
    }

    private void line(String text) {
        if (!text.isEmpty()) {
            Span line = new Span(text);
            line.addClassName("ww-2");
            body.add(line);
        }
    }

    void note(String text) {
        Span note = new Span(text);
        note.addClassName("ww-note");
        body.add(note);
    }

    /** What stood before a correction. */
    void earlier(String said, String correctedBy) {
        Span before = new Span(Format.text(said));
        before.addClassName("ww-struck");
        Span by = new Span(correctedBy);
        by.addClassName("ww-note");
        Div line = new Div(Badges.outline(t("history.corrects")), before, by);
        line.addClassName("ww-encounter-earlier");
        body.add(line);
    }

    /** It was taken back since; it stays, struck through. */
    void struck(String withdrawnBy) {
        summary.addClassName("ww-struck");
        head.add(Badges.outline(t("talks.withdrawn")));
        note(withdrawnBy);
    }

    void actions(MenuBar menu) {
        menu.addClassName("ww-push-right");
        head.add(menu);
    }
}
