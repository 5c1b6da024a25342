package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Nothing there: says what to do next. {@code 还没有线索。登记第一条，首报时间以保存的这一刻为准。} */
public class EmptyState extends Div {
    public EmptyState(String title, String note, Component... actions) {
        addClassName("ww-empty");
        Span head = new Span(title);
        head.addClassName("ww-strong");
        add(head);
        if (!note.isEmpty()) {
            add(new Paragraph(note));
        }
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("ww-empty-actions");
            add(row);
        }
    }
}
