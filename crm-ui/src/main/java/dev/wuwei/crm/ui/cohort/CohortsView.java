package dev.wuwei.crm.ui.cohort;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Cohort;
import dev.wuwei.crm.projections.ledger.Cohort.Member;
import dev.wuwei.crm.projections.ledger.Cohort.MemberStay;
import dev.wuwei.crm.projections.ledger.Cohort.Setback;
import dev.wuwei.crm.projections.ledger.CohortQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.Relapse;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 落地转化: by year of signing, what share came how far after how many months, where they stand how long, what fell back. */
@Route("cohorts")
@Menu(title = "menu.cohorts", order = 407, icon = "factory")
@PermitAll
class CohortsView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String BY = "by";
    private static final String MILESTONE = "milestone";

    private final CohortQuery query;
    private final TotalsCheckQuery checks;
    private final ViewHeader header = new ViewHeader(t("menu.cohorts"));
    private final Segments<CohortShare> shares = new Segments<>(t("cohorts.by"));
    private final Div body = new Div();
    private final SidePanel drawer;
    private List<Cohort> cohorts = List.of();
    private CohortShare share = CohortShare.COUNT;

    CohortsView(CohortQuery query, TotalsCheckQuery checks, Live live) {
        this.query = query;
        this.checks = checks;
        addClassName("ww-view");
        for (CohortShare each : CohortShare.values()) {
            shares.add(each, t("cohorts.by." + Address.word(each)));
        }
        shares.onChoose(chosen -> Address.put(BY, chosen == CohortShare.COUNT ? null : Address.word(chosen)));
        header.actions(shares, new ExportButton(t("component.list.export"), () -> CohortExport.of(cohorts)));
        ViewBody.scrolls(body, "ww-cohorts");
        Div page = new Div(header, body);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.cohorts");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        AsOf day = AsOf.current();
        share = Address.choice(BY, CohortShare.class);
        shares.select(share);
        cohorts =
                query.cohorts(ProjectFilter.ALL, day.query(), CurrentUser.get().viewer());
        header.setNote(t("cohorts.note", Format.longDate(day.dayOrToday())));
        body.removeAll();
        if (cohorts.isEmpty()) {
            body.add(new EmptyState(t("cohorts.none"), t("cohorts.none.note")));
        } else {
            body.add(reached(), byMonth(), stays(), setbacks());
        }
        body.add(new VerifiedNote(checks));
    }

    private Component reached() {
        PlainTable table = table(Stream.concat(
                Stream.concat(
                        Stream.of(t("cohorts.signed")),
                        Arrays.stream(Milestone.values()).map(Enums::label)),
                Stream.of(t("cohorts.left"))));
        rows(table, cohort -> {
            List<Component> cells = new ArrayList<>();
            cells.add(members(cohort, share.total(cohort), t("cohorts.signed"), cohort.members(), null));
            for (Milestone milestone : Milestone.values()) {
                cells.add(members(
                        cohort, cohort.reached(milestone), t("cohorts.so-far", Enums.name(milestone)), milestone));
            }
            cells.add(members(cohort, cohort.left(), t("cohorts.left"), null));
            return cells;
        });
        return new Section(t("cohorts.reached"), t("cohorts.reached.note." + Address.word(share)), table.framed());
    }

    private Component byMonth() {
        Milestone milestone = Address.choice(MILESTONE, Milestone.class);
        Segments<Milestone> milestones = new Segments<>(t("cohorts.milestone"));
        for (Milestone each : Milestone.values()) {
            milestones.add(each, Enums.label(each));
        }
        milestones.select(milestone);
        milestones.onChoose(chosen -> Address.put(MILESTONE, Address.word(chosen)));
        List<Integer> months = CohortShare.months(cohorts);
        if (months.isEmpty()) {
            return new Section(t("cohorts.by-month"), t("cohorts.all-young"));
        }
        PlainTable table = table(months.stream().map(each -> t("cohorts.months", each)));
        rows(
                table,
                cohort -> months.stream()
                        .map(each -> cohort.isAged(each)
                                ? members(
                                        cohort,
                                        cohort.reached(milestone, each),
                                        t("cohorts.within", each, Enums.name(milestone)),
                                        milestone)
                                : new Span(Format.NOTHING))
                        .toList());
        return new Section(
                t("cohorts.by-month"), t("cohorts.by-month.note"), milestones, table.framed(), curve(milestone));
    }

    private Component curve(Milestone milestone) {
        List<Integer> months = IntStream.rangeClosed(0, CohortShare.MOST_MONTHS)
                .filter(each -> cohorts.stream().anyMatch(cohort -> cohort.isAged(each)))
                .boxed()
                .toList();
        List<Cohort> oldestFirst = cohorts.reversed().stream()
                .filter(cohort -> cohort.isAged(CohortShare.FIRST_MONTHS))
                .toList();
        List<List<BigDecimal>> lines = oldestFirst.stream()
                .map(cohort -> months.stream()
                        .map(each ->
                                cohort.isAged(each) ? share.percent(cohort, cohort.reached(milestone, each)) : null)
                        .toList())
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int month = 0; month < months.size(); month++) {
            List<Object> row = new ArrayList<>(List.of(months.get(month)));
            for (List<BigDecimal> line : lines) {
                row.add(line.get(month));
            }
            rows.add(row);
        }
        List<String> names = oldestFirst.stream()
                .map(cohort -> String.valueOf(cohort.year()))
                .toList();
        Chart chart = new Chart(t("cohorts.curve", Enums.name(milestone)), t("cohorts.curve.note"), "280px");
        chart.show(
                Charts.shares(
                        months.stream().map(String::valueOf).toList(),
                        IntStream.range(0, names.size())
                                .mapToObj(at -> new Charts.Line(names.get(at), lines.get(at), false))
                                .toList()),
                Table.of(
                        "cohorts-" + Address.word(milestone),
                        Stream.concat(
                                        Stream.of(t("cohorts.months.head")),
                                        names.stream().map(year -> t("cohorts.percent-of", year)))
                                .toList(),
                        rows),
                t("cohorts.curve.alternative", Enums.name(milestone), String.join(t("shell.list-comma"), names)));
        return chart;
    }

    private Component stays() {
        PlainTable table = PlainTable.headed(Stream.concat(
                                Stream.of(t("cohorts.year"), t("cohorts.stay")),
                                CohortShare.GAPS.stream().map(Enums::label))
                        .toList())
                .numbers(IntStream.range(2, 2 + CohortShare.GAPS.size()).toArray())
                .cards(2);
        for (Cohort cohort : cohorts) {
            for (boolean running : List.of(false, true)) {
                String kind = t(running ? "cohorts.running" : "cohorts.completed");
                List<Component> cells = new ArrayList<>(List.of(year(cohort), new Span(kind)));
                for (PhaseState state : CohortShare.GAPS) {
                    List<MemberStay> stays = running ? cohort.running(state) : cohort.completed(state);
                    cells.add(
                            stays.isEmpty()
                                    ? new Span(Format.NOTHING)
                                    : link(
                                            t(
                                                    "cohorts.median",
                                                    Format.count(cohort.medianDays(stays)),
                                                    Format.count(stays.size())),
                                            title(cohort, Enums.name(state) + " " + kind),
                                            () -> CohortLists.stays(cohort, stays)));
                }
                table.row(cells.toArray(Component[]::new));
            }
        }
        return new Section(t("cohorts.stays"), t("cohorts.stays.note"), table.framed());
    }

    private Component setbacks() {
        PlainTable table = table(Arrays.stream(Relapse.values()).map(Enums::label));
        rows(
                table,
                cohort -> Arrays.stream(Relapse.values())
                        .map(kind -> setbacks(cohort, kind))
                        .toList());
        return new Section(t("cohorts.setbacks"), t("cohorts.setbacks.note"), table.framed());
    }

    private Component setbacks(Cohort cohort, Relapse kind) {
        List<Setback> setbacks = cohort.setbacks(kind);
        return setbacks.isEmpty()
                ? new Span(Format.NOTHING)
                : link(
                        t("cohorts.times", Format.count(setbacks.size()), Format.count(Cohort.projects(setbacks))),
                        title(cohort, Enums.name(kind)),
                        () -> CohortLists.setbacks(setbacks));
    }

    private static PlainTable table(Stream<String> columns) {
        List<String> heads =
                Stream.concat(Stream.of(t("cohorts.year")), columns).toList();
        return PlainTable.headed(heads)
                .numbers(IntStream.range(1, heads.size()).toArray())
                .cards(1);
    }

    private void rows(PlainTable table, Function<Cohort, List<Component>> cells) {
        cohorts.forEach(cohort -> table.row(Stream.concat(Stream.of(year(cohort)), cells.apply(cohort).stream())
                .toArray(Component[]::new)));
    }

    private static Component year(Cohort cohort) {
        Span year = Spans.fixed(t("cockpit.year.of", String.valueOf(cohort.year())));
        year.addClassName("ww-strong");
        return year;
    }

    private static String title(Cohort cohort, String what) {
        return t("cohorts.title", String.valueOf(cohort.year()), what);
    }

    private Component members(Cohort cohort, List<Member> members, String what, Milestone milestone) {
        return members(cohort, share.of(cohort, members), what, members, milestone);
    }

    private Component members(Cohort cohort, String text, String what, List<Member> members, Milestone milestone) {
        return members.isEmpty()
                ? new Span(text)
                : link(text, title(cohort, what), () -> CohortLists.members(members, milestone));
    }

    private Component link(String text, String title, SerializableSupplier<Component> list) {
        NativeButton button = new NativeButton(text, event -> drawer.open(new H2(title), list.get()));
        button.addClassName("ww-figure-link");
        button.getElement().setAttribute("aria-label", t("totals.open", title, text));
        return button;
    }
}
