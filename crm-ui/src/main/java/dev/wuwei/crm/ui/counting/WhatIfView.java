package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.projections.commitment.WhatIfQuery;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Reached;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Trial;
import dev.wuwei.crm.projections.ledger.StandardQuery;
import dev.wuwei.crm.projections.ledger.StandardQuery.Decision;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import dev.wuwei.crm.standard.Standards;
import dev.wuwei.crm.standard.StandardsId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 推演: the standard that holds, since when and by whom, and which projects would reach it if it were another one. Trying stores
 * nothing; a standard that was tried can be adopted from a day on.
 */
@Route("what-if")
@Menu(title = "menu.what-if", order = 442, icon = "swap")
@RolesAllowed({"LEADER", "DEPARTMENT_HEAD", "SUPERVISOR", "AUDITOR", "ADMINISTRATOR"})
class WhatIfView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String STANDARD = "standard";
    private static final String TRIED = "tried";
    private static final int DECIMALS = 2;

    /** What is tried to begin with. */
    private static final Map<Standard, String> OTHERS = Map.ofEntries(
            Map.entry(Standard.TAX_PER_MU, "5"),
            Map.entry(Standard.OUTPUT_PER_MU, "250"),
            Map.entry(Standard.INVESTMENT_INTENSITY, "250"),
            Map.entry(Standard.FULL_CAPACITY, "90"),
            Map.entry(Standard.START_YELLOW, "2"),
            Map.entry(Standard.START_RED, "2"),
            Map.entry(Standard.LATE_YELLOW, "15"),
            Map.entry(Standard.LATE_RED, "60"),
            Map.entry(Standard.PROGRESS_YELLOW, "5"),
            Map.entry(Standard.PROGRESS_RED, "20"),
            Map.entry(Standard.STATISTICS_YELLOW, "2"),
            Map.entry(Standard.STATISTICS_RED, "3"));

    private final WhatIfQuery query;
    private final StandardQuery standards;
    private final StaffQuery staff;
    private final CommandDialogs dialogs;
    private final ViewHeader header = new ViewHeader(t("menu.what-if"));
    private final Select<Standard> standard =
            Fields.select(t("what-if.standard"), List.of(Standard.values()), Enums::name, null, WhatIfView::choose);
    private final BigDecimalField tried = Fields.number(t("what-if.tried"), "");
    private final Div result = new Div();
    private final CalendarTrial calendar;

    WhatIfView(
            WhatIfQuery query,
            StandardQuery standards,
            CalendarTrialQuery calendars,
            CalendarBook decided,
            StaffQuery staff,
            CommandDialogs dialogs,
            Live live) {
        this.query = query;
        this.standards = standards;
        this.staff = staff;
        this.dialogs = dialogs;
        this.calendar = new CalendarTrial(calendars, decided, staff, dialogs);
        addClassName("ww-view");
        tried.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        tried.addValueChangeListener(event -> tried(event.getValue(), event.isFromClient()));
        Div choices = new Div(standard, tried);
        choices.addClassNames("ww-policy-choices", "ww-what-if-choices");
        result.addClassName("ww-policies");
        Div body = new Div(choices, result, calendar);
        ViewBody.scrolls(body, "ww-policies");
        add(header, body);
        live.subscribe(
                this, Set.of("commitment", "ledger", "project", "ticket", Live.aggregate(CalendarId.ALL)), this::show);
    }

    /** What is tried of one standard says nothing of another. */
    private static void choose(Standard chosen) {
        Address.put(STANDARD, Address.word(chosen), Set.of(TRIED));
    }

    private void tried(BigDecimal limit, boolean fromClient) {
        Standard chosen = standard.getValue();
        boolean fits = limit != null && chosen.allows(limit);
        tried.setInvalid(!fits);
        tried.setErrorMessage(
                fits
                        ? null
                        : t(
                                chosen.isLight() ? "what-if.limit.whole" : "what-if.limit",
                                Format.count(chosen.highest().longValue())));
        if (fits && fromClient) {
            Address.put(TRIED, limit.stripTrailingZeros().toPlainString());
        }
    }

    @Override
    public String pageTitle() {
        return t("menu.what-if");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private BigDecimal asked(Standard chosen) {
        return getUI().orElseThrow()
                .getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(TRIED)
                .filter(text -> text.matches("\\d{1,7}(\\.\\d{1,2})?"))
                .map(BigDecimal::new)
                .filter(chosen::allows)
                .orElseGet(() -> new BigDecimal(OTHERS.get(chosen)));
    }

    private static String unit(Standard standard) {
        return switch (standard) {
            case TAX_PER_MU, OUTPUT_PER_MU -> t("unit.wan-per-mu-year");
            case INVESTMENT_INTENSITY -> t("unit.wan-per-mu");
            case FULL_CAPACITY -> "%";
            case START_YELLOW, START_RED, STATISTICS_YELLOW, STATISTICS_RED -> t("unit.months");
            case LATE_YELLOW, LATE_RED -> t("unit.days");
            case PROGRESS_YELLOW, PROGRESS_RED -> t("unit.points");
        };
    }

    private void show() {
        Standard chosen = Address.choice(STANDARD, Standard.class);
        AsOf day = AsOf.current();
        Standards known = standards.standards(day.query());
        BigDecimal now = known.limit(chosen, day.dayOrToday());
        BigDecimal other = asked(chosen);
        standard.setValue(chosen);
        tried.setSuffixComponent(new Span(unit(chosen)));
        tried.setValue(other);
        header.setNote(t("what-if.note", Format.longDate(day.dayOrToday())));
        Trial trial =
                query.trial(chosen, now, other, day.query(), CurrentUser.get().viewer(), Today.date());
        result.removeAll();
        List<Decision> decisions = standards.decisions(chosen, day.query());
        Map<StaffId, StaffName> people =
                DecisionTable.people(decisions.stream().map(Decision::decidedBy).toList(), staff);
        result.add(inForce(chosen, known, decisions, people, other));
        if (trial.measured() == 0) {
            result.add(new EmptyState(t(key(chosen, "no-figures")), t(key(chosen, "no-figures.note"))));
        } else {
            result.add(changes(chosen, trial));
            if (!chosen.isLight()) {
                result.add(below(chosen, trial, now));
            }
        }
        if (!decisions.isEmpty()) {
            result.add(history(chosen, known, decisions, people));
        }
        calendar.show(day);
    }

    private Component inForce(
            Standard chosen,
            Standards known,
            List<Decision> decisions,
            Map<StaffId, StaffName> people,
            BigDecimal other) {
        LocalDate day = AsOf.current().dayOrToday();
        Optional<StandardAdopted> adopted = known.adoption(chosen, day);
        Facts facts = Facts.row()
                .add(t("what-if.holds"), limit(known.limit(chosen, day), chosen))
                .add(
                        t("what-if.since"),
                        adopted.map(each -> Format.date(each.from())).orElse(t("what-if.default")));
        adopted.ifPresent(each -> decisions.stream()
                .filter(decision -> decision.event().equals(each))
                .findFirst()
                .ifPresent(
                        decision -> facts.add(t("what-if.decided-by"), DecisionTable.name(decision.decidedBy(), people))
                                .add(t("field.reason"), decision.reason())));
        known.last(chosen)
                .filter(last -> last.from().isAfter(day))
                .ifPresent(last -> facts.add(
                        t("what-if.ahead"),
                        t("what-if.ahead.value", limit(last.limit(), chosen), Format.date(last.from()))));
        return new Section(
                        Enums.name(chosen), t(chosen.isCountedBy() ? "what-if.counted-by" : "what-if.told-by"), facts)
                .aside(dialogs.button(
                        "standard.AdoptStandard",
                        Icon.CHECK,
                        () -> context(chosen).with("limit", other).with("holdsFrom", Today.date()),
                        done -> show()));
    }

    private static CommandContext context(Standard chosen) {
        return CommandContext.empty()
                .about(Enums.name(chosen))
                .with("standardsId", StandardsId.ALL)
                .settle("standard", chosen);
    }

    private Component changes(Standard chosen, Trial trial) {
        List<String> heads = heads(chosen, t("counting.effect"));
        Section section = new Section(
                t(key(chosen, chosen.isRed() ? "red.result" : "result"), trial.before(), trial.after()),
                t(key(chosen, "measured"), trial.measured()),
                trial.entering().isEmpty() && trial.leaving().isEmpty()
                        ? new EmptyState(t(key(chosen, "same")), "")
                        : table(each(trial), heads));
        return section.aside(new ExportButton(t("component.list.export"), () -> export(each(trial), heads)));
    }

    private Component below(Standard chosen, Trial trial, BigDecimal now) {
        List<String> heads = heads(chosen, t("what-if.state"));
        List<Change> rows = trial.below().stream()
                .map(project -> new Change("what-if.below.state", project))
                .toList();
        Section section = new Section(
                t("what-if.below", limit(now, chosen)),
                t("what-if.below.note", rows.size(), trial.measured()),
                rows.isEmpty() ? new EmptyState(t("what-if.below.none"), "") : table(rows, heads));
        return rows.isEmpty()
                ? section
                : section.aside(new ExportButton(t("component.list.export"), () -> export(rows, heads)));
    }

    private Component history(
            Standard chosen, Standards known, List<Decision> decisions, Map<StaffId, StaffName> people) {
        DecisionTable table = new DecisionTable(people);
        StandardEvent last = known.last(chosen).orElse(null);
        decisions.forEach(decision -> {
            StandardEvent event = decision.event();
            table.row(
                    event.from(),
                    words(event),
                    event.occurredOn(),
                    decision.decidedBy(),
                    decision.reason(),
                    event.equals(last)
                            ? dialogs.menu(List.of("standard.WithdrawStandard"), () -> context(chosen), done -> show())
                            : null);
        });
        return new Section(t("what-if.history"), t("what-if.history.note"), table.framed());
    }

    private static String words(StandardEvent event) {
        return switch (event) {
            case StandardAdopted e ->
                t("what-if.adopted", limit(e.limit(), e.standard()), limit(e.formerly(), e.standard()));
            case StandardWithdrawn e ->
                t("what-if.withdrawn", limit(e.limit(), e.standard()), limit(e.again(), e.standard()));
        };
    }

    private static String limit(BigDecimal limit, Standard standard) {
        return t("what-if.limit-with-unit", number(limit), unit(standard));
    }

    private static Component table(List<Change> changes, List<String> heads) {
        PlainTable table = PlainTable.headed(heads).numbers(3).cards(1);
        changes.forEach(change -> {
            Anchor project = new Anchor(
                    ProjectNavigation.link(change.project().projectNo()),
                    change.project().name());
            project.addClassName("ww-strong");
            table.row(
                    project,
                    new Span(Format.coded(change.project().park())),
                    new Span(t(change.words())),
                    Spans.fixed(number(change.project().value())),
                    Spans.weak(change.project().inputs()),
                    Spans.fixed(Format.date(change.project().on())));
        });
        return table.framed();
    }

    private record Change(String words, Reached project) {}

    private static List<Change> each(Trial trial) {
        return Stream.concat(
                        trial.entering().stream().map(project -> new Change("counting.effect.enters", project)),
                        trial.leaving().stream().map(project -> new Change("counting.effect.leaves", project)))
                .toList();
    }

    /** Lights are spoken of in words of their own. */
    private static String key(Standard standard, String of) {
        return (standard.isLight() ? "what-if.light." : "what-if.") + of;
    }

    private static List<String> heads(Standard standard, String change) {
        boolean points = standard.yellow() == Standard.PROGRESS_YELLOW;
        boolean statistics = standard.yellow() == Standard.STATISTICS_YELLOW;
        String unit = !standard.isLight() ? unit(standard) : points ? t("unit.points") : t("unit.days");
        return List.of(
                t("project.name"),
                label("park"),
                change,
                t(key(standard, points ? "behind" : statistics ? "unlisted" : "value"), unit),
                t(key(standard, "inputs")),
                t(key(standard, statistics ? "started" : "on")));
    }

    private static String number(BigDecimal value) {
        return Format.number(value, Math.clamp(value.stripTrailingZeros().scale(), 0, DECIMALS));
    }

    private static Table export(List<Change> changes, List<String> heads) {
        return Table.of(
                "what-if",
                heads,
                changes.stream()
                        .map(change -> Arrays.<Object>asList(
                                change.project().name(),
                                Format.coded(change.project().park()),
                                t(change.words()),
                                change.project().value(),
                                change.project().inputs(),
                                Objects.requireNonNullElse(change.project().on(), "")))
                        .toList());
    }
}
