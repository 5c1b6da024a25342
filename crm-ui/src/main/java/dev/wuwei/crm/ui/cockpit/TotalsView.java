package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
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
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.Roof;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.DimensionWords;
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
        TotalsQuery.Request request(int back) {
            List<Dimension> dimensions = across == null ? List.of(by) : List.of(by, across);
            boolean standing = year == null || measure == Measure.IN_TALKS;
            return new TotalsQuery.Request(
                    measure,
                    dimensions,
                    policy,
                    standing ? null : LocalDate.of(year - back, 1, 1),
                    standing ? null : YearMonth.of(year - back, months).atEndOfMonth(),
                    exclusive,
                    roof);
        }

        Stream<Dimension> classes() {
            return Stream.of(by, across).filter(Objects::nonNull);
        }

        boolean hasBands() {
            return by == Dimension.SIZE_BAND || across == Dimension.SIZE_BAND;
        }

        /** @return the code of last year's class that is held beside this one */
        String yearBefore(String code) {
            return code != null && by.isPeriod()
                    ? Integer.parseInt(code.substring(0, 4)) - 1 + code.substring(4)
                    : code;
        }

        boolean hasLastYear() {
            return year != null && across == null && measure != Measure.IN_TALKS && by != Dimension.YEAR;
        }
    }

    private final TotalsQuery totals;
    private final PolicyQuery policies;
    private final TotalsCheckQuery checks;
    private final CatalogueQuery catalogues;
    private final ViewHeader header = new ViewHeader(t("menu.totals"));
    private final Div choices = new Div();
    private final Div body = new Div();
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
        header.actions(new ExportButton(t("component.list.export"), () -> export));
        Div content = new Div(choices, body);
        ViewBody.scrolls(content, "ww-totals");
        Div page = new Div(header, content);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.totals");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private Asked asked(AsOf day, List<String> known) {
        QueryParameters address = getUI().orElseThrow().getActiveViewLocation().getQueryParameters();
        Dimension by = dimension(address, BY, Dimension.INDUSTRY);
        Dimension across = dimension(address, ACROSS, null);
        return new Asked(
                Address.choice(MEASURE, Measure.class),
                by,
                across == by ? null : across,
                address.getSingleParameter(YEAR)
                        .map(text -> text.matches("\\d{4}") ? Integer.valueOf(text) : null)
                        .orElse(day.dayOrToday().getYear()),
                address.getSingleParameter(MONTHS)
                        .filter(text -> text.matches("[1-9]|1[0-2]"))
                        .map(Integer::valueOf)
                        .orElse(WHOLE_YEAR),
                address.getSingleParameter(POLICY).filter(known::contains).orElse(null),
                address.getSingleParameter(BANDS).filter(EXCLUSIVE::equals).isPresent(),
                Address.choice(TREE, Roof.class));
    }

    private static Dimension dimension(QueryParameters address, String parameter, Dimension otherwise) {
        String key = address.getSingleParameter(parameter).orElse("");
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst()
                .orElse(otherwise);
    }

    private void show() {
        AsOf day = AsOf.current();
        List<String> known = policies.all(day.query()).stream()
                .map(version -> version.policy().id())
                .toList();
        Asked asked = asked(day, known);
        TotalsQuery.Totals now =
                totals.totals(asked.request(0), day.query(), CurrentUser.get().viewer());
        header.setNote(t("totals.note", period(asked), now.request().policy(), Format.longDate(day.dayOrToday())));
        choices.removeAll();
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
                        year -> year.equals("all") ? t("counting.all-years") : t("cockpit.year.of", year),
                        asked.year() == null ? "all" : String.valueOf(asked.year()),
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
        body.removeAll();
        if (now.rows().isEmpty()) {
            body.add(new EmptyState(t("totals.none"), t("totals.none.note")));
        } else {
            body.add(asked.across() == null ? oneClass(asked, now, day) : crossed(asked, now, day));
        }
        body.add(new VerifiedNote(checks));
    }

    private static List<String> years(AsOf day) {
        int latest = day.dayOrToday().getYear();
        return Stream.concat(
                        Stream.of("all"),
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

    private Component oneClass(Asked asked, TotalsQuery.Totals now, AsOf day) {
        Map<String, Figure> before = new HashMap<>();
        Figure beforeTotal = Figure.NOTHING;
        if (asked.hasLastYear()) {
            TotalsQuery.Totals last = totals.totals(
                    asked.request(1), day.query(), CurrentUser.get().viewer());
            last.rows().forEach(row -> before.put(row.code().get(asked.by()), row.figure()));
            beforeTotal = last.total();
        }
        List<String> heads = new ArrayList<>(
                List.of(Enums.name(asked.by()), t("cockpit.count"), unit(asked.measure()), t("totals.share")));
        if (asked.hasLastYear()) {
            heads.addAll(List.of(t("totals.last-year.count"), t("totals.last-year.amount"), t("totals.growth")));
        }
        PlainTable table = PlainTable.headed(heads)
                .numbers(IntStream.range(1, heads.size()).toArray())
                .cards(1);
        List<List<Object>> rows = new ArrayList<>();
        for (TotalsQuery.Row row : now.rows()) {
            String code = row.code().get(asked.by());
            Figure last = before.getOrDefault(asked.yearBefore(code), Figure.NOTHING);
            String name = DimensionWords.name(asked.by(), row);
            Map<Dimension, String> cell = new HashMap<>();
            cell.put(asked.by(), code);
            List<Component> cells = new ArrayList<>(List.of(
                    strong(name),
                    open(Format.count(row.figure().count()), name, asked, cell, day),
                    open(amount(row.figure(), asked.measure()), name, asked, cell, day),
                    new Span(share(row.figure(), now.total(), asked.measure()))));
            if (asked.hasLastYear()) {
                cells.addAll(List.of(
                        new Span(Format.count(last.count())),
                        new Span(amount(last, asked.measure())),
                        new Span(growth(row.figure(), last, asked.measure()))));
            }
            table.row(cells.toArray(Component[]::new));
            rows.add(exported(name, row.figure(), last, now.total(), asked));
        }
        List<String> total = new ArrayList<>(List.of(
                t("cockpit.total"),
                Format.count(now.total().count()),
                amount(now.total(), asked.measure()),
                share(now.total(), now.total(), asked.measure())));
        if (asked.hasLastYear()) {
            total.addAll(List.of(
                    Format.count(beforeTotal.count()),
                    amount(beforeTotal, asked.measure()),
                    growth(now.total(), beforeTotal, asked.measure())));
        }
        table.total(total.toArray(String[]::new));
        rows.add(exported(t("cockpit.total"), now.total(), beforeTotal, now.total(), asked));
        export = Table.of("totals-" + asked.measure().key(), heads, rows);
        return table.framed();
    }

    private static List<Object> exported(String name, Figure now, Figure last, Figure total, Asked asked) {
        List<Object> row = new ArrayList<>(
                List.of(name, now.count(), money(now, asked.measure()).inYi(), share(now, total, asked.measure())));
        if (asked.hasLastYear()) {
            row.addAll(List.of(last.count(), money(last, asked.measure()).inYi(), growth(now, last, asked.measure())));
        }
        return row;
    }

    private Component crossed(Asked asked, TotalsQuery.Totals now, AsOf day) {
        Map<String, String> down = new LinkedHashMap<>();
        Map<String, String> side = new LinkedHashMap<>();
        Map<List<String>, Figure> cells = new HashMap<>();
        for (TotalsQuery.Row row : now.rows()) {
            String one = row.code().get(asked.by());
            String other = row.code().get(asked.across());
            down.putIfAbsent(one, DimensionWords.name(asked.by(), row));
            cells.put(Arrays.asList(one, other), row.figure());
        }
        // In the order of the class, not in that in which the rows happen to name it.
        totals.totals(
                        now.request().by(asked.across()),
                        day.query(),
                        CurrentUser.get().viewer())
                .rows()
                .forEach(row -> side.put(row.code().get(asked.across()), DimensionWords.name(asked.across(), row)));
        boolean inclusive = asked.hasBands() && !asked.exclusive();
        List<String> heads = new ArrayList<>(List.of(Enums.name(asked.by())));
        heads.addAll(side.values());
        if (!inclusive) {
            heads.add(t("cockpit.total"));
        }
        PlainTable table = PlainTable.headed(heads)
                .numbers(IntStream.range(1, heads.size()).toArray())
                .cards(1);
        List<List<Object>> rows = new ArrayList<>();
        down.forEach((code, name) -> {
            List<Component> shown = new ArrayList<>(List.of(strong(name)));
            List<Object> exported = new ArrayList<>(List.of(name));
            Figure sum = Figure.NOTHING;
            for (var column : side.entrySet()) {
                Figure figure = cells.getOrDefault(Arrays.asList(code, column.getKey()), Figure.NOTHING);
                sum = sum.plus(figure);
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
                exported.add(money(figure, asked.measure()).inYi());
            }
            if (!inclusive) {
                shown.add(strong(both(sum, asked.measure())));
                exported.add(money(sum, asked.measure()).inYi());
            }
            table.row(shown.toArray(Component[]::new));
            rows.add(exported);
        });
        if (!inclusive) {
            List<String> total = new ArrayList<>(List.of(t("cockpit.total")));
            side.keySet()
                    .forEach(column -> total.add(both(
                            cells.entrySet().stream()
                                    .filter(cell -> Objects.equals(cell.getKey().get(1), column))
                                    .map(Map.Entry::getValue)
                                    .reduce(Figure.NOTHING, Figure::plus),
                            asked.measure())));
            total.add(both(now.total(), asked.measure()));
            table.total(total.toArray(String[]::new));
        }
        export = Table.of("totals-" + asked.measure().key(), heads, rows);
        return table.framed();
    }

    private Component open(String text, String name, Asked asked, Map<Dimension, String> cell, AsOf day) {
        NativeButton button = new NativeButton(text, event -> {
            TotalsQuery.Explanation explanation = totals.explain(
                    asked.request(0), cell, day.query(), CurrentUser.get().viewer());
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

    private static String unit(Measure measure) {
        return t(isForeign(measure) ? "totals.amount-usd" : "totals.amount");
    }

    private static boolean isForeign(Measure measure) {
        return measure.currency() == Currency.USD;
    }

    private static Money money(Figure figure, Measure measure) {
        return figure.in(measure.currency());
    }

    private static String amount(Figure figure, Measure measure) {
        return figure.isNothing()
                ? Format.NOTHING
                : isForeign(measure) ? Format.wan(money(figure, measure)) : Format.yi(money(figure, measure));
    }

    private static String both(Figure figure, Measure measure) {
        return figure.isNothing()
                ? Format.NOTHING
                : t("totals.both", Format.count(figure.count()), amount(figure, measure));
    }

    private static String share(Figure part, Figure whole, Measure measure) {
        return Format.percent(money(part, measure).shareOf(money(whole, measure)));
    }

    private static String growth(Figure now, Figure before, Measure measure) {
        Money last = money(before, measure);
        BigDecimal ratio = money(now, measure).minus(last).shareOf(last);
        return ratio == null ? Format.NOTHING : Format.signed(ratio.movePointRight(2), 1) + "%";
    }
}
