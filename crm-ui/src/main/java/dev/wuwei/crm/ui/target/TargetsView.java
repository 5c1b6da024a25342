package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.LineTabs;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** 目标考核: the targets of a year with what was reached of them, and who stands where by the scorecard. */
@Route(TargetNavigation.PATH)
@Menu(title = "menu.target", order = 340, icon = "target")
@PermitAll
class TargetsView extends Div implements AfterNavigationObserver, PageTitle {
    enum Part {
        TARGETS,
        SCORECARD
    }

    private final TargetDesk desk;
    private final TotalsCheckQuery checks;
    private final ViewHeader header = new ViewHeader(t("menu.target"));
    private final Select<Integer> year = new Select<>();
    private final LineTabs<Part> parts = new LineTabs<>(t("menu.target"));
    private final Segments<ScopeKind> kinds = new Segments<>(t("target.whose"));
    private final Button set;
    private final Button define;
    private final Div body = new Div();
    private final SidePanel drawer;
    private Table table = Table.of(TargetNavigation.PATH, List.of(), List.of());

    TargetsView(TargetDesk desk, TotalsCheckQuery checks, Live live) {
        this.desk = desk;
        this.checks = checks;
        addClassNames("ww-view", "ww-targets");
        year.setAriaLabel(t("cockpit.year"));
        year.addClassName("ww-cockpit-year");
        year.setItemLabelGenerator(it -> t("cockpit.year.of", String.valueOf(it)));
        year.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(TargetNavigation.YEAR, String.valueOf(event.getValue()));
            }
        });
        for (Part part : Part.values()) {
            parts.add(part, t("target.part." + Address.word(part)));
        }
        parts.onChoose(part -> Address.put(TargetNavigation.VIEW, part == Part.TARGETS ? null : Address.word(part)));
        for (ScopeKind kind : ScopeKind.values()) {
            kinds.add(kind, Enums.label(kind));
        }
        kinds.onChoose(kind -> Address.put(TargetNavigation.SCOPE, Address.word(kind)));
        set = desk.dialogs.button(
                TargetDesk.SET, Icon.PLUS, () -> TargetDesk.setting(year.getValue(), kinds.selected()), done -> show());
        set.addThemeVariants(ButtonVariant.PRIMARY);
        set.setSuffixComponent(Keys.cap(Keys.NEW));
        Keys.bind(set, Keys.NEW);
        define = desk.dialogs.button(
                TargetDesk.DEFINE,
                Icon.PLUS,
                () -> TargetDesk.defining(year.getValue(), kinds.selected()),
                done -> show());
        define.addThemeVariants(ButtonVariant.PRIMARY);
        header.actions(year, new ExportButton(t("component.list.export"), () -> table), set, define);
        Div bars = new Div(parts, kinds);
        bars.addClassName("ww-target-bars");
        ViewBody.scrolls(body);
        Div page = new Div(header, bars, body);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("target", "ledger"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.target");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        year.setValue(asked(event));
        show();
    }

    private Integer asked(AfterNavigationEvent event) {
        int today = AsOf.current().dayOrToday().getYear();
        Set<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        years.addAll(desk.years());
        years.add(today);
        years.add(today + 1);
        int asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TargetNavigation.YEAR)
                .filter(text -> text.matches("(19|20|21)\\d\\d"))
                .map(Integer::valueOf)
                .orElse(today);
        years.add(asked);
        year.setItems(years);
        return asked;
    }

    private void show() {
        Part part = Address.choice(TargetNavigation.VIEW, Part.class);
        // All parks together are ranked by nobody, and seen by those alone who see them all.
        boolean whole = part == Part.TARGETS && CurrentUser.get().parks().isEmpty();
        ScopeKind first = whole ? ScopeKind.WHOLE : ScopeKind.PARK;
        ScopeKind asked = Address.choice(TargetNavigation.SCOPE, ScopeKind.class, () -> first);
        ScopeKind shown = asked == ScopeKind.WHOLE ? first : asked;
        parts.select(part);
        kinds.show(ScopeKind.WHOLE, whole);
        kinds.select(shown);
        set.setVisible(part == Part.TARGETS && desk.dialogs.maySend(TargetDesk.SET));
        header.setNote(t("target.as-of", Format.longDate(AsOf.current().dayOrToday())));
        body.removeAll();
        define.setVisible(false);
        if (part == Part.TARGETS) {
            TargetTable targets = new TargetTable(desk, drawer, year.getValue(), shown, this::show);
            table = targets.table();
            body.add(targets);
        } else {
            ScorecardPage card = new ScorecardPage(desk, drawer, year.getValue(), shown, this::show);
            table = card.table();
            define.setVisible(!card.isDefined() && desk.dialogs.maySend(TargetDesk.DEFINE));
            body.add(card);
        }
        body.add(new VerifiedNote(checks));
    }
}
