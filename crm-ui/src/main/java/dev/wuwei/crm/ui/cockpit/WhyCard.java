package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 为什么变了: from the end of the year before to the last day of this one that has come, cause by cause. */
class WhyCard extends Chart {
    private static final TotalsQuery.Request SIGNED = TotalsQuery.Request.of(Measure.SIGNED);

    private final CockpitDesk desk;
    private final Sources sources;

    WhyCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.why"), t("cockpit.why.note"), "330px");
        this.desk = desk;
        this.sources = sources;
    }

    void show(CockpitYear shown) {
        LocalDate opening = shown.first().minusDays(1);
        LocalDate until = shown.until().isBefore(opening) ? opening : shown.until();
        TotalsQuery.Waterfall moved =
                desk.totals.waterfall(SIGNED, Map.of(), opening, until, shown.point(), shown.viewer());
        List<Charts.Bar> bars = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opens = new ArrayList<>();
        bar(bars, rows, end(opening), moved.opening(), true);
        opens.add(moved.opening().isNothing() ? null : () -> entries(opening, shown));
        for (TotalsQuery.Bar bar : moved.bars()) {
            bar(bars, rows, Enums.name(bar.cause()), bar.figure(), false);
            opens.add(bar.cause() == MoveCause.POLICY_CHANGED ? null : () -> moves(bar.cause(), opening, until, shown));
        }
        bar(bars, rows, end(until), moved.closing(), true);
        opens.add(moved.closing().isNothing() ? null : () -> entries(until, shown));
        show(
                Charts.waterfall(bars),
                Table.of(
                        "waterfall-" + shown.year(),
                        List.of(t("cockpit.cause"), t("cockpit.count"), t("cockpit.amount")),
                        rows),
                t(
                        "cockpit.why.alternative",
                        Format.yi(moved.opening().in(Currency.CNY)),
                        Format.yi(moved.closing().in(Currency.CNY))));
        opens(opens);
    }

    private void entries(LocalDate day, CockpitYear shown) {
        sources.entries(end(day), SIGNED, Map.of(), shown, shown.on(day));
    }

    /** Counted by the policy of the first day, as the bars are. */
    private void moves(MoveCause cause, LocalDate opening, LocalDate until, CockpitYear shown) {
        String policy = desk.totals.policy(SIGNED, shown.on(opening)).id();
        sources.moves(
                Enums.name(cause),
                desk.totals.moves(SIGNED.under(policy), Map.of(), opening, shown.on(until), shown.viewer()).stream()
                        .filter(move -> move.event().cause() == cause)
                        .toList());
    }

    private static String end(LocalDate day) {
        return day.getDayOfYear() == day.lengthOfYear()
                ? t("cockpit.year-end", String.valueOf(day.getYear()))
                : Format.shortDate(day);
    }

    private static void bar(List<Charts.Bar> bars, List<List<Object>> rows, String name, Figure figure, boolean total) {
        BigDecimal amount = figure.in(Currency.CNY).shownInYi();
        String note = figure.count() == 0
                ? ""
                : total ? t("cockpit.projects", figure.count()) : Format.signed(BigDecimal.valueOf(figure.count()), 0);
        bars.add(new Charts.Bar(name, note, amount, total));
        rows.add(List.of(name, figure.count(), amount));
    }
}
