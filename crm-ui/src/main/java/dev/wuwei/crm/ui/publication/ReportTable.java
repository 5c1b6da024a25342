package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationComparison.Line;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as a table: every line as published and as known now, exact, with what moved it. */
final class ReportTable {
    private ReportTable() {}

    static Table of(PublicationView view, PublicationComparison compared) {
        List<List<Object>> rows = new ArrayList<>();
        compared.lines().forEach(line -> rows.add(cells(line)));
        return Table.of(
                view.report().title(),
                List.of(
                        t("publication.measure"),
                        t("publication.breakdown"),
                        t("publication.class"),
                        t("publication.unit"),
                        t("publication.then-projects"),
                        t("publication.then"),
                        t("publication.now-projects"),
                        t("publication.now"),
                        t("publication.difference"),
                        t("publication.restatement")),
                rows);
    }

    private static List<Object> cells(Line line) {
        PublishedLine printed = line.line();
        String measure = printed.measure();
        List<Object> cells = new ArrayList<>();
        cells.add(PublicationWords.measure(measure));
        cells.add(printed.isTotal() ? "" : PublicationWords.dimension(printed.dimension()));
        cells.add(PublicationWords.className(printed));
        cells.add(PublicationWords.unit(measure));
        cells.add(line.published().count());
        cells.add(exact(line.published(), measure));
        cells.add(line.now().count());
        cells.add(exact(line.now(), measure));
        cells.add(exact(line.difference(), measure));
        cells.add(line.moves().stream()
                .map(move -> Enums.name(move.event().cause()) + " " + move.projectNo() + " " + move.name())
                .distinct()
                .collect(Collectors.joining(t("sentence.list-comma"))));
        return cells;
    }

    /** In 亿元, or 万美元. */
    private static BigDecimal exact(Figure figure, String measure) {
        Money sum = figure.in(PublicationWords.currency(measure));
        return sum.currency() == Currency.USD ? sum.inWan() : sum.inYi();
    }
}
