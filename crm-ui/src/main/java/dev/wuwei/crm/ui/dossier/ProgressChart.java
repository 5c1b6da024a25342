package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Return;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 形象进度 of each phase by month, from its monthly returns. */
final class ProgressChart {
    private static final int FEWEST = 2;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM");

    private ProgressChart() {}

    /** @return empty where there is no line to draw */
    static Optional<Component> of(DossierView dossier) {
        Map<String, Map<YearMonth, BigDecimal>> phases = dossier.returns().stream()
                .filter(one -> one.figures().progressPercent() != null)
                .collect(Collectors.groupingBy(
                        Return::phase,
                        TreeMap::new,
                        Collectors.toMap(
                                Return::month, one -> one.figures().progressPercent(), (a, b) -> b, TreeMap::new)));
        List<YearMonth> months = phases.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        if (months.size() < FEWEST) {
            return Optional.empty();
        }
        Chart chart = new Chart(t("project.chart"), "%", "180px");
        List<Charts.Line> lines = new ArrayList<>();
        phases.forEach((phase, line) ->
                lines.add(new Charts.Line(phase, months.stream().map(line::get).toList(), false)));
        chart.show(Charts.lines(labels(months), lines), table(dossier, months, phases), alternative(phases));
        return Optional.of(chart);
    }

    /** The year stands where it begins. */
    private static List<String> labels(List<YearMonth> months) {
        List<String> labels = new ArrayList<>();
        Year year = null;
        for (YearMonth month : months) {
            Year of = Year.of(month.getYear());
            labels.add(of.equals(year) ? MONTH.format(month) : month.toString());
            year = of;
        }
        return labels;
    }

    private static Table table(
            DossierView dossier, List<YearMonth> months, Map<String, Map<YearMonth, BigDecimal>> phases) {
        List<String> heads = new ArrayList<>(List.of(t("project.return.month")));
        heads.addAll(phases.keySet());
        List<List<Object>> rows = new ArrayList<>();
        for (YearMonth month : months) {
            List<Object> row = new ArrayList<>();
            row.add(month.toString());
            phases.values().forEach(line -> row.add(line.get(month)));
            rows.add(row);
        }
        return Table.of(dossier.head().projectNo() + "-progress", heads, rows);
    }

    private static String alternative(Map<String, Map<YearMonth, BigDecimal>> phases) {
        return phases.entrySet().stream()
                .map(phase -> phase.getKey() + " "
                        + Format.number(
                                ((TreeMap<YearMonth, BigDecimal>) phase.getValue())
                                        .lastEntry()
                                        .getValue(),
                                0)
                        + "%")
                .collect(Collectors.joining("　"));
    }
}
