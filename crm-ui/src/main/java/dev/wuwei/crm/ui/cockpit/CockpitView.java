package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** 驾驶舱: the figures of a year, where they come from and what is to be looked at; every number opens. */
@Route(CockpitView.PATH)
@Menu(title = "menu.cockpit", order = 400, icon = "gauge")
@PermitAll
class CockpitView extends Div implements AfterNavigationObserver, PageTitle {
    static final String PATH = "cockpit";
    static final String WALL = "cockpit/wall";

    private static final String YEAR = "year";

    private final CockpitDesk desk;
    private final ViewHeader header = new ViewHeader(t("menu.cockpit"));
    private final Select<Integer> year = new Select<>();
    private final HeadlineStrip strip;
    private final CockpitCards cards;
    private final Div verified = new Div();

    CockpitView(CockpitDesk desk, Live live) {
        this.desk = desk;
        addClassNames("ww-view", "ww-cockpit");
        year.setAriaLabel(t("cockpit.year"));
        year.addClassName("ww-cockpit-year");
        year.setItemLabelGenerator(it -> t("cockpit.year.of", String.valueOf(it)));
        year.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(YEAR, String.valueOf(event.getValue()));
            }
        });
        Button wall = new Button(
                t("cockpit.wall"),
                event -> UI.getCurrent()
                        .navigate(
                                WALL,
                                AsOf.current().within(QueryParameters.of(YEAR, String.valueOf(year.getValue())))));
        wall.addClassName("ww-wide-only");
        header.actions(new PrintButton(), wall, year);
        Div page = new Div();
        page.addClassName("ww-view");
        SidePanel drawer = new SidePanel(page);
        strip = new HeadlineStrip(desk, drawer);
        cards = new CockpitCards(desk, drawer);
        Div body = new Div(strip, cards, verified);
        ViewBody.scrolls(body, "ww-cockpit-body");
        page.add(header, body);
        add(drawer);
        live.subscribe(this, Set.of("ledger", "target", "ticket"), () -> show(year.getValue()));
    }

    @Override
    public String pageTitle() {
        return t("menu.cockpit");
    }

    /** @return the way to a year of it */
    static String path(int year) {
        return PATH + "?" + YEAR + "=" + year;
    }

    /** @return the year that the address asks for, or {@code null} */
    static Integer year(QueryParameters address) {
        return address.getSingleParameter(YEAR)
                .filter(text -> text.matches("[12]\\d{3}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(year(event.getLocation().getQueryParameters()));
    }

    private void show(Integer asked) {
        AsOf day = AsOf.current();
        Viewer viewer = CurrentUser.get().viewer();
        CockpitYear shown = desk.year(asked, day, viewer);
        Set<Integer> years = desk.years(day, viewer);
        years.add(shown.year());
        year.setItems(years);
        year.setValue(shown.year());
        header.setNote(t("cockpit.note", String.valueOf(shown.year()), Format.longDate(day.dayOrToday())));
        strip.show(shown);
        cards.show(shown);
        verified.removeAll();
        verified.add(new VerifiedNote(desk.checks));
    }
}
