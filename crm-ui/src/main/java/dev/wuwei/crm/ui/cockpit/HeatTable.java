package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.function.SerializableBiConsumer;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Industry × year in 亿元, darker where there is more, with the sums of rows and columns; each cell opens. */
class HeatTable extends Composite<NativeTable> {
    /** In 亿元, where the next darker shade begins. */
    static final List<Integer> STEPS = List.of(5, 15, 30, 60);

    /** @param open is told what a cell is called, and its codes */
    HeatTable(
            TotalsQuery.Totals totals,
            int lastYear,
            int years,
            SerializableBiConsumer<String, Map<Dimension, String>> open) {
        getContent().addClassName("ww-heat");
        Map<String, Map<String, Figure>> cells = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        totals.rows().forEach(row -> {
            String industry = row.code().get(Dimension.INDUSTRY);
            names.putIfAbsent(industry, DimensionWords.name(Dimension.INDUSTRY, row));
            cells.computeIfAbsent(industry, key -> new HashMap<>())
                    .put(row.code().get(Dimension.YEAR), row.figure());
        });
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(t("cockpit.industry")));
        for (int year = lastYear - years + 1; year <= lastYear; year++) {
            head.add(number(new NativeTableHeaderCell(String.valueOf(year))));
        }
        head.add(number(new NativeTableHeaderCell(t("cockpit.heat.sum", years))));
        getContent().getHead().add(head);
        cells.forEach((industry, byYear) -> {
            NativeTableRow row = new NativeTableRow(new NativeTableHeaderCell(names.get(industry)));
            Figure sum = Figure.NOTHING;
            for (int year = lastYear - years + 1; year <= lastYear; year++) {
                Figure figure = byYear.getOrDefault(String.valueOf(year), Figure.NOTHING);
                sum = sum.plus(figure);
                row.add(cell(names.get(industry), industry, String.valueOf(year), figure, open));
            }
            row.add(total(sum));
            getContent().getBody().add(row);
        });
        NativeTableRow foot = new NativeTableRow(new NativeTableHeaderCell(t("cockpit.total")));
        for (int year = lastYear - years + 1; year <= lastYear; year++) {
            String key = String.valueOf(year);
            foot.add(total(cells.values().stream()
                    .map(byYear -> byYear.getOrDefault(key, Figure.NOTHING))
                    .reduce(Figure.NOTHING, Figure::plus)));
        }
        foot.add(total(totals.total()));
        foot.addClassName("ww-heat-total");
        getContent().getBody().add(foot);
    }

    private static NativeTableCell cell(
            String name,
            String industry,
            String year,
            Figure figure,
            SerializableBiConsumer<String, Map<Dimension, String>> open) {
        if (figure.isNothing()) {
            NativeTableCell nothing = new NativeTableCell(Format.NOTHING);
            nothing.addClassName("ww-heat-0");
            return nothing;
        }
        NativeButton button = new NativeButton(shown(figure), event -> {
            Map<Dimension, String> cell = new HashMap<>();
            cell.put(Dimension.INDUSTRY, industry);
            cell.put(Dimension.YEAR, year);
            open.accept(name + " " + year, cell);
        });
        button.getElement()
                .setAttribute("aria-label", t("cockpit.heat.open", name, year, shown(figure), figure.count()));
        NativeTableCell cell = new NativeTableCell(button);
        cell.addClassName("ww-heat-" + step(figure.in(Currency.CNY).inYi()));
        return cell;
    }

    private static NativeTableCell total(Figure figure) {
        NativeTableCell cell = new NativeTableCell(figure.isNothing() ? Format.NOTHING : shown(figure));
        cell.addClassName("ww-heat-sum");
        return cell;
    }

    private static String shown(Figure figure) {
        return Format.yi(figure.in(Currency.CNY));
    }

    private static NativeTableHeaderCell number(NativeTableHeaderCell cell) {
        cell.addClassName("ww-number");
        return cell;
    }

    private static int step(BigDecimal yi) {
        int step = 0;
        for (int from : STEPS) {
            if (yi.compareTo(BigDecimal.valueOf(from)) >= 0) {
                step++;
            }
        }
        return step;
    }
}
