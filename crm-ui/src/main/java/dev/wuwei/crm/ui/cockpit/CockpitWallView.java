package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.Turning;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** 驾驶舱 on a screen on the wall, read from five metres: the headline figures and two cards, which turn by themselves. */
@Route(value = CockpitView.WALL, autoLayout = false)
@PermitAll
class CockpitWallView extends Div implements AfterNavigationObserver, HasDynamicTitle, PageTitle {
    private final CockpitDesk desk;
    private final HeadlineStrip strip;
    private final CockpitCards cards;
    private final Span year = new Span();
    private final Span now = new Span();
    private final Span place = new Span();
    private final Span refreshed = new Span();
    private final Div verified = new Div();
    private final Anchor leave = new Anchor();
    private Integer asked;
    private int page;

    CockpitWallView(CockpitDesk desk, Live live) {
        this.desk = desk;
        Div sheet = new Div();
        SidePanel drawer = new SidePanel(sheet);
        strip = new HeadlineStrip(desk, drawer);
        cards = new CockpitCards(desk, drawer);
        sheet.addClassNames("ww-wall", "ww-cockpit-wall");
        Main body = new Main(strip, cards);
        body.addClassName("ww-cockpit-wall-body");
        sheet.add(head(), body, foot());
        cards.tellTables();
        sheet.add(new Turning(this, this::turn, this::show));
        add(drawer);
        live.subscribe(this, Set.of("ledger", "target", "ticket"), this::show);
    }

    @Override
    public String getPageTitle() {
        return windowTitle();
    }

    @Override
    public String pageTitle() {
        return t("menu.cockpit");
    }

    private Component head() {
        now.addClassName("ww-wall-now");
        year.addClassName("ww-2");
        Span space = new Span();
        space.addClassName("ww-space");
        Header head = new Header(new H1(t("menu.cockpit")), year, space, now);
        head.addClassName("ww-wall-head");
        return head;
    }

    private Component foot() {
        leave.add(Icon.EXIT.create());
        leave.addClassName("ww-wall-link");
        leave.getElement().setAttribute("aria-label", t("cockpit.wall.leave"));
        leave.setTitle(t("cockpit.wall.leave"));
        Span space = new Span();
        space.addClassName("ww-space");
        Footer foot = new Footer(place, space, verified, refreshed, leave);
        foot.addClassName("ww-wall-foot");
        return foot;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AsOf.remember(
                event.getLocationChangeEvent().getUI(), event.getLocation().getQueryParameters());
        asked = CockpitView.year(event.getLocation().getQueryParameters());
        show();
    }

    private void turn() {
        page = (page + 1) % cards.pages();
        show();
    }

    private void show() {
        AsOf day = AsOf.current();
        CockpitYear shown = desk.year(asked, day, CurrentUser.get().viewer());
        strip.show(shown);
        cards.showPage(page, shown);
        leave.setHref(day.link(CockpitView.path(shown.year())));
        year.setText(t("cockpit.note", String.valueOf(shown.year()), Format.longDate(day.dayOrToday())));
        now.setText(day.isNow() ? Format.clock(Today.time().toLocalTime()) : t("shell.read-only"));
        place.setText(t("wall.page", page + 1, cards.pages()));
        verified.removeAll();
        verified.add(new VerifiedNote(desk.checks));
        refreshed.setText(t("wall.refreshed", Format.clockWithSeconds(Today.instant())));
    }
}
