package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery.Check;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.OfToday;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 数据核对: every night all figures are counted once more from the events alone; whether they tied, and where they did not. */
@Route(CountingNavigation.CHECKS)
@Menu(title = "menu.checks", order = 445, icon = "eye")
@RolesAllowed({"LEADER", "SUPERVISOR", "AUDITOR", "ADMINISTRATOR"})
class ChecksView extends Div implements AfterNavigationObserver, PageTitle, OfToday {
    private static final int NIGHTS = 30;

    private final TotalsCheckQuery checks;
    private final ViewHeader header = new ViewHeader(t("menu.checks"));
    private final Div body = new Div();

    ChecksView(TotalsCheckQuery checks, Live live) {
        this.checks = checks;
        addClassName("ww-view");
        ViewBody.scrolls(body, "ww-checks");
        add(header, body);
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.checks");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<Check> nights = checks.list(NIGHTS);
        body.removeAll();
        if (nights.isEmpty()) {
            header.setNote(t("checks.never"));
            body.add(new EmptyState(t("checks.never"), t("checks.never.note")));
            return;
        }
        Check latest = nights.getFirst();
        header.setNote(t("checks.note", Format.count(latest.checked().position()), Format.moment(latest.at())));
        if (!latest.ties()) {
            body.add(differences(latest));
        }
        body.add(new Section(t("checks.nights"), t("checks.nights.note"), nights(nights)));
    }

    private static Component nights(List<Check> nights) {
        PlainTable table = new PlainTable(
                        "checks.at",
                        "checks.result",
                        "checks.position",
                        "checks.projects",
                        "checks.figures",
                        "counting.policy")
                .numbers(2, 3, 4)
                .cards(2);
        nights.forEach(night -> table.row(
                Spans.fixed(Format.recorded(night.at())),
                night.ties()
                        ? Badges.state(t("checks.ties"))
                        : Badges.of(
                                Badges.Kind.LATE,
                                t("checks.different", night.checked().different())),
                new Span(Format.count(night.checked().position())),
                new Span(Format.count(night.checked().projects())),
                new Span(Format.count(night.checked().figures())),
                new Span(String.join("　", night.checked().policies()))));
        return table.framed();
    }

    /** Only to those who see every park: a row names a project. */
    private static Component differences(Check check) {
        if (!CurrentUser.get().viewer().seesAllParks()) {
            return new Section(t("checks.differences"), t("checks.differences.hidden"));
        }
        List<TotalsDifference> named = check.checked().differences();
        List<String> heads = List.of(
                t("project.no"), t("counting.measure"), t("counting.policy"), t("checks.shown"), t("checks.recounted"));
        PlainTable table = PlainTable.headed(heads).numbers(3, 4).cards(1);
        List<List<Object>> rows = new ArrayList<>();
        for (TotalsDifference each : named) {
            table.row(
                    project(each),
                    new Span(measure(each)),
                    new Span(each.policy()),
                    Spans.fixed(shown(each)),
                    Spans.fixed(recounted(each)));
            rows.add(
                    List.of(Format.text(each.projectNo()), measure(each), each.policy(), shown(each), recounted(each)));
        }
        String note = named.size() < check.checked().different()
                ? t("checks.differences.some", named.size(), check.checked().different())
                : t("checks.differences.note");
        return new Section(t("checks.differences"), note, table.framed())
                .aside(new ExportButton(t("component.list.export"), () -> Table.of("checks", heads, rows)));
    }

    private static Component project(TotalsDifference each) {
        if (each.projectNo() == null) {
            return new Span(each.projectId().toString());
        }
        Anchor project = new Anchor(ProjectNavigation.link(each.projectNo()), each.projectNo());
        project.addClassName("ww-strong");
        return project;
    }

    private static String measure(TotalsDifference each) {
        String measure = Enums.name(Measure.of(each.measure()));
        return each.dimension() == null
                ? measure
                : t("checks.class-of", measure, Enums.name(Dimension.of(each.dimension())));
    }

    private static String shown(TotalsDifference each) {
        return each.dimension() == null
                ? figure(each.shownCount(), each.shownAmount())
                : Format.text(each.shownClass());
    }

    private static String recounted(TotalsDifference each) {
        return each.dimension() == null
                ? figure(each.recountedCount(), each.recountedAmount())
                : Format.text(each.recountedClass());
    }

    private static String figure(long count, Money amount) {
        return t("counting.figure", Format.count(count), amount == null ? Format.NOTHING : Format.money(amount));
    }
}
