package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.ticket.TicketCounts;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.ticket.TicketNavigation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headline figures, each a link to the list that makes it. */
class HeadlineStrip extends Div {
    private final CockpitDesk desk;

    HeadlineStrip(CockpitDesk desk) {
        this.desk = desk;
    }

    private TotalsQuery.Totals totals(TotalsQuery.Request request, CockpitYear shown) {
        return desk.totals.totals(shown.within(request), shown.point(), shown.viewer());
    }

    void show(CockpitYear shown) {
        AsOf day = shown.day();
        String signings = day.link("signings?year=" + shown.year());
        TotalsQuery.Totals bySize = totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.SIZE_BAND), shown);
        Figure all = bySize.total();
        Figure arrived = totals(TotalsQuery.Request.of(Measure.ARRIVED), shown).total();
        Figure talks = desk.totals
                .totals(TotalsQuery.Request.of(Measure.IN_TALKS), shown.point(), shown.viewer())
                .total();
        List<FiveGapsQuery.StateFigures> gaps =
                desk.fiveGaps.states(FiveGapsQuery.Request.ALL, shown.point(), shown.viewer());
        long overdue =
                gaps.stream().mapToLong(FiveGapsQuery.StateFigures::overdue).sum();

        FigureStrip figures = new FigureStrip(t("cockpit.figures"));
        figures.figure(
                t("cockpit.signed.count"),
                Format.count(all.count()),
                t("unit.projects", all.count()),
                t("cockpit.signed.large", Format.count(count(bySize, "ge5")), Format.count(count(bySize, "ge10"))),
                signings);
        figures.figure(
                t("cockpit.signed.amount"), Format.yi(all.in(Currency.CNY)), t("unit.yi"), foreign(shown), signings);
        figures.figure(
                t("cockpit.arrived"),
                Format.yi(arrived.in(Currency.CNY)),
                t("unit.yi"),
                t(
                        "cockpit.arrived.rate",
                        Format.percent(arrived.in(Currency.CNY).shareOf(all.in(Currency.CNY)))),
                day.link("signings"));
        figures.figure(
                t("cockpit.talks"),
                Format.count(talks.count()),
                t("unit.projects", talks.count()),
                t("cockpit.talks.amount", Format.yiWithUnit(talks.in(Currency.CNY))),
                day.link("negotiations"));
        figures.figure(
                t("cockpit.overdue"),
                Format.count(overdue),
                t("unit.projects", overdue),
                lights(gaps),
                day.link("followups"));
        TicketCounts raised = desk.tickets.counts(TicketFilter.all(), shown.point(), shown.viewer(), day.dayOrToday());
        figures.figure(
                t("menu.ticket"),
                Format.count(raised.total()),
                t("unit.tickets", raised.total()),
                t("cockpit.tickets.note", Format.count(raised.open()), Format.count(raised.overdue())),
                day.link(TicketNavigation.PATH));
        removeAll();
        add(figures);
    }

    private String foreign(CockpitYear shown) {
        Money contracted = totals(TotalsQuery.Request.of(Measure.CONTRACTED_FOREIGN), shown)
                .total()
                .in(Currency.USD);
        return contracted.isZero() ? t("cockpit.policy") : t("cockpit.foreign", Format.money(contracted));
    }

    private static long count(TotalsQuery.Totals bySize, String band) {
        return bySize.rows().stream()
                .filter(row -> band.equals(row.code().get(Dimension.SIZE_BAND)))
                .mapToLong(row -> row.figure().count())
                .sum();
    }

    private static Component lights(List<FiveGapsQuery.StateFigures> gaps) {
        Map<String, Long> sums = new HashMap<>();
        gaps.forEach(state -> state.lights().forEach((light, n) -> sums.merge(light.name(), n, Long::sum)));
        long all = gaps.stream().mapToLong(state -> state.figure().count()).sum();
        Span note = new Span(new Span(t("cockpit.overdue.of", Format.count(all))));
        note.add(new Light(Light.Colour.RED, Format.count(sums.getOrDefault("RED", 0L))));
        note.add(new Light(Light.Colour.YELLOW, Format.count(sums.getOrDefault("YELLOW", 0L))));
        note.addClassName("ww-inline");
        return note;
    }
}
