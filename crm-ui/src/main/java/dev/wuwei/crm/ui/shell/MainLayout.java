package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.OfToday;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.WriteButton;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every view: drawer, header, the white sheet, and on a phone the bar at the bottom. */
@Layout
@PermitAll
@JavaScript("context://shell.js")
class MainLayout extends AppLayout implements AfterNavigationObserver {
    private final Anchor brand = brand();
    private final NavigationMenu menu = new NavigationMenu();
    private final AsOfPicker picker;
    private final AsOfBanner banner = new AsOfBanner();
    private final Div sheet = new Div(banner);
    private final Span phoneTitle = new Span();
    private final Span phoneNote = new Span();
    private final BottomBar bottom;
    private final MenuCounts counts;
    private final CurrentUser user = CurrentUser.get();
    private Component view;

    MainLayout(
            AuthenticationContext authentication,
            CommandDialogs dialogs,
            PointsInTime points,
            ObjectProvider<MenuCounts> counts,
            ObjectProvider<VisitLogger> visitLogger,
            ObjectProvider<GlobalSearch> search,
            ObjectProvider<Inbox> inbox) {
        picker = new AsOfPicker(points);
        this.counts = counts.getIfAvailable(() -> user -> Map.of());
        Optional<VisitLogger> logger =
                visitLogger.stream().filter(it -> it.isFor(user)).findFirst();
        Runnable logVisit = () -> logger.ifPresent(it -> it.open(UI.getCurrent()));
        bottom = new BottomBar(logVisit, logger.isPresent());

        addClassName("ww-shell");
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(t("shell.navigation")));
        addToDrawer(brand, new Scroller(menu), new UserMenu(user, authentication, dialogs));
        sheet.addClassName("ww-sheet");
        setContent(sheet);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setIcon(Icon.MENU.create());
        toggle.setAriaLabel(t("shell.menu"));
        phoneTitle.addClassName("ww-phone-title");
        phoneNote.addClassName("ww-phone-note");
        addToNavbar(phoneTitle, phoneNote);
        search.ifAvailable(it -> addToNavbar(new SearchBox(it)));
        Div space = new Div();
        space.addClassName("ww-space");
        addToNavbar(space, picker);
        inbox.ifAvailable(it -> addToNavbar(bell(it)));
        if (logger.isPresent()) {
            addToNavbar(logButton(logVisit));
        }
        addToNavbar(toggle);
        addToNavbar(true, bottom);
    }

    private static Anchor brand() {
        Span name = new Span(t("app.name"));
        name.addClassName("ww-brand-name");
        Span note = new Span(t("app.tagline"));
        note.addClassName("ww-note");
        Anchor brand = new Anchor("/", name, note);
        brand.addClassName("ww-brand");
        return brand;
    }

    private Component bell(Inbox inbox) {
        Button bell = new Button(
                Icon.BELL.create(),
                event -> UI.getCurrent().navigate(inbox.path(), AsOf.current().parameters()));
        bell.addThemeVariants(ButtonVariant.TERTIARY);
        bell.addClassName("ww-bell");
        int unread = inbox.unread(user);
        bell.setClassName("ww-dot", unread > 0);
        bell.setAriaLabel(unread > 0 ? t("shell.inbox.unread", unread) : t("shell.inbox"));
        return bell;
    }

    private static Component logButton(Runnable logVisit) {
        WriteButton button = new WriteButton(t("shell.log-visit"), Icon.PLUS, event -> logVisit.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("ww-log");
        button.setSuffixComponent(Keys.cap(Keys.LOG_VISIT));
        return Keys.bind(button, Keys.LOG_VISIT);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        view = content.getElement().getComponent().orElseThrow();
        sheet.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        if (old != null) {
            old.getElement().removeFromParent();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show(event.getUI().getActiveViewLocation());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation());
        getElement().executeJs("this.closeDrawerOnPhone?.()");
    }

    private void show(Location location) {
        AsOf asOf = AsOf.current();
        brand.setHref(asOf.link("/"));
        menu.show(asOf, counts.counts(user));
        picker.show(asOf);
        banner.show(asOf, view instanceof OfToday);
        bottom.show(location.getPath(), asOf);
        setClassName("ww-past", asOf.isPast());
        // The view reads its data after this, and its title with it.
        UI ui = UI.getCurrent();
        ui.beforeClientResponse(this, context -> {
            if (view instanceof PageTitle title) {
                phoneTitle.setText(title.pageTitle());
                phoneNote.setText(title.pageNote());
            }
            ui.getPage().setTitle(windowTitle());
        });
    }

    private String windowTitle() {
        return view instanceof PageTitle title ? title.windowTitle() : t("app.name");
    }
}
