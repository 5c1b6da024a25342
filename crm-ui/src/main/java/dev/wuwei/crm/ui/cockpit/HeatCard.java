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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        List<HeatTable.Line> lines = HeatTable.lines(totals);
        List<String> heads = new ArrayList<>(List.of(t("cockpit.industry")));
        years.forEach(year -> heads.add(String.valueOf(year)));
        heads.add(t("cockpit.heat.sum", YEARS));
        List<List<Object>> rows = new ArrayList<>();
        List<List<BigDecimal>> amounts = new ArrayList<>();
        for (HeatTable.Line line : lines) {
            List<BigDecimal> amount = years.stream()
                    .map(line::of)
                    .map(figure -> figure.isNothing() ? null : yi(figure))
                    .toList();
            List<Object> row = new ArrayList<>(List.of(line.name()));
            row.addAll(amount);
            row.add(yi(line.sum()));
            amounts.add(amount);
            rows.add(row);
        }
        show(
                new HeatTable(
                        lines, totals.total(), years, (name, cell) -> sources.entries(name, request, cell, shown)),
                Charts.heat(
                        years.stream().map(String::valueOf).toList(),
                        lines.stream().map(HeatTable.Line::name).toList(),
                        amounts,
                        HeatTable.STEPS),
                Table.of("industry-by-year-" + shown.year(), heads, rows));
    }

    private static BigDecimal yi(Figure figure) {
        return figure.in(Currency.CNY).shownInYi();
    }
}
