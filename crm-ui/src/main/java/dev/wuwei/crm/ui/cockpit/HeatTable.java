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
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Industry × year in 亿元, darker where there is more, with the sums of rows and columns; each cell opens. */
class HeatTable extends Composite<NativeTable> {
    /** In 亿元, where the next darker shade begins. */
    static final List<Integer> STEPS = List.of(5, 15, 30, 60);

    /** One industry. @param code {@code null} for those without one */
    record Line(String code, String name, Map<String, Figure> byYear) {
        Figure of(int year) {
            return byYear.getOrDefault(String.valueOf(year), Figure.NOTHING);
        }

        Figure sum() {
            return byYear.values().stream().reduce(Figure.NOTHING, Figure::plus);
        }
    }

    /** @return the rows of totals by industry and year, industry by industry */
    static List<Line> lines(TotalsQuery.Totals totals) {
        Map<String, Line> lines = new LinkedHashMap<>();
        totals.rows().forEach(row -> {
            String industry = row.code().get(Dimension.INDUSTRY);
            lines.computeIfAbsent(
                            industry,
                            code -> new Line(code, DimensionWords.name(Dimension.INDUSTRY, row), new HashMap<>()))
                    .byYear()
                    .put(row.code().get(Dimension.YEAR), row.figure());
        });
        return List.copyOf(lines.values());
    }

    /** @param open is told what a cell is called, and its codes */
    HeatTable(
            List<Line> lines,
            Figure total,
            List<Integer> years,
            SerializableBiConsumer<String, Map<Dimension, String>> open) {
        getContent().addClassName("ww-heat");
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(t("cockpit.industry")));
        years.forEach(year -> head.add(number(new NativeTableHeaderCell(String.valueOf(year)))));
        head.add(number(new NativeTableHeaderCell(t("cockpit.heat.sum", years.size()))));
        getContent().getHead().add(head);
        lines.forEach(line -> {
            NativeTableRow row = new NativeTableRow(new NativeTableHeaderCell(line.name()));
            years.forEach(year -> row.add(cell(line, year, open)));
            row.add(total(line.sum()));
            getContent().getBody().add(row);
        });
        NativeTableRow foot = new NativeTableRow(new NativeTableHeaderCell(t("cockpit.total")));
        years.forEach(year ->
                foot.add(total(lines.stream().map(line -> line.of(year)).reduce(Figure.NOTHING, Figure::plus))));
        foot.add(total(total));
        foot.addClassName("ww-heat-total");
        getContent().getBody().add(foot);
    }

    private static NativeTableCell cell(
            Line line, int year, SerializableBiConsumer<String, Map<Dimension, String>> open) {
        Figure figure = line.of(year);
        if (figure.isNothing()) {
            NativeTableCell nothing = new NativeTableCell(Format.NOTHING);
            nothing.addClassName("ww-heat-0");
            return nothing;
        }
        NativeButton button = new NativeButton(shown(figure), event -> {
            Map<Dimension, String> cell = new HashMap<>();
            cell.put(Dimension.INDUSTRY, line.code());
            cell.put(Dimension.YEAR, String.valueOf(year));
            open.accept(line.name() + " " + year, cell);
        });
        button.getElement()
                .setAttribute(
                        "aria-label",
                        t("cockpit.heat.open", line.name(), String.valueOf(year), shown(figure), figure.count()));
        NativeTableCell cell = new NativeTableCell(button);
        cell.addClassName("ww-heat-" + Charts.shade(figure.in(Currency.CNY).inYi(), STEPS));
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
}
