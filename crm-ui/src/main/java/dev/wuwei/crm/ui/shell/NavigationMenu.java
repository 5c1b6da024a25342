package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Icon;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The drawer's entries: every view with a {@code @Menu} that the user may open, and no other. */
class NavigationMenu extends Div {
    private final Map<String, SideNavItem> items = new LinkedHashMap<>();
    private final Map<String, Span> counts = new LinkedHashMap<>();

    NavigationMenu() {
        addClassName("ww-nav");
        Map<MenuGroup, SideNav> groups = new EnumMap<>(MenuGroup.class);
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            groups.computeIfAbsent(MenuGroup.of(entry), NavigationMenu::section).addItem(item(entry));
        }
        groups.values().forEach(this::add);
    }

    private static SideNav section(MenuGroup group) {
        SideNav section = group == MenuGroup.TOP ? new SideNav() : new SideNav(t(group.titleKey()));
        if (group == MenuGroup.TOP) {
            section.getElement().setAttribute("aria-label", t("shell.navigation"));
        }
        return section;
    }

    private SideNavItem item(MenuEntry entry) {
        String path = entry.path().replaceFirst("^/", "");
        SideNavItem item = new SideNavItem(t(entry.title()), path);
        item.setMatchNested(!path.isEmpty());
        if (entry.icon() != null) {
            item.setPrefixComponent(Icon.of(entry.icon()));
        }
        Span count = new Span();
        count.addClassName("ww-nav-count");
        item.setSuffixComponent(count);
        items.put(path, item);
        counts.put(path, count);
        return item;
    }

    /** The number beside an entry means now, so nothing is shown while one looks at the past. */
    void show(AsOf asOf, Map<String, Integer> numbers) {
        items.values().forEach(item -> item.setQueryParameters(asOf.parameters()));
        counts.forEach((path, span) -> {
            Integer number = asOf.isPast() ? null : numbers.get(path);
            span.setText(number == null || number == 0 ? "" : number.toString());
        });
    }
}
