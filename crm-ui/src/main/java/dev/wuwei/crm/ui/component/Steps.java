package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/** The steps of a procedure on a line: 定名单 · 取数 · 现场 · … */
public class Steps extends OrderedList {
    /** @param text name and day: {@code 取数　10-31} */
    public record Step(String text, boolean done, boolean now) {}

    public Steps(List<Step> steps) {
        addClassName("ww-steps-line");
        for (Step step : steps) {
            ListItem item = new ListItem(step.text);
            item.setClassName("ww-done", step.done);
            item.setClassName("ww-now", step.now);
            if (step.now) {
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }
}
