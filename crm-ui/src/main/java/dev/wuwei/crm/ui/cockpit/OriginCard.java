package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 投资方所在地: where the investors of the year come from, on equal tiles that lie about as the provinces do. No borders are
 * drawn, so nothing needs the review number that a map needs.
 */
class OriginCard extends Chart {
    private static final int LISTED = 8;

    private final CockpitDesk desk;
    private final Sources sources;

    OriginCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.origin"), t("cockpit.origin.note"));
        this.desk = desk;
        this.sources = sources;
    }

    void show(CockpitYear shown) {
        TotalsQuery.Request request = shown.within(TotalsQuery.Request.of(Measure.SIGNED, Dimension.PROVINCE));
        TotalsQuery.Totals totals = desk.totals.totals(request, shown.point(), shown.viewer());
        List<TotalsQuery.Row> ranked = totals.rows().stream()
                .sorted(Comparator.comparingLong(
                                (TotalsQuery.Row row) -> row.figure().count())
                        .thenComparing(OriginCard::yi)
                        .reversed())
                .toList();
        long most = ranked.isEmpty() ? 0 : ranked.getFirst().figure().count();
        Map<String, TotalsQuery.Row> byCode = new HashMap<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opening = new ArrayList<>();
        for (TotalsQuery.Row row : ranked) {
            byCode.put(row.code().get(Dimension.PROVINCE), row);
            rows.add(Arrays.asList(name(row), row.figure().count(), yi(row)));
            opening.add(() -> sources.entries(name(row), request, row.code(), shown));
        }
        Div tiles = new Div();
        tiles.addClassName("ww-tiles");
        List<Charts.Tile> drawn = new ArrayList<>();
        for (ProvinceTile place : ProvinceTile.ALL) {
            TotalsQuery.Row row = byCode.get(place.code());
            int shade = row == null ? 0 : shade(row.figure().count(), most);
            Component tile = tile(place, row, () -> sources.entries(place.name(), request, row.code(), shown));
            tile.addClassNames("ww-tile", "ww-heat-" + shade);
            tile.getElement().getStyle().set("grid-area", place.row() + "/" + place.column());
            tiles.add(tile);
            drawn.add(new Charts.Tile(
                    place.column(),
                    place.row(),
                    row == null
                            ? place.sign()
                            : place.sign() + "\n" + Format.count(row.figure().count()),
                    shade));
        }
        Div body = new Div(tiles, list(ranked, totals, opening));
        body.addClassName("ww-origin");
        show(
                body,
                Charts.tiles(drawn),
                Table.of(
                        "provinces-" + shown.year(),
                        List.of(t("cockpit.province"), t("cockpit.count"), t("cockpit.amount")),
                        rows));
        opens(opening);
    }

    private static Component tile(ProvinceTile place, TotalsQuery.Row row, SerializableRunnable open) {
        Span sign = new Span(place.sign());
        if (row == null) {
            sign.setTitle(place.name());
            sign.getElement().setAttribute("aria-hidden", "true");
            return sign;
        }
        Span count = new Span(Format.count(row.figure().count()));
        count.addClassName("ww-strong");
        NativeButton button = new NativeButton("", event -> open.run());
        button.add(sign, count);
        String words = t(
                "cockpit.origin.open",
                place.name(),
                Format.count(row.figure().count()),
                Format.yi(row.figure().in(Currency.CNY)));
        button.getElement().setAttribute("aria-label", words);
        button.setTitle(words);
        return button;
    }

    private static Component list(
            List<TotalsQuery.Row> ranked, TotalsQuery.Totals totals, List<SerializableRunnable> opening) {
        if (ranked.isEmpty()) {
            return new EmptyState(t("cockpit.origin.none"), "");
        }
        PlainTable list =
                new PlainTable("cockpit.province", "cockpit.origin.projects", "cockpit.origin.amount").numbers(1, 2);
        list.addClassName("ww-origin-list");
        int listed = ranked.size() > LISTED ? LISTED - 1 : ranked.size();
        for (int i = 0; i < listed; i++) {
            TotalsQuery.Row row = ranked.get(i);
            SerializableRunnable open = opening.get(i);
            NativeButton name = new NativeButton(name(row), event -> open.run());
            name.addClassName("ww-figure-link");
            list.row(
                    name,
                    new Span(Format.count(row.figure().count())),
                    Spans.fixed(Format.yi(row.figure().in(Currency.CNY))));
        }
        if (listed < ranked.size()) {
            List<TotalsQuery.Row> rest = ranked.subList(listed, ranked.size());
            list.row(
                    t("cockpit.origin.rest", rest.size()),
                    Format.count(
                            rest.stream().mapToLong(row -> row.figure().count()).sum()),
                    Format.number(rest.stream().map(OriginCard::yi).reduce(BigDecimal.ZERO, BigDecimal::add), 2));
        }
        list.total(
                t("cockpit.total"),
                Format.count(totals.total().count()),
                Format.yi(totals.total().in(Currency.CNY)));
        return list;
    }

    private static String name(TotalsQuery.Row row) {
        return DimensionWords.name(Dimension.PROVINCE, row);
    }

    private static BigDecimal yi(TotalsQuery.Row row) {
        return row.figure().in(Currency.CNY).shownInYi();
    }

    /** The strongest for three quarters of the most, and so on down. */
    private static int shade(long count, long most) {
        return (int) Math.clamp(count * 4 / Math.max(1, most) + 1, 1, 4);
    }
}
