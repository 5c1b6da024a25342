package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Locale;

/** The drawer's sections. A view belongs to one by the order in its {@code @Menu}. */
enum MenuGroup {
    /** Above all sections: 0–99. */
    TOP(0),
    /** 招商: 100–199. */
    PROMOTION(100),
    /** 落地: 200–299. */
    LANDING(200),
    /** 督查: 300–399. */
    SUPERVISION(300),
    /** 数据: 400–499. */
    FIGURES(400),
    /** 管理: 500 and up. */
    ADMINISTRATION(500);

    private final int from;

    MenuGroup(int from) {
        this.from = from;
    }

    String titleKey() {
        return "shell.group." + name().toLowerCase(Locale.ROOT);
    }

    static MenuGroup of(MenuEntry entry) {
        double order = entry.order() == null ? ADMINISTRATION.from : entry.order();
        MenuGroup found = TOP;
        for (MenuGroup group : values()) {
            if (order >= group.from) {
                found = group;
            }
        }
        return found;
    }
}
