package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.counting.Provenance;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Opens what a figure of the cockpit is made of, in the drawer. */
class Sources {
    private final TotalsQuery totals;
    private final SidePanel drawer;

    Sources(TotalsQuery totals, SidePanel drawer) {
        this.totals = totals;
        this.drawer = drawer;
    }

    /**
     * The entries of a cell of the totals.
     *
     * @param name what the cell is, in words
     */
    void entries(String name, TotalsQuery.Request request, Map<Dimension, String> cell, CockpitYear shown) {
        entries(name, request, cell, shown.point(), shown.viewer());
    }

    void entries(String name, TotalsQuery.Request request, Map<Dimension, String> cell, AsOf point, Viewer viewer) {
        Provenance provenance = new Provenance(
                totals.explain(request, cell, point, viewer),
                new dev.wuwei.crm.ui.component.AsOf(point.asOf(), point.knownAt()));
        drawer.open(provenance.head(name), provenance);
    }

    /** What each event did to a figure. */
    void moves(String title, List<TotalsQuery.Move> moves, Currency currency) {
        Amounts amounts = Amounts.of(
                currency, moves.stream().map(move -> move.event().figure()).toList());
        PlainTable table = PlainTable.headed(List.of(t("cockpit.project"), t("cockpit.date"), amounts.head()))
                .numbers(2);
        table.addClassName("ww-source-table");
        for (TotalsQuery.Move move : moves) {
            Div on = new Div(Spans.fixed(Format.date(move.event().occurredOn())));
            if (move.event().daysLate() > 0) {
                on.add(Badges.late(move.event().daysLate()));
            }
            on.addClassName("ww-inline");
            table.row(
                    ProjectNavigation.cell(move.projectNo(), move.name()),
                    on,
                    Spans.fixed(amounts.signed(move.event().figure())));
        }
        Figure sum = moves.stream().map(move -> move.event().figure()).reduce(Figure.NOTHING, Figure::plus);
        table.total(t("cockpit.total"), "", amounts.signed(sum));
        drawer.open(new H2(title), table.framed());
    }

    /** What another policy makes of each project. */
    void differences(String title, TotalsQuery.Comparison compared, Currency currency) {
        List<Figure> moved = compared.differences().stream()
                .map(each -> each.other().minus(each.one()))
                .toList();
        Amounts amounts = Amounts.of(
                currency,
                Stream.concat(
                                moved.stream(),
                                compared.differences().stream().flatMap(each -> Stream.of(each.one(), each.other())))
                        .toList());
        PlainTable table = PlainTable.headed(List.of(
                        t("cockpit.project"),
                        compared.onePolicy().id(),
                        compared.otherPolicy().id(),
                        t("counting.difference")))
                .numbers(1, 2, 3);
        table.addClassName("ww-source-table");
        for (TotalsQuery.Difference each : compared.differences()) {
            table.row(
                    ProjectNavigation.cell(each.projectNo(), each.name()),
                    Spans.fixed(each.one().isNothing() ? Format.NOTHING : amounts.number(each.one())),
                    Spans.fixed(each.other().isNothing() ? Format.NOTHING : amounts.number(each.other())),
                    Spans.fixed(amounts.signed(each.other().minus(each.one()))));
        }
        table.total(t("cockpit.total"), "", "", amounts.signed(moved.stream().reduce(Figure.NOTHING, Figure::plus)));
        drawer.open(new H2(title), Spans.note(amounts.head()), table.framed());
    }

    /** Projects as they stand. */
    void projects(String title, List<ProjectView> projects) {
        PlainTable table = new PlainTable("cockpit.project", "cockpit.stage", "cockpit.amount").numbers(2);
        table.addClassName("ww-source-table");
        for (ProjectView project : projects) {
            table.row(
                    ProjectNavigation.cell(project.projectNo(), project.name()),
                    new Span(Enums.name(project.stage())),
                    Spans.fixed(Format.money(project.amount())));
        }
        drawer.open(
                new H2(title), Spans.note(t("cockpit.projects-sum", Format.count(projects.size()))), table.framed());
    }
}
