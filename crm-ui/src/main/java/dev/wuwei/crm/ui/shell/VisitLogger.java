package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.component.UI;
import dev.wuwei.crm.ui.component.CurrentUser;

/** Opens 记一笔. The capability that has the dialog makes a bean of this; until then the shell shows no such button. */
public interface VisitLogger {
    void open(UI ui);

    void open(String projectNo);

    /** @return whether this account may log visits at all */
    boolean isFor(CurrentUser user);
}
