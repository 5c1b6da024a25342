package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** 行业 × 年份: what was signed in five years, industry by industry. */
class HeatCard extends Chart {
    private static final int YEARS = 5;

    private final CockpitDesk desk;
    private final Sources sources;

    HeatCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.heat"), t("cockpit.amount-in-yi"));
        this.desk = desk;
        this.sources = sources;
        beside(legend());
    }

    /** {@code <5, 5–15, 15–30, 30–60, ≥60}. */
    private static Component legend() {
        Div legend = new Div();
        legend.addClassName("ww-heat-legend");
        for (int shade = 0; shade <= HeatTable.STEPS.size(); shade++) {
            Span sign = new Span();
            sign.addClassName("ww-heat-" + shade);
            legend.add(new Span(sign, new Span(range(shade))));
        }
        return legend;
    }

    private static String range(int shade) {
        List<Integer> steps = HeatTable.STEPS;
        if (shade == 0) {
            return "<" + steps.getFirst();
        }
        return shade == steps.size() ? "≥" + steps.getLast() : steps.get(shade - 1) + "–" + steps.get(shade);
    }

    void show(CockpitYear shown) {
        List<Integer> years = IntStream.rangeClosed(shown.year() - YEARS + 1, shown.year())
                .boxed()
                .toList();
        TotalsQuery.Request request = TotalsQuery.Request.of(Measure.SIGNED, Dimension.INDUSTRY, Dimension.YEAR)
                .between(LocalDate.of(years.getFirst(), 1, 1), shown.last());
        TotalsQuery.Totals totals = desk.totals.totals(request, shown.point(), shown.viewer());
        Map<String, Map<String, Figure>> cells = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        totals.rows().forEach(row -> {
            String industry = row.code().get(Dimension.INDUSTRY);
            names.putIfAbsent(industry, DimensionWords.name(Dimension.INDUSTRY, row));
            cells.computeIfAbsent(industry, key -> new HashMap<>())
                    .put(row.code().get(Dimension.YEAR), row.figure());
        });
        List<String> heads = new ArrayList<>(List.of(t("cockpit.industry")));
        years.forEach(year -> heads.add(String.valueOf(year)));
        heads.add(t("cockpit.heat.sum", YEARS));
        List<List<Object>> rows = new ArrayList<>();
        List<List<BigDecimal>> amounts = new ArrayList<>();
        cells.forEach((industry, byYear) -> {
            List<BigDecimal> line = years.stream()
                    .map(year -> byYear.get(String.valueOf(year)))
                    .map(figure -> figure == null ? null : yi(figure))
                    .toList();
            List<Object> row = new ArrayList<>(List.of(names.get(industry)));
            row.addAll(line);
            row.add(yi(byYear.values().stream().reduce(Figure.NOTHING, Figure::plus)));
            amounts.add(line);
            rows.add(row);
        });
        show(
                new HeatTable(totals, shown.year(), YEARS, (name, cell) -> sources.entries(name, request, cell, shown)),
                Charts.heat(
                        years.stream().map(String::valueOf).toList(),
                        List.copyOf(names.values()),
                        amounts,
                        HeatTable.STEPS),
                Table.of("industry-by-year-" + shown.year(), heads, rows));
    }

    private static BigDecimal yi(Figure figure) {
        return figure.in(Currency.CNY).shownInYi();
    }
}
