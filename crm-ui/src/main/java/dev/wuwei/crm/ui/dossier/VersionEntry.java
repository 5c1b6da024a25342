package dev.wuwei.crm.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Timeline;
import java.time.LocalDate;
import java.util.List;

/** A version of the terms or of an agreement, with what it changed. */
class VersionEntry extends Div {
    /**
     * @param words how it came about
     * @param note who entered it
     * @param changes against the version before
     */
    VersionEntry(String version, LocalDate on, String words, String note, List<Timeline.Change> changes) {
        addClassName("ww-version");
        Span name = new Span(version);
        name.addClassName("ww-strong");
        Span small = new Span(note);
        small.addClassName("ww-note");
        Div head = new Div(name, new Span(Format.date(on)), new Span(words), small);
        head.addClassName("ww-version-head");
        super.add(head);
        if (!changes.isEmpty()) {
            super.add(Timeline.changes(changes, ""));
        }
    }

    VersionEntry with(Component more) {
        super.add(more);
        return this;
    }
}
