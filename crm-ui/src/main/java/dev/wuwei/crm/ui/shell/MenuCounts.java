package dev.wuwei.crm.ui.shell;

import dev.wuwei.crm.ui.component.CurrentUser;
import java.util.Map;

/** The small numbers beside the drawer's entries. A read model that has some makes a bean of this. */
public interface MenuCounts {
    /** @return how many there are to look after, by route path ({@code "leads"}); called often, so must be cheap */
    Map<String, Integer> counts(CurrentUser user);
}
