package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Five entries at the thumb. An entry whose view does not exist is left out. */
class BottomBar extends Nav {
    private static final List<String> PROJECT_LISTS = List.of("negotiations", "leads", "signings");

    private final Map<String, Anchor> tabs = new LinkedHashMap<>();
    private final NativeButton log = new NativeButton();

    BottomBar(Runnable logVisit, boolean canLog) {
        addClassName("ww-bottom-bar");
        getElement().setAttribute("aria-label", t("shell.navigation"));
        tab("", Icon.HOME, "shell.tab.home");
        PROJECT_LISTS.stream()
                .filter(BottomBar::exists)
                .findFirst()
                .ifPresent(it -> tab(it, Icon.LIST, "shell.tab.projects"));
        if (canLog) {
            Span plus = new Span(Icon.PLUS.create());
            plus.addClassName("ww-bottom-plus");
            log.add(plus, new Span(t("shell.log-visit")));
            log.addClassName("ww-bottom-log");
            log.addClickListener(event -> logVisit.run());
            add(log);
        }
        tab("followups", Icon.GAPS, "shell.tab.five-gaps");
        tab("cockpit", Icon.GAUGE, "shell.tab.cockpit");
    }

    private static boolean exists(String path) {
        return RouteConfiguration.forApplicationScope().isPathAvailable(path);
    }

    private void tab(String path, Icon icon, String title) {
        if (exists(path)) {
            Anchor tab = new Anchor("/" + path, icon.create(), new Span(t(title)));
            tabs.put(path, tab);
            add(tab);
        }
    }

    void show(String path, AsOf asOf) {
        log.setEnabled(asOf.isNow());
        String first = path.split("/", 2)[0];
        String current = Optional.of(first)
                .filter(it -> PROJECT_LISTS.contains(it) || it.equals("projects"))
                .flatMap(it ->
                        tabs.keySet().stream().filter(PROJECT_LISTS::contains).findFirst())
                .orElse(first);
        tabs.forEach((key, tab) -> {
            tab.setHref(asOf.link("/" + key));
            if (key.equals(current)) {
                tab.getElement().setAttribute("aria-current", "page");
            } else {
                tab.getElement().removeAttribute("aria-current");
            }
        });
    }
}
