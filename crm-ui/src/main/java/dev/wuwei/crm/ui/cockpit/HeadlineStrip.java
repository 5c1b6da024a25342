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
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.counting.DimensionWords;
import dev.wuwei.crm.ui.counting.PolicyWords;
import dev.wuwei.crm.ui.ticket.TicketNavigation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headline figures; each opens the entries, or is a link to the list, that make it. */
class HeadlineStrip extends Div {
    private static final int SIZES = 2;

    private final CockpitDesk desk;
    private final Sources sources;

    /** @param drawer that the rows of a figure open in */
    HeadlineStrip(CockpitDesk desk, SidePanel drawer) {
        this.desk = desk;
        sources = new Sources(desk.totals, drawer);
    }

    void show(CockpitYear shown) {
        TotalsQuery.Request signed = shown.within(TotalsQuery.Request.of(Measure.SIGNED));
        TotalsQuery.Request arrived = shown.within(TotalsQuery.Request.of(Measure.ARRIVED));
        TotalsQuery.Request talks = TotalsQuery.Request.of(Measure.IN_TALKS);
        TotalsQuery.Totals bySize = desk.totals.totals(signed.by(Dimension.SIZE_BAND), shown.point(), shown.viewer());
        Figure all = bySize.total();
        Money amount = all.in(Currency.CNY);
        Money arrivals = total(arrived, shown).in(Currency.CNY);
        Figure inTalks = total(talks, shown);

        FigureStrip figures = new FigureStrip(t("cockpit.figures"));
        figures.figure(
                t("cockpit.signed.count"),
                Format.count(all.count()),
                t("unit.projects", all.count()),
                note(sizes(desk.policies.inForce(shown.point()).rules().bands(), bySize.rows())),
                opening(signed, shown));
        figures.figure(
                t("cockpit.signed.amount"),
                Format.yi(amount),
                t("unit.yi"),
                note(Format.joined(policy(shown), foreign(shown))),
                opening(signed, shown));
        figures.figure(
                t("cockpit.arrived"),
                Format.yi(arrivals),
                t("unit.yi"),
                note(t("cockpit.arrived.rate", Format.percent(arrivals.shareOf(amount)))),
                opening(arrived, shown));
        figures.figure(
                t("cockpit.talks"),
                Format.count(inTalks.count()),
                t("unit.projects", inTalks.count()),
                note(t("cockpit.talks.amount", sums(inTalks))),
                () -> sources.entries(Format.longDate(shown.day().dayOrToday()), talks, Map.of(), shown));
        List<FiveGapsQuery.StateFigures> gaps =
                desk.fiveGaps.states(FiveGapsQuery.Request.ALL, shown.point(), shown.viewer());
        long overdue =
                gaps.stream().mapToLong(FiveGapsQuery.StateFigures::overdue).sum();
        figures.figure(
                t("cockpit.overdue"),
                Format.count(overdue),
                t("unit.projects", overdue),
                lights(gaps),
                shown.day().link("followups?which=overdue&mode=list"));
        TicketCounts raised = desk.tickets.counts(
                TicketFilter.all(), shown.point(), shown.viewer(), shown.day().dayOrToday());
        figures.figure(
                t("menu.ticket"),
                Format.count(raised.total()),
                t("unit.tickets", raised.total()),
                t("cockpit.tickets.note", Format.count(raised.open()), Format.count(raised.overdue())),
                TicketNavigation.list("all"));
        removeAll();
        add(figures);
    }

    private Figure total(TotalsQuery.Request request, CockpitYear shown) {
        return desk.totals.totals(request, shown.point(), shown.viewer()).total();
    }

    private Runnable opening(TotalsQuery.Request request, CockpitYear shown) {
        return () -> sources.entries(t("cockpit.year.of", String.valueOf(shown.year())), request, Map.of(), shown);
    }

    /** Said in full to whoever points at it: the strip has one line for it. */
    private static Component note(String text) {
        Span note = new Span(text);
        note.setTitle(text);
        return note;
    }

    private String policy(CockpitYear shown) {
        return t(
                "cockpit.policy",
                PolicyWords.label(
                        desk.policies.all(shown.point()),
                        desk.policies.inForce(shown.point()).id()));
    }

    private String foreign(CockpitYear shown) {
        Money contracted = total(shown.within(TotalsQuery.Request.of(Measure.CONTRACTED_FOREIGN)), shown)
                .in(Currency.USD);
        return contracted.isZero() ? "" : t("cockpit.foreign", Format.money(contracted));
    }

    /**
     * How many are how large. Where the policy has several sizes, nearly everything reaches the smallest of them.
     *
     * @param bounds of the bands of the policy that counts, in 亿元
     */
    static String sizes(List<BigDecimal> bounds, List<TotalsQuery.Row> rows) {
        return bounds.stream()
                .skip(bounds.size() > SIZES ? 1 : 0)
                .limit(SIZES)
                .map(bound -> "ge" + bound.toPlainString())
                .map(band -> t(
                        "cockpit.signed.size",
                        DimensionWords.name(Dimension.SIZE_BAND, band, null),
                        Format.count(count(rows, band))))
                .collect(Collectors.joining(t("shell.list-comma")));
    }

    private static long count(List<TotalsQuery.Row> rows, String band) {
        return rows.stream()
                .filter(row -> band.equals(row.code().get(Dimension.SIZE_BAND)))
                .mapToLong(row -> row.figure().count())
                .sum();
    }

    /** Yuan and dollars beside one another; they are never added. */
    static String sums(Figure figure) {
        Money yuan = figure.in(Currency.CNY);
        Money dollars = figure.in(Currency.USD);
        return dollars.isZero()
                ? Format.yiWithUnit(yuan)
                : Format.joined(yuan.isZero() ? null : Format.yiWithUnit(yuan), Format.money(dollars));
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
