package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The stages of one phase of a project on a line: what was promised, what happened, how far apart. */
public class StageTrack extends Div {
    /** Where a stage stands. */
    public enum State {
        DONE,
        /** Done, after its day. */
        DONE_LATE,
        NOW,
        TO_COME
    }

    /**
     * One stage.
     *
     * @param lines small lines below: 约定 …, the day it happened, how far along
     * @param deviation the last line, coloured when late; may be empty
     */
    public record Stage(String name, State state, List<String> lines, String deviation) {}

    /** @param notes below the name of the phase: amount, land */
    public StageTrack(String phase, List<String> notes, List<Stage> stages) {
        addClassName("ww-track");
        Div head = new Div(new Span(phase));
        head.addClassName("ww-track-head");
        notes.forEach(note -> head.add(Spans.note(note)));
        OrderedList line = new OrderedList();
        stages.forEach(stage -> line.add(item(stage)));
        add(head, line);
    }

    private static ListItem item(Stage stage) {
        Span dot = new Span();
        dot.addClassName("ww-track-dot");
        boolean done = stage.state == State.DONE || stage.state == State.DONE_LATE;
        if (done) {
            dot.add(Icon.CHECK.create());
        }
        Span name = new Span(stage.name);
        name.addClassName("ww-track-name");
        ListItem item = new ListItem(dot, name);
        item.setClassName("ww-done", done);
        item.setClassName("ww-late", stage.state == State.DONE_LATE);
        item.setClassName("ww-now", stage.state == State.NOW);
        item.setClassName("ww-to-come", stage.state == State.TO_COME);
        if (stage.state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        stage.lines.forEach(line -> item.add(new Span(line)));
        if (!stage.deviation.isEmpty()) {
            Span deviation = new Span(stage.deviation);
            deviation.addClassName("ww-track-deviation");
            item.add(deviation);
        }
        return item;
    }
}
