package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 月度走势: what was signed month by month, this year beside the last; by amount or by count. */
class TrendCard extends Chart {
    private enum By {
        AMOUNT,
        COUNT
    }

    private static final String TREND = "trend";
    private static final int MONTHS = 12;

    private final CockpitDesk desk;
    private final Sources sources;
    private final Segments<By> by = new Segments<>(t("cockpit.trend.by"));

    TrendCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.trend"), "", "260px");
        this.desk = desk;
        this.sources = sources;
        by.add(By.AMOUNT, t("cockpit.trend.amount")).add(By.COUNT, t("cockpit.count"));
        by.onChoose(chosen -> Address.put(TREND, chosen == By.AMOUNT ? null : Address.word(chosen)));
        beside(by);
    }

    void show(CockpitYear year) {
        By asked = Address.choice(TREND, By.class);
        by.select(asked);
        boolean amounts = asked == By.AMOUNT;
        TotalsQuery.Request request = TotalsQuery.Request.of(Measure.SIGNED, Dimension.MONTH)
                .between(year.first().minusYears(1), year.last());
        Map<String, Figure> figures = new HashMap<>();
        desk.totals
                .totals(request, year.point(), year.viewer())
                .rows()
                .forEach(row -> figures.put(row.code().get(Dimension.MONTH), row.figure()));
        List<String> names = new ArrayList<>();
        List<Number> last = new ArrayList<>();
        List<Number> now = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opening = new ArrayList<>();
        List<SerializableRunnable> openingLast = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            YearMonth one = YearMonth.of(year.year(), month);
            boolean come = !one.atDay(1).isAfter(year.day().dayOrToday());
            Figure before = figures.getOrDefault(one.minusYears(1).toString(), Figure.NOTHING);
            Figure figure = come ? figures.getOrDefault(one.toString(), Figure.NOTHING) : null;
            names.add(t("wall.month." + month));
            last.add(number(before, amounts));
            now.add(number(figure, amounts));
            rows.add(Arrays.asList(one.toString(), count(figure), yi(figure), count(before), yi(before)));
            opening.add(opens(figure, one, request, year));
            openingLast.add(opens(before, one.minusYears(1), request, year));
        }
        opening.addAll(openingLast);
        setNote(t(amounts ? "cockpit.amount-in-yi" : "cockpit.trend.projects"));
        String thisYear = t("cockpit.year.of", String.valueOf(year.year()));
        String lastYear = t("cockpit.year.of", String.valueOf(year.year() - 1));
        show(
                Charts.sideBySide(names, List.of(lastYear, thisYear), List.of(last, now)),
                Table.of(
                        "months-" + year.year(),
                        List.of(
                                t("cockpit.month"),
                                t("cockpit.count"),
                                t("cockpit.amount"),
                                t("totals.last-year.count"),
                                t("totals.last-year.amount")),
                        rows),
                t(
                        "cockpit.trend.alternative",
                        String.valueOf(year.year()),
                        total(figures, year.year()),
                        total(figures, year.year() - 1)));
        opens(opening);
    }

    private SerializableRunnable opens(Figure figure, YearMonth month, TotalsQuery.Request request, CockpitYear year) {
        return figure == null || figure.isNothing()
                ? null
                : () -> sources.entries(month.toString(), request, Map.of(Dimension.MONTH, month.toString()), year);
    }

    private static String total(Map<String, Figure> figures, int year) {
        return Format.yi(figures.entrySet().stream()
                .filter(month -> month.getKey().startsWith(year + "-"))
                .map(Map.Entry::getValue)
                .reduce(Figure.NOTHING, Figure::plus)
                .in(Currency.CNY));
    }

    private static Number number(Figure figure, boolean amounts) {
        return figure == null ? null : amounts ? yi(figure) : (Number) figure.count();
    }

    private static Long count(Figure figure) {
        return figure == null ? null : figure.count();
    }

    private static BigDecimal yi(Figure figure) {
        return figure == null ? null : figure.in(Currency.CNY).shownInYi();
    }
}
