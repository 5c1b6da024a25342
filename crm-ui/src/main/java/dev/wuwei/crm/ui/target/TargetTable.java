package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.target.Pace;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetProgressQuery.Milepost;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.target.PeriodKind;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The targets of a year, by whose they are, and the course of one of them. */
class TargetTable extends Div {
    private final TargetDesk desk;
    private final SidePanel drawer;
    private final Runnable changed;
    private final int year;
    private final ReachedParts parts;
    private final List<TargetProgress> targets;
    private final Map<StaffId, StaffName> people;

    TargetTable(TargetDesk desk, SidePanel drawer, int year, ScopeKind kind, Runnable changed) {
        this.desk = desk;
        this.drawer = drawer;
        this.changed = changed;
        this.year = year;
        parts = new ReachedParts(desk, drawer);
        targets = desk.progress(year, kind);
        people = desk.people(targets.stream().map(one -> one.target().scope()).toList());
        addClassName("ww-target-page");
        if (targets.isEmpty()) {
            add(new EmptyState(
                    t("target.none", String.valueOf(year), Enums.name(kind)),
                    t(desk.dialogs.maySend(TargetDesk.SET) ? "target.none.note" : "target.none.wait")));
            return;
        }
        add(rows(kind), course());
    }

    private String whose(TargetProgress progress) {
        return TargetDesk.name(progress.target().scope(), people);
    }

    private Component rows(ScopeKind kind) {
        PlainTable table = new PlainTable(
                        "target.measure",
                        "target.reached",
                        "target.bar",
                        "target.completion",
                        "target.against-pace",
                        "target.forecast",
                        "target.history",
                        "")
                .numbers(1, 3)
                .cards(1);
        table.addClassName("ww-target-table");
        String group = null;
        for (TargetProgress progress : targets) {
            String key = progress.target().scope().key();
            if (kind != ScopeKind.WHOLE && !key.equals(group)) {
                group = key;
                table.group(whose(progress), "");
            }
            row(table, progress);
        }
        return table.framed();
    }

    private void row(PlainTable table, TargetProgress progress) {
        TargetView target = progress.target();
        boolean whole = target.period().kind() == PeriodKind.YEAR;
        Span name = new Span(Enums.label(target.measure()));
        Div title = new Div(name);
        title.addClassName("ww-stack");
        if (whole) {
            name.addClassName("ww-strong");
        } else {
            title.add(Spans.note(TargetWords.period(target.period())));
        }
        if (progress.isLessThanItsParts()) {
            Span warning =
                    Spans.note(t("target.parts-exceed", TargetWords.withUnit(target.measure(), progress.parts())));
            warning.addClassName("ww-target-warning");
            title.add(warning);
        }
        NativeTableRow row = table.row(
                title,
                parts.figure(progress, whose(progress)),
                ReachedParts.bar(progress),
                ReachedParts.completion(progress),
                ahead(progress),
                forecast(progress),
                history(progress),
                desk.dialogs.menu(
                        TargetDesk.CHANGES, () -> TargetDesk.changing(target, whose(progress)), done -> changed.run()));
        row.setClassName("ww-target-part", !whole);
    }

    private static Component ahead(TargetProgress progress) {
        if (progress.ahead() == null) {
            return new Span(progress.hasBegun() ? Format.NOTHING : t("target.not-begun"));
        }
        Span text = Spans.fixed(TargetWords.ahead(progress));
        text.setClassName("ww-strong", progress.ahead().signum() < 0);
        Span pace = Spans.note(t(
                progress.pace().by() == Pace.By.DAYS ? "target.pace.days" : "target.pace.parts",
                Format.percent(progress.pace().share())));
        Div cell = new Div(text, pace);
        cell.addClassName("ww-stack");
        return cell;
    }

    private Component forecast(TargetProgress progress) {
        if (progress.forecast() == null) {
            Div none = new Div(new Span(Format.NOTHING), Spans.note(Enums.name(progress.noForecast())));
            none.addClassName("ww-stack");
            return none;
        }
        NativeButton open = new NativeButton(
                TargetWords.withUnit(
                        progress.target().measure(), progress.forecast().number()),
                event -> drawer.open(
                        new H2(t(
                                "target.forecast.of",
                                whose(progress),
                                Enums.name(progress.target().measure()))),
                        TargetSources.forecast(progress)));
        open.addClassName("ww-figure-link");
        return open;
    }

    private Component history(TargetProgress progress) {
        TargetView target = progress.target();
        NativeButton open = new NativeButton(
                target.revisions() == 0
                        ? t(
                                "target.set-on",
                                Format.date(target.steps().getFirst().on()))
                        : t("target.revised", String.valueOf(target.revisions())),
                event -> drawer.open(
                        new H2(t(
                                "target.history.of",
                                Format.joined(
                                        whose(progress),
                                        TargetWords.period(target.period()),
                                        Enums.name(target.measure())))),
                        TargetSources.steps(target, desk)));
        open.addClassNames("ww-figure-link", "ww-target-history");
        return open;
    }

    /** The cumulated course of one target of the year beside its pace. */
    private Component course() {
        List<TargetProgress> ofYear = targets.stream()
                .filter(one -> one.target().period().kind() == PeriodKind.YEAR && one.actual() != null)
                .toList();
        if (ofYear.isEmpty()) {
            return new Div();
        }
        Chart chart = new Chart(t("target.course"), "", "280px");
        Select<TargetProgress> which = new Select<>();
        which.setAriaLabel(t("target.course.which"));
        which.addClassName("ww-target-course");
        which.setItems(ofYear);
        which.setItemLabelGenerator(
                one -> Format.joined(whose(one), Enums.label(one.target().measure())));
        which.addValueChangeListener(event -> draw(chart, event.getValue()));
        which.setValue(ofYear.getFirst());
        Div card = new Div(which, chart);
        card.addClassName("ww-target-chart");
        return card;
    }

    private void draw(Chart chart, TargetProgress progress) {
        TargetMeasure measure = progress.target().measure();
        List<Milepost> course = desk.course(progress);
        List<String> months = course.stream()
                .map(post -> t("target.month", String.valueOf(post.month().getMonthValue())))
                .toList();
        List<BigDecimal> actual = course.stream()
                .map(post -> TargetWords.inUnit(measure, post.actual()))
                .toList();
        List<Charts.Line> lines = new ArrayList<>();
        lines.add(new Charts.Line(t("target.actual"), actual, false));
        if (progress.pace() != null) {
            lines.add(new Charts.Line(
                    t("target.pace"),
                    course.stream()
                            .map(post -> TargetWords.inUnit(measure, post.expected()))
                            .toList(),
                    true));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < course.size(); i++) {
            rows.add(Arrays.asList(
                    months.get(i),
                    actual.get(i),
                    TargetWords.inUnit(measure, course.get(i).expected())));
        }
        chart.setNote(t("target.course.note", TargetWords.unit(measure)));
        chart.show(
                Charts.lines(months, lines),
                Table.of("target-course", List.of(t("target.month.head"), t("target.actual"), t("target.pace")), rows),
                t(
                        "target.course.alternative",
                        Enums.name(measure),
                        TargetWords.withUnit(
                                measure,
                                course.stream()
                                        .map(Milepost::actual)
                                        .filter(Objects::nonNull)
                                        .reduce((first, last) -> last)
                                        .orElse(null)),
                        TargetWords.withUnit(measure, progress.target().value().number())));
    }

    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (TargetProgress progress : targets) {
            TargetView target = progress.target();
            TargetMeasure measure = target.measure();
            rows.add(Arrays.asList(
                    Enums.name(target.scope().kind()),
                    whose(progress),
                    TargetWords.period(target.period()),
                    Enums.name(measure),
                    TargetWords.unit(measure),
                    TargetWords.inUnit(measure, target.value().number()),
                    TargetWords.inUnit(measure, progress.actual()),
                    percent(progress.completion()),
                    progress.pace() == null ? null : percent(progress.pace().share()),
                    TargetWords.inUnit(measure, progress.ahead()),
                    progress.forecast() == null
                            ? null
                            : TargetWords.inUnit(measure, progress.forecast().number()),
                    target.basis(),
                    target.revisions()));
        }
        return Table.of(
                "targets-" + year,
                List.of(
                        t("target.whose"),
                        t("target.name"),
                        t("target.period"),
                        t("target.measure"),
                        t("target.unit"),
                        t("target.target"),
                        t("target.actual"),
                        t("target.completion") + " %",
                        t("target.pace") + " %",
                        t("target.against-pace"),
                        t("target.forecast"),
                        t("target.basis"),
                        t("target.revisions")),
                rows);
    }

    private static BigDecimal percent(BigDecimal share) {
        return share == null ? null : share.movePointRight(2);
    }
}
