package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.ticket.TicketCounts;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.ticket.TicketNavigation;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 驾驶舱: pipeline and totals of a year; every number opens to the entries that make it. */
@Route("cockpit")
@Menu(title = "menu.cockpit", order = 400, icon = "gauge")
@PermitAll
class CockpitView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String YEAR = "year";
    private static final int HEAT_YEARS = 5;

    private final TotalsQuery totals;
    private final PipelineQuery pipeline;
    private final FiveGapsQuery fiveGaps;
    private final TicketQuery tickets;

    private final ViewHeader header = new ViewHeader(t("menu.cockpit"));
    private final Select<String> year = new Select<>();
    private final Div strip = new Div();
    private final Chart funnel = new Chart(t("cockpit.funnel"), "", "330px");
    private final Chart waterfall = new Chart(t("cockpit.why"), "", "330px");
    private final Section heat = Section.card(t("cockpit.heat"), t("cockpit.amount-in-yi"));
    private final Chart parks = new Chart(t("cockpit.parks"), t("cockpit.amount-in-yi"), "260px");
    private final Chart bands = new Chart(t("cockpit.bands"), t("cockpit.bands.note"), "330px");
    private final SidePanel drawer;

    CockpitView(TotalsQuery totals, PipelineQuery pipeline, FiveGapsQuery fiveGaps, TicketQuery tickets, Live live) {
        this.totals = totals;
        this.pipeline = pipeline;
        this.fiveGaps = fiveGaps;
        this.tickets = tickets;
        addClassNames("ww-view", "ww-cockpit");
        year.setAriaLabel(t("cockpit.year"));
        year.addClassName("ww-cockpit-year");
        year.setItemLabelGenerator(it -> t("cockpit.year.of", it));
        year.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        header.actions(year);
        Div cards = new Div(funnel, waterfall, bands, heat, parks);
        cards.addClassName("ww-cockpit-cards");
        Div body = new Div(strip, cards);
        ViewBody.scrolls(body, "ww-cockpit-body");
        Div page = new Div(header, body);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("ledger", "ticket"), this::refresh);
    }

    @Override
    public String pageTitle() {
        return t("menu.cockpit");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(YEAR)
                .filter(it -> it.matches("\\d{4}"))
                .orElse(null);
        show(asked);
    }

    private void choose(String chosen) {
        Map<String, List<String>> parameters =
                new HashMap<>(AsOf.current().parameters().getParameters());
        parameters.put(YEAR, List.of(chosen));
        UI.getCurrent().navigate("cockpit", new QueryParameters(parameters));
    }

    private void refresh() {
        show(year.getValue());
    }

    private void show(String asked) {
        AsOf day = AsOf.current();
        Viewer viewer = CurrentUser.get().viewer();
        TotalsQuery.Totals byYear =
                totals.totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.YEAR), day.query(), viewer);
        TreeSet<String> years = new TreeSet<>(Comparator.reverseOrder());
        byYear.rows().stream()
                .map(row -> row.code().get(Dimension.YEAR))
                .filter(it -> it != null)
                .forEach(years::add);
        String latest = years.isEmpty() ? String.valueOf(day.dayOrToday().getYear()) : years.first();
        years.add(latest);
        String shown = asked != null ? asked : latest;
        years.add(shown);
        year.setItems(years);
        year.setValue(shown);
        header.setNote(t("cockpit.note", shown, Format.longDate(day.dayOrToday())));

        LocalDate first = LocalDate.of(Integer.parseInt(shown), 1, 1);
        LocalDate last = first.plusYears(1).minusDays(1);
        LocalDate until = last.isAfter(day.dayOrToday()) ? day.dayOrToday() : last;
        showStrip(first, last, day, viewer);
        showFunnel(day, viewer);
        showWaterfall(first, until, day, viewer);
        showHeat(Integer.parseInt(shown), day, viewer);
        showBars(parks, Dimension.PARK, first, last, day, viewer);
        showBars(bands, Dimension.SIZE_BAND, first, last, day, viewer);
    }

    private void showStrip(LocalDate first, LocalDate last, AsOf day, Viewer viewer) {
        TotalsQuery.Request signed =
                TotalsQuery.Request.of(Measure.SIGNED, Dimension.SIZE_BAND).between(first, last);
        TotalsQuery.Totals bySize = totals.totals(signed, day.query(), viewer);
        Figure all = bySize.total();
        Figure arrived = totals.totals(
                        TotalsQuery.Request.of(Measure.ARRIVED).between(first, last), day.query(), viewer)
                .total();
        Figure talks = totals.totals(TotalsQuery.Request.of(Measure.IN_TALKS), day.query(), viewer)
                .total();
        List<FiveGapsQuery.StateFigures> gaps = fiveGaps.states(FiveGapsQuery.Request.ALL, day.query(), viewer);
        long overdue =
                gaps.stream().mapToLong(FiveGapsQuery.StateFigures::overdue).sum();

        FigureStrip figures = new FigureStrip(t("cockpit.figures"));
        figures.figure(
                t("cockpit.signed.count"),
                Format.count(all.count()),
                t("unit.projects"),
                t("cockpit.signed.large", Format.count(count(bySize, "ge5")), Format.count(count(bySize, "ge10"))),
                day.link("signings?year=" + first.getYear()));
        figures.figure(
                t("cockpit.signed.amount"),
                Format.yi(all.in(Currency.CNY)),
                t("unit.yi"),
                foreign(first, last, day, viewer),
                day.link("signings?year=" + first.getYear()));
        figures.figure(
                t("cockpit.arrived"),
                Format.yi(arrived.in(Currency.CNY)),
                t("unit.yi"),
                t("cockpit.arrived.rate", rate(arrived.in(Currency.CNY), all.in(Currency.CNY))),
                day.link("signings"));
        figures.figure(
                t("cockpit.talks"),
                Format.count(talks.count()),
                t("unit.projects"),
                t("cockpit.talks.amount", Format.yiWithUnit(talks.in(Currency.CNY))),
                day.link("negotiations"));
        figures.figure(
                t("cockpit.overdue"), Format.count(overdue), t("unit.projects"), lights(gaps), day.link("followups"));
        TicketCounts raised = tickets.counts(TicketFilter.all(), day.query(), viewer, day.dayOrToday());
        figures.figure(
                t("menu.ticket"),
                Format.count(raised.total()),
                t("unit.tickets"),
                t("cockpit.tickets.note", Format.count(raised.open()), Format.count(raised.overdue())),
                day.link(TicketNavigation.PATH));
        strip.removeAll();
        strip.add(figures);
    }

    private String foreign(LocalDate first, LocalDate last, AsOf day, Viewer viewer) {
        Money contracted = totals.totals(
                        TotalsQuery.Request.of(Measure.CONTRACTED_FOREIGN).between(first, last), day.query(), viewer)
                .total()
                .in(Currency.USD);
        return contracted.isZero() ? t("cockpit.policy") : t("cockpit.foreign", Format.money(contracted));
    }

    private static long count(TotalsQuery.Totals bySize, String band) {
        return bySize.rows().stream()
                .filter(row -> band.equals(row.code().get(Dimension.SIZE_BAND)))
                .mapToLong(row -> row.figure().count())
                .sum();
    }

    private static String rate(Money part, Money whole) {
        return whole.isZero()
                ? Format.NOTHING
                : Format.percent(part.amount().divide(whole.amount(), 4, RoundingMode.HALF_UP));
    }

    private static Component lights(List<FiveGapsQuery.StateFigures> gaps) {
        Map<String, Long> sums = new HashMap<>();
        gaps.forEach(state -> state.lights().forEach((light, n) -> sums.merge(light.name(), n, Long::sum)));
        long all = gaps.stream().mapToLong(state -> state.figure().count()).sum();
        Span note = new Span(new Span(t("cockpit.overdue.of", Format.count(all))));
        note.add(new Light(Light.Colour.RED, Format.count(sums.getOrDefault("RED", 0L))));
        note.add(new Light(Light.Colour.YELLOW, Format.count(sums.getOrDefault("YELLOW", 0L))));
        note.addClassName("ww-inline");
        return note;
    }

    private void showFunnel(AsOf day, Viewer viewer) {
        PipelineQuery.Pipeline stages = pipeline.pipeline(ProjectFilter.ALL, day.query(), viewer);
        List<Charts.Step> steps = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (PipelineQuery.StageFigures stage : stages.stages()) {
            String name = Enums.name(stage.stage());
            String note = stage.conversion() == null
                    ? ""
                    : t("cockpit.funnel.note", Format.percent(stage.conversion()), stage.medianDays());
            rows.add(List.of(
                    name,
                    stage.figure().count(),
                    stage.figure().in(Currency.CNY).shownInYi(),
                    stage.reached(),
                    stage.medianDays(),
                    stage.conversion() == null ? Format.NOTHING : Format.percent(stage.conversion())));
            if (FunnelStep.SHOWN.contains(stage.stage())) {
                steps.add(new Charts.Step(name, stage.reached(), note, FunnelStep.isSignature(stage.stage())));
            }
        }
        funnel.setNote(t("cockpit.funnel.sub"));
        funnel.show(
                Charts.funnel(steps),
                Table.of(
                        "pipeline",
                        List.of(
                                t("cockpit.stage"),
                                t("cockpit.count"),
                                t("cockpit.amount"),
                                t("cockpit.reached"),
                                t("cockpit.median"),
                                t("cockpit.conversion")),
                        rows),
                t(
                        "cockpit.funnel.alternative",
                        steps.isEmpty() ? "0" : Format.count(steps.getFirst().count())));
    }

    private void showWaterfall(LocalDate first, LocalDate until, AsOf day, Viewer viewer) {
        LocalDate opening = first.minusDays(1);
        if (until.isBefore(opening)) {
            return;
        }
        TotalsQuery.Waterfall moved = totals.waterfall(Measure.SIGNED, Map.of(), opening, until, day.query(), viewer);
        List<Charts.Bar> bars = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        bar(bars, rows, end(opening), moved.opening(), true);
        moved.bars().forEach(bar -> bar(bars, rows, Enums.name(bar.cause()), bar.figure(), false));
        bar(bars, rows, end(until), moved.closing(), true);
        waterfall.setNote(t("cockpit.why.note"));
        waterfall.show(
                Charts.waterfall(bars),
                Table.of("waterfall", List.of(t("cockpit.cause"), t("cockpit.count"), t("cockpit.amount")), rows),
                t(
                        "cockpit.why.alternative",
                        Format.yi(moved.opening().in(Currency.CNY)),
                        Format.yi(moved.closing().in(Currency.CNY))));
    }

    private static String end(LocalDate day) {
        return day.getDayOfYear() == day.lengthOfYear()
                ? t("cockpit.year-end", String.valueOf(day.getYear()))
                : Format.shortDate(day);
    }

    private static void bar(List<Charts.Bar> bars, List<List<Object>> rows, String name, Figure figure, boolean total) {
        BigDecimal amount = figure.in(Currency.CNY).shownInYi();
        String note =
                figure.count() == 0 ? "" : total ? t("cockpit.projects", figure.count()) : signedCount(figure.count());
        bars.add(new Charts.Bar(name, note, amount, total));
        rows.add(List.of(name, figure.count(), amount));
    }

    private static String signedCount(long count) {
        return Format.signed(BigDecimal.valueOf(count), 0);
    }

    private void showHeat(int lastYear, AsOf day, Viewer viewer) {
        TotalsQuery.Request request = TotalsQuery.Request.of(Measure.SIGNED, Dimension.INDUSTRY, Dimension.YEAR)
                .between(LocalDate.of(lastYear - HEAT_YEARS + 1, 1, 1), LocalDate.of(lastYear, 12, 31));
        heat.setBody(new HeatTable(
                totals.totals(request, day.query(), viewer),
                lastYear,
                HEAT_YEARS,
                cell -> explain(request, cell, day, viewer)));
    }

    private void showBars(Chart chart, Dimension dimension, LocalDate first, LocalDate last, AsOf day, Viewer viewer) {
        TotalsQuery.Request request =
                TotalsQuery.Request.of(Measure.SIGNED, dimension).between(first, last);
        TotalsQuery.Totals result = totals.totals(request, day.query(), viewer);
        List<String> names = new ArrayList<>();
        List<Number> values = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Map<Dimension, String>> cells = new ArrayList<>();
        for (TotalsQuery.Row row : result.rows()) {
            String name = DimensionWords.name(dimension, row);
            BigDecimal amount = row.figure().in(Currency.CNY).shownInYi();
            names.add(name);
            values.add(dimension == Dimension.SIZE_BAND ? (Number) row.figure().count() : amount);
            rows.add(List.of(name, row.figure().count(), amount));
            Map<Dimension, String> cell = new HashMap<>();
            cell.put(dimension, row.code().get(dimension));
            cells.add(cell);
        }
        chart.show(
                Charts.bars(names, t("cockpit.amount"), values),
                Table.of(dimension.key(), List.of(t("cockpit.class"), t("cockpit.count"), t("cockpit.amount")), rows),
                t("cockpit.bars.alternative", String.join(t("shell.list-comma"), names)));
        chart.onClick(click -> {
            if (click.index() >= 0 && click.index() < cells.size()) {
                explain(request, cells.get(click.index()), day, viewer);
            }
        });
    }

    private void explain(TotalsQuery.Request request, Map<Dimension, String> cell, AsOf day, Viewer viewer) {
        TotalsQuery.Explanation explanation = totals.explain(request, cell, day.query(), viewer);
        Provenance provenance = new Provenance(explanation, day);
        drawer.open(provenance.head(), provenance);
    }
}
