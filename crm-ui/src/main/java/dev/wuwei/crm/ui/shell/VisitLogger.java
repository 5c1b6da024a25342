package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.component.UI;

/** Opens 记一笔. The capability that has the dialog makes a bean of this; until then the shell shows no such button. */
public interface VisitLogger {
    void open(UI ui);

    void open(String projectNo);
}
