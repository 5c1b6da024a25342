package dev.wuwei.crm.ui.shell;

import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import java.util.List;

/** Finds projects, investors and people by name or number, within what the user may see. */
public interface GlobalSearch {
    List<Hit> search(String words, int limit, AsOf asOf, CurrentUser user);

    /**
     * @param kind a key under {@code search.kind.}, for example {@code lead}
     * @param title the name
     * @param note number, place, stage: what tells two of the same name apart
     * @param path where it opens, for example {@code projects/ZS-2023-0042}
     */
    record Hit(String kind, String title, String note, String path) {}
}
