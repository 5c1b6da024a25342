package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A figure at one end, what moved it cause by cause, and the figure at the other. Each opens to its rows; what is shown adds up. */
class WaterfallCard extends Chart {
    private final TotalsQuery totals;
    private final Sources sources;

    WaterfallCard(String title, String note, String height, TotalsQuery totals, Sources sources) {
        super(title, note, height);
        this.totals = totals;
        this.sources = sources;
    }

    private record Shown(String name, Figure figure, boolean total, SerializableRunnable open) {}

    /**
     * @param opening the first end, in words
     * @param closing the other
     * @param file name of what is exported
     */
    void show(Changes changes, String opening, String closing, String file) {
        TotalsQuery.Waterfall waterfall = changes.waterfall(totals);
        List<Shown> bars = new ArrayList<>();
        bars.add(new Shown(opening, waterfall.opening(), true, () -> entries(opening, changes, changes.opening())));
        waterfall
                .bars()
                .forEach(bar -> bars.add(
                        new Shown(Enums.name(bar.cause()), bar.figure(), false, () -> rows(bar.cause(), changes))));
        bars.add(new Shown(closing, waterfall.closing(), true, () -> entries(closing, changes, changes.closing())));
        Currency currency = changes.request().measure().currency();
        List<Figure> figures = bars.stream().map(Shown::figure).toList();
        Amounts amounts = Amounts.of(currency, figures);
        show(
                Charts.waterfall(bars.stream().map(bar -> bar(bar, amounts)).toList(), amounts.decimals()),
                table(file, bars, figures, amounts),
                t(
                        currency == Currency.CNY ? "cockpit.why.alternative" : "waterfall.alternative-usd",
                        amounts.number(waterfall.opening()),
                        amounts.number(waterfall.closing())));
        opens(bars.stream()
                .map(bar -> bar.figure().isNothing() ? null : bar.open())
                .toList());
    }

    private static Charts.Bar bar(Shown shown, Amounts amounts) {
        long count = shown.figure().count();
        String note = count == 0
                ? ""
                : shown.total() ? t("cockpit.projects", count) : Format.signed(BigDecimal.valueOf(count), 0);
        return new Charts.Bar(shown.name(), note, amounts.of(shown.figure()), shown.total());
    }

    /** Dollars among what is talked about in yuan have a column of their own: they are never added. */
    private static Table table(String file, List<Shown> bars, List<Figure> figures, Amounts amounts) {
        Currency beside = amounts.currency() == Currency.CNY ? Currency.USD : Currency.CNY;
        boolean mixed = figures.stream().anyMatch(figure -> !figure.in(beside).isZero());
        Amounts others = Amounts.of(beside, figures);
        List<String> heads = new ArrayList<>(List.of(t("cockpit.cause"), t("cockpit.count"), amounts.head()));
        if (mixed) {
            heads.add(others.head());
        }
        return Table.of(
                file,
                heads,
                bars.stream()
                        .map(bar -> Stream.<Object>of(
                                        bar.name(),
                                        bar.figure().count(),
                                        amounts.of(bar.figure()),
                                        others.of(bar.figure()))
                                .limit(heads.size())
                                .toList())
                        .toList());
    }

    private void entries(String end, Changes changes, dev.wuwei.crm.projections.support.AsOf point) {
        sources.entries(end, changes.request(), changes.cell(), point, changes.viewer());
    }

    private void rows(MoveCause cause, Changes changes) {
        if (cause == MoveCause.POLICY_CHANGED) {
            sources.differences(
                    Enums.name(cause),
                    changes.policyChange(totals),
                    changes.request().measure().currency());
        } else {
            sources.moves(
                    Enums.name(cause),
                    changes.moves(totals, cause),
                    changes.request().measure().currency());
        }
    }
}
