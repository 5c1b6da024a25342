package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import dev.wuwei.crm.ui.component.AsOf;

/** Opens the page that one is on, at another day. */
final class AsOfNavigation {
    private AsOfNavigation() {}

    static void go(UI ui, AsOf asOf) {
        Location here = ui.getActiveViewLocation();
        ui.navigate(here.getPath(), asOf.within(here.getQueryParameters()));
    }
}
