package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Locale;

/**
 * History as it is told: by month, what happened beside its day, below it when it was entered; before and after in a box.
 * What was corrected stays, struck through.
 *
 * @param <T> a row of the caller's; {@code face} turns it into an {@link Entry}
 */
public class Timeline<T> extends Composite<VirtualList<T>> {
    /** How much an entry weighs. */
    public enum Weight {
        NORMAL,
        /** A correction or withdrawal. */
        CORRECTION,
        /** Agreements and what changes them. */
        MAJOR,
        /** Corrected or withdrawn since. */
        STRUCK
    }

    /**
     * @param name of the field
     * @param before {@code null} when there was nothing
     * @param after {@code null} when nothing is left
     */
    public record Change(String name, String before, String after) {}

    /**
     * One entry.
     *
     * @param month head above the entry, {@code 2023年11月}; empty when it is the same as that of the entry before
     * @param day {@code 11-28}
     * @param who bold at the start of the sentence; may be empty
     * @param sentence the rest of the sentence
     * @param badges behind the sentence: 更正, 迟报 12 天
     * @param note the small line: 录入 11-28 16:20　网页
     * @param struckBy behind a struck sentence: 已由上一条更正; empty when it stands
     * @param remark below the changes; may be empty
     */
    public record Entry(
            String month,
            String day,
            Weight weight,
            String who,
            String sentence,
            List<Component> badges,
            String note,
            String struckBy,
            List<Change> changes,
            String remark) {}

    public Timeline(SerializableFunction<T, Entry> face) {
        getContent().addClassName("ww-timeline");
        getContent().setRenderer(new ComponentRenderer<>(row -> draw(face.apply(row))));
    }

    public void setItems(DataProvider<T, ?> items) {
        getContent().setDataProvider(items);
    }

    public void setItems(List<T> items) {
        getContent().setItems(items);
    }

    /** One entry by itself, for lists that are short. */
    public static Component draw(Entry entry) {
        Div frame = new Div();
        frame.addClassName("ww-entry-frame");
        if (!entry.month.isEmpty()) {
            H3 month = new H3(entry.month);
            month.addClassName("ww-entry-month");
            frame.add(month);
        }
        Span day = new Span(entry.day);
        day.addClassName("ww-entry-day");
        Span dot = new Span();
        dot.addClassNames("ww-entry-dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        Div row = new Div(day, dot, body(entry));
        row.addClassNames("ww-entry", "ww-entry-" + entry.weight.name().toLowerCase(Locale.ROOT));
        frame.add(row);
        return frame;
    }

    private static Div body(Entry entry) {
        Div sentence = new Div();
        sentence.addClassName("ww-entry-sentence");
        Span words = new Span();
        if (!entry.who.isEmpty()) {
            Span who = new Span(entry.who);
            who.addClassName("ww-strong");
            words.add(who, new Span(" "));
        }
        words.add(new Span(entry.sentence));
        words.setClassName("ww-struck", entry.weight == Weight.STRUCK);
        sentence.add(words);
        if (!entry.struckBy.isEmpty()) {
            Span by = new Span(entry.struckBy);
            by.addClassName("ww-entry-struck-by");
            sentence.add(by);
        }
        entry.badges.forEach(sentence::add);
        Span note = new Span(entry.note);
        note.addClassName("ww-note");
        Div body = new Div(sentence, note);
        body.addClassName("ww-entry-body");
        if (!entry.changes.isEmpty() || !entry.remark.isEmpty()) {
            body.add(changes(entry.changes, entry.remark));
        }
        return body;
    }

    /** A box of what changed, with a remark below; the remark may be empty. */
    public static Div changes(List<Change> changes, String note) {
        Div box = new Div();
        box.addClassName("ww-changes");
        changes.forEach(change -> box.add(change(change)));
        if (!note.isEmpty()) {
            Span remark = new Span(note);
            remark.addClassNames("ww-note", "ww-changes-remark");
            box.add(remark);
        }
        return box;
    }

    /** Before and after, on their own. */
    public static Component change(Change change) {
        Span name = new Span(change.name);
        name.addClassName("ww-2");
        Span before = new Span(Format.text(change.before));
        before.setClassName("ww-struck", change.before != null);
        before.getElement().setAttribute("aria-label", t("component.timeline.was") + " " + Format.text(change.before));
        Span arrow = new Span("→");
        arrow.addClassName("ww-3");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span after = new Span(Format.text(change.after));
        after.addClassName("ww-strong");
        after.getElement().setAttribute("aria-label", t("component.timeline.now") + " " + Format.text(change.after));
        Div line = new Div(name, before, arrow, after);
        line.addClassName("ww-change");
        return line;
    }
}
