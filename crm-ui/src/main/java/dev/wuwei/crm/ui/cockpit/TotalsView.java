package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.Roof;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.DimensionWords;
import dev.wuwei.crm.ui.counting.FigureWords;
import dev.wuwei.crm.ui.counting.Provenance;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 统计: any measure of any period by one class or by two crossed, beside the same period of last year; every figure opens. */
@Route("totals")
@Menu(title = "menu.totals", order = 405, icon = "table")
@PermitAll
class TotalsView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String BY = "by";
    private static final String ACROSS = "across";
    private static final String MEASURE = "measure";
    private static final String YEAR = "year";
    private static final String MONTHS = "months";
    private static final String POLICY = "policy";
    private static final String BANDS = "bands";
    private static final String EXCLUSIVE = "exclusive";
    private static final String TREE = "tree";
    private static final String ALL_YEARS = "all";
    private static final int YEARS_OFFERED = 6;
    private static final int WHOLE_YEAR = 12;

    /** What the address asks for. */
    private record Asked(
            Measure measure,
            Dimension by,
            Dimension across,
            Integer year,
            int months,
            String policy,
            boolean exclusive,
            Roof roof) {
        TotalsQuery.Request request() {
            List<Dimension> dimensions = across == null ? List.of(by) : List.of(by, across);
            boolean standing = year == null || measure == Measure.IN_TALKS;
            return new TotalsQuery.Request(
                    measure,
                    dimensions,
                    policy,
                    standing ? null : LocalDate.of(year, 1, 1),
                    standing ? null : YearMonth.of(year, months).atEndOfMonth(),
                    exclusive,
                    roof);
        }

        Stream<Dimension> classes() {
            return Stream.of(by, across).filter(Objects::nonNull);
        }

        boolean hasBands() {
            return by == Dimension.SIZE_BAND || across == Dimension.SIZE_BAND;
        }

        /** @return 上年同期, by the first class alone; nothing where a year is not held against the one before */
        Optional<TotalsQuery.Request> lastYear(AsOf day) {
            return by == Dimension.YEAR ? Optional.empty() : request().by(by).yearBefore(day.dayOrToday());
        }
    }

    private final TotalsQuery totals;
    private final PolicyQuery policies;
    private final TotalsCheckQuery checks;
    private final CatalogueQuery catalogues;
    private final ViewHeader header = new ViewHeader(t("menu.totals"));
    private final Div choices = new Div();
    private final Div body = new Div();
    private final ExportButton exporting = new ExportButton(t("component.list.export"), this::exported);
    private final SidePanel drawer;
    private Table export = Table.of("totals", List.of(), List.of());

    TotalsView(
            TotalsQuery totals, PolicyQuery policies, TotalsCheckQuery checks, CatalogueQuery catalogues, Live live) {
        this.totals = totals;
        this.policies = policies;
        this.checks = checks;
        this.catalogues = catalogues;
        addClassName("ww-view");
        choices.addClassName("ww-policy-choices");
        header.actions(exporting);
        Div content = new Div(choices, body);
        ViewBody.scrolls(content, "ww-totals");
        Div page = new Div(header, content);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    Table exported() {
        return export;
    }

    @Override
    public String pageTitle() {
        return t("menu.totals");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** @throws RuleViolated where the address names something that there is not: another figure must not stand in for it */
    private Asked asked(AsOf day, List<String> known) {
        QueryParameters address = getUI().orElseThrow().getActiveViewLocation().getQueryParameters();
        Dimension by = address.getSingleParameter(BY).map(Dimension::of).orElse(Dimension.INDUSTRY);
        Dimension across = address.getSingleParameter(ACROSS).map(Dimension::of).orElse(null);
        return new Asked(
                choice(address, MEASURE, Measure.values(), Measure.SIGNED),
                by,
                across == by ? null : across,
                year(named(address, YEAR, ALL_YEARS + "|\\d{4}")
                        .orElse(String.valueOf(day.dayOrToday().getYear()))),
                named(address, MONTHS, "[1-9]|1[0-2]").map(Integer::valueOf).orElse(WHOLE_YEAR),
                address.getSingleParameter(POLICY)
                        .map(id -> known(policies.of(id, day.query()).id(), known))
                        .orElse(null),
                named(address, BANDS, "inclusive|" + EXCLUSIVE)
                        .filter(EXCLUSIVE::equals)
                        .isPresent(),
                choice(address, TREE, Roof.values(), Roof.OF_THE_DAY));
    }

    private static String known(String policy, List<String> known) {
        if (!known.contains(policy)) {
            throw new RuleViolated(LedgerRule.UNKNOWN_POLICY, policy);
        }
        return policy;
    }

    private static Integer year(String text) {
        return text.equals(ALL_YEARS) ? null : Integer.valueOf(text);
    }

    private static Optional<String> named(QueryParameters address, String parameter, String pattern) {
        return address.getSingleParameter(parameter).map(text -> {
            if (!text.matches(pattern)) {
                throw unknown(parameter, text);
            }
            return text;
        });
    }

    private static <E extends Enum<E>> E choice(QueryParameters address, String parameter, E[] constants, E otherwise) {
        return address.getSingleParameter(parameter)
                .map(text -> Arrays.stream(constants)
                        .filter(constant -> Address.word(constant).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> unknown(parameter, text)))
                .orElse(otherwise);
    }

    private static RuleViolated unknown(String parameter, String text) {
        return parameter.equals(MEASURE)
                ? new RuleViolated(LedgerRule.UNKNOWN_MEASURE, text)
                : new RuleViolated(LedgerRule.UNKNOWN_CHOICE, parameter, text);
    }

    private void show() {
        AsOf day = AsOf.current();
        body.removeAll();
        choices.removeAll();
        export = Table.of("totals", List.of(), List.of());
        try {
            List<String> known = policies.all(day.query()).stream()
                    .map(version -> version.policy().id())
                    .toList();
            show(asked(day, known), day, known);
            exporting.setVisible(true);
        } catch (RuleViolated refused) {
            header.setNote("");
            choices.removeAll();
            body.removeAll();
            exporting.setVisible(false);
            body.add(new EmptyState(
                    ErrorTexts.of(refused), "", new Anchor(day.link("totals"), t("totals.start-again"))));
        }
    }

    private void show(Asked asked, AsOf day, List<String> known) {
        TotalsQuery.Totals now =
                totals.totals(asked.request(), day.query(), CurrentUser.get().viewer());
        TotalsQuery.Totals last = asked.lastYear(day)
                .map(request ->
                        totals.totals(request, day.query(), CurrentUser.get().viewer()))
                .orElse(null);
        header.setNote(t("totals.note", period(asked), now.request().policy(), Format.longDate(day.dayOrToday())));
        choices.add(
                Fields.select(
                        t("counting.measure"),
                        List.of(Measure.values()),
                        Enums::name,
                        asked.measure(),
                        measure -> Address.put(MEASURE, Address.word(measure))),
                Fields.select(
                        t("totals.by"),
                        List.of(Dimension.values()),
                        Enums::name,
                        asked.by(),
                        dimension -> Address.put(BY, dimension.key())),
                Fields.select(
                        t("totals.across"),
                        optional(Dimension.values()),
                        key -> key.isEmpty() ? t("totals.across.none") : Enums.name(Dimension.of(key)),
                        asked.across() == null ? "" : asked.across().key(),
                        key -> Address.put(ACROSS, key.isEmpty() ? null : key)),
                Fields.select(
                        t("counting.year"),
                        years(day),
                        year -> year.equals(ALL_YEARS) ? t("counting.all-years") : t("cockpit.year.of", year),
                        asked.year() == null ? ALL_YEARS : String.valueOf(asked.year()),
                        year -> Address.put(YEAR, year)),
                Fields.select(
                        t("totals.months"),
                        IntStream.rangeClosed(1, WHOLE_YEAR).boxed().toList(),
                        months -> months == WHOLE_YEAR ? t("totals.whole-year") : t("totals.until-month", months),
                        asked.months(),
                        months -> Address.put(MONTHS, months == WHOLE_YEAR ? null : String.valueOf(months))),
                Fields.select(
                        t("counting.policy"),
                        Stream.concat(Stream.of(""), known.stream()).toList(),
                        id -> id.isEmpty() ? t("totals.policy-in-force") : id,
                        Objects.requireNonNullElse(asked.policy(), ""),
                        id -> Address.put(POLICY, id.isEmpty() ? null : id)));
        if (asked.hasBands()) {
            choices.add(Fields.select(
                    t("totals.bands"),
                    List.of("inclusive", EXCLUSIVE),
                    bands -> t("totals.bands." + bands),
                    asked.exclusive() ? EXCLUSIVE : "inclusive",
                    bands -> Address.put(BANDS, bands.equals(EXCLUSIVE) ? bands : null)));
        }
        if (asked.roof() != Roof.OF_THE_DAY || asked.classes().anyMatch(catalogues::hasPast)) {
            choices.add(Fields.select(
                    t("totals.tree"),
                    List.of(Roof.values()),
                    roof -> t("totals.tree." + Address.word(roof)),
                    asked.roof(),
                    roof -> Address.put(TREE, roof == Roof.OF_THE_DAY ? null : Address.word(roof))));
        }
        if (now.rows().isEmpty() && (last == null || last.rows().isEmpty())) {
            body.add(new EmptyState(t("totals.none"), t("totals.none.note")));
        } else {
            body.add(asked.across() == null ? oneClass(asked, now, last, day) : crossed(asked, now, last, day));
            if (last != null) {
                body.add(Spans.note(t(
                        "totals.last-year.note",
                        Format.longDate(last.request().from()),
                        Format.longDate(last.request().to()))));
            }
        }
        body.add(new VerifiedNote(checks));
    }

    private static List<String> years(AsOf day) {
        int latest = day.dayOrToday().getYear();
        return Stream.concat(
                        Stream.of(ALL_YEARS),
                        IntStream.range(0, YEARS_OFFERED).mapToObj(back -> String.valueOf(latest - back)))
                .toList();
    }

    private static List<String> optional(Dimension... dimensions) {
        return Stream.concat(Stream.of(""), Arrays.stream(dimensions).map(Dimension::key))
                .toList();
    }

    private static String period(Asked asked) {
        return asked.year() == null || asked.measure() == Measure.IN_TALKS
                ? t("counting.all-years")
                : asked.months() == WHOLE_YEAR
                        ? t("cockpit.year.of", String.valueOf(asked.year()))
                        : t("totals.year-until-month", String.valueOf(asked.year()), asked.months());
    }

    private Component oneClass(Asked asked, TotalsQuery.Totals now, TotalsQuery.Totals last, AsOf day) {
        List<String> heads = new ArrayList<>(List.of(
                Enums.name(asked.by()), t("cockpit.count"), FigureWords.unit(asked.measure()), t("totals.share")));
        if (last != null) {
            heads.addAll(List.of(t("totals.last-year.count"), t("totals.last-year.amount"), t("totals.growth")));
        }
        PlainTable table = PlainTable.headed(heads)
                .numbers(IntStream.range(1, heads.size()).toArray())
                .cards(1);
        List<Currency> currencies = currencies(asked, now, last);
        List<List<Object>> rows = new ArrayList<>();
        for (TotalsQuery.YearOnYear each : beside(now, last)) {
            TotalsQuery.Row row = each.row();
            String name = DimensionWords.name(asked.by(), row);
            List<Component> cells = new ArrayList<>(List.of(strong(name)));
            if (row.figure().isNothing()) {
                cells.addAll(List.of(new Span(Format.NOTHING), new Span(Format.NOTHING), new Span(Format.NOTHING)));
            } else {
                cells.addAll(List.of(
                        open(Format.count(row.figure().count()), name, asked, row.code(), day),
                        open(FigureWords.amount(row.figure(), asked.measure()), name, asked, row.code(), day),
                        new Span(share(row.figure(), now.total(), asked.measure()))));
            }
            if (last != null) {
                held(row.figure(), each.before(), asked.measure()).forEach(text -> cells.add(new Span(text)));
            }
            table.row(cells.toArray(Component[]::new));
            rows.add(exported(name, row.figure(), each.before(), now.total(), asked, currencies));
        }
        List<String> total = new ArrayList<>(List.of(
                t("cockpit.total"),
                Format.count(now.total().count()),
                FigureWords.amount(now.total(), asked.measure()),
                share(now.total(), now.total(), asked.measure())));
        if (last != null) {
            total.addAll(held(now.total(), last.total(), asked.measure()));
        }
        table.total(total.toArray(String[]::new));
        rows.add(exported(
                t("cockpit.total"), now.total(), last == null ? null : last.total(), now.total(), asked, currencies));
        export = Table.of("totals-" + asked.measure().key(), exportedHeads(asked, last, currencies), rows);
        return table.framed();
    }

    /** @return every class with what it had in the year before; {@code null} where nothing is held against it */
    private List<TotalsQuery.YearOnYear> beside(TotalsQuery.Totals now, TotalsQuery.Totals last) {
        return last == null
                ? now.rows().stream()
                        .map(row -> new TotalsQuery.YearOnYear(row, null))
                        .toList()
                : totals.beside(now, last);
    }

    /** @return count, amount and growth */
    private static List<String> held(Figure now, Figure before, Measure measure) {
        return List.of(Format.count(before.count()), FigureWords.amount(before, measure), growth(now, before, measure));
    }

    private static List<Currency> currencies(Asked asked, TotalsQuery.Totals now, TotalsQuery.Totals last) {
        return FigureWords.columns(
                asked.measure(),
                Stream.concat(
                        now.rows().stream().map(TotalsQuery.Row::figure),
                        last == null ? Stream.empty() : last.rows().stream().map(TotalsQuery.Row::figure)));
    }

    private static List<String> exportedHeads(Asked asked, TotalsQuery.Totals last, List<Currency> currencies) {
        List<String> heads = new ArrayList<>(List.of(Enums.name(asked.by()), t("cockpit.count")));
        currencies.forEach(currency -> heads.add(FigureWords.head(currency)));
        heads.add(t("totals.share"));
        if (last != null) {
            String until = Format.date(last.request().to());
            heads.add(t("totals.last-year.until", t("totals.last-year.count"), until));
            currencies.forEach(currency -> heads.add(t(
                    "totals.last-year.until", t("totals.last-year.amount") + " " + FigureWords.head(currency), until)));
            heads.add(t("totals.growth"));
        }
        return heads;
    }

    private static List<Object> exported(
            String name, Figure now, Figure last, Figure total, Asked asked, List<Currency> currencies) {
        List<Object> row = new ArrayList<>(List.of(name, now.count()));
        currencies.forEach(currency -> row.add(FigureWords.exact(now, currency)));
        row.add(share(now, total, asked.measure()));
        if (last != null) {
            row.add(last.count());
            currencies.forEach(currency -> row.add(FigureWords.exact(last, currency)));
            row.add(growth(now, last, asked.measure()));
        }
        return row;
    }

    private Component crossed(Asked asked, TotalsQuery.Totals now, TotalsQuery.Totals last, AsOf day) {
        Map<String, String> side = new LinkedHashMap<>();
        Map<List<String>, Figure> cells = new HashMap<>();
        now.rows()
                .forEach(row -> cells.put(
                        Arrays.asList(row.code().get(asked.by()), row.code().get(asked.across())), row.figure()));
        // What the cells of a line add up to is no sum where bands are within one another.
        TotalsQuery.Totals lines = totals.totals(
                now.request().by(asked.by()), day.query(), CurrentUser.get().viewer());
        // In the order of the class, not in that in which the rows happen to name it.
        Map<String, Figure> columns = new HashMap<>();
        totals.totals(
                        now.request().by(asked.across()),
                        day.query(),
                        CurrentUser.get().viewer())
                .rows()
                .forEach(row -> {
                    side.put(row.code().get(asked.across()), DimensionWords.name(asked.across(), row));
                    columns.put(row.code().get(asked.across()), row.figure());
                });
        List<String> heads = new ArrayList<>(List.of(Enums.name(asked.by())));
        heads.addAll(side.values());
        heads.addAll(List.of(t("cockpit.total"), t("totals.share")));
        if (last != null) {
            heads.addAll(List.of(t("totals.last-year"), t("totals.growth")));
        }
        PlainTable table = PlainTable.headed(heads)
                .numbers(IntStream.range(1, heads.size()).toArray())
                .cards(1);
        List<Currency> currencies = currencies(asked, now, last);
        List<List<Object>> rows = new ArrayList<>();
        for (TotalsQuery.YearOnYear line : beside(lines, last)) {
            String code = line.row().code().get(asked.by());
            String name = DimensionWords.name(asked.by(), line.row());
            Figure sum = line.row().figure();
            List<Component> shown = new ArrayList<>(List.of(strong(name)));
            List<Figure> figures = new ArrayList<>();
            for (var column : side.entrySet()) {
                Figure figure = cells.getOrDefault(Arrays.asList(code, column.getKey()), Figure.NOTHING);
                figures.add(figure);
                Map<Dimension, String> cell = new HashMap<>();
                cell.put(asked.by(), code);
                cell.put(asked.across(), column.getKey());
                shown.add(
                        figure.isNothing()
                                ? new Span(Format.NOTHING)
                                : open(
                                        both(figure, asked.measure()),
                                        name + " " + column.getValue(),
                                        asked,
                                        cell,
                                        day));
            }
            shown.add(strong(both(sum, asked.measure())));
            shown.add(new Span(share(sum, now.total(), asked.measure())));
            if (last != null) {
                shown.add(new Span(both(line.before(), asked.measure())));
                shown.add(new Span(growth(sum, line.before(), asked.measure())));
            }
            table.row(shown.toArray(Component[]::new));
            rows.add(exportedCells(name, figures, sum, line.before(), now.total(), asked, currencies));
        }
        List<Figure> figures = side.keySet().stream().map(columns::get).toList();
        List<String> total = new ArrayList<>(List.of(t("cockpit.total")));
        figures.forEach(figure -> total.add(both(figure, asked.measure())));
        total.addAll(List.of(both(now.total(), asked.measure()), share(now.total(), now.total(), asked.measure())));
        if (last != null) {
            total.add(both(last.total(), asked.measure()));
            total.add(growth(now.total(), last.total(), asked.measure()));
        }
        table.total(total.toArray(String[]::new));
        rows.add(exportedCells(
                t("cockpit.total"),
                figures,
                now.total(),
                last == null ? null : last.total(),
                now.total(),
                asked,
                currencies));
        List<String> exportedHeads = new ArrayList<>(List.of(Enums.name(asked.by())));
        side.values().forEach(name -> {
            exportedHeads.add(t("totals.of-class", name, t("cockpit.count")));
            currencies.forEach(currency -> exportedHeads.add(t("totals.of-class", name, FigureWords.head(currency))));
        });
        List<String> sumHeads = exportedHeads(asked, last, currencies);
        exportedHeads.addAll(sumHeads.subList(1, sumHeads.size()));
        export = Table.of("totals-" + asked.measure().key(), exportedHeads, rows);
        return table.framed();
    }

    private static List<Object> exportedCells(
            String name,
            List<Figure> figures,
            Figure sum,
            Figure last,
            Figure total,
            Asked asked,
            List<Currency> currencies) {
        List<Object> row = new ArrayList<>(List.of(name));
        figures.forEach(figure -> {
            row.add(figure.count());
            currencies.forEach(currency -> row.add(FigureWords.exact(figure, currency)));
        });
        List<Object> sums = exported(name, sum, last, total, asked, currencies);
        row.addAll(sums.subList(1, sums.size()));
        return row;
    }

    private Component open(String text, String name, Asked asked, Map<Dimension, String> cell, AsOf day) {
        NativeButton button = new NativeButton(text, event -> {
            TotalsQuery.Explanation explanation = totals.explain(
                    asked.request(), cell, day.query(), CurrentUser.get().viewer());
            Provenance provenance = new Provenance(explanation, day);
            drawer.open(provenance.head(name), provenance);
        });
        button.addClassName("ww-figure-link");
        button.getElement().setAttribute("aria-label", t("totals.open", name, text));
        return button;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("ww-strong");
        return span;
    }

    private static Money money(Figure figure, Measure measure) {
        return figure.in(measure.currency());
    }

    private static String both(Figure figure, Measure measure) {
        return figure.isNothing()
                ? Format.NOTHING
                : t("totals.both", Format.count(figure.count()), FigureWords.amount(figure, measure));
    }

    private static String share(Figure part, Figure whole, Measure measure) {
        return Format.percent(part.shareOf(whole, measure.currency()));
    }

    private static String growth(Figure now, Figure before, Measure measure) {
        Money last = money(before, measure);
        BigDecimal ratio = money(now, measure).minus(last).shareOf(last);
        return ratio == null ? Format.NOTHING : Format.signed(ratio.movePointRight(2), 1) + "%";
    }
}
