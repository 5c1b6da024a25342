package dev.wuwei.crm.ui.shell;

import dev.wuwei.crm.ui.component.CurrentUser;

/** What is new for the user; the bell in the header. */
public interface Inbox {
    int unread(CurrentUser user);

    /** @return where the bell leads, for example {@code notices} */
    String path();
}
