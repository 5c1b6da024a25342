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
import dev.wuwei.crm.projections.commitment.Standard;
import dev.wuwei.crm.projections.commitment.WhatIfQuery;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Reached;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Trial;
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
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 推演: which projects would reach a standard if it were higher or lower. Nothing is stored, and nothing counts by it. */
@Route("what-if")
@Menu(title = "menu.what-if", order = 442, icon = "swap")
@RolesAllowed({"LEADER", "DEPARTMENT_HEAD", "SUPERVISOR", "AUDITOR", "ADMINISTRATOR"})
class WhatIfView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String STANDARD = "standard";
    private static final String HOLDS = "holds";
    private static final String TRIED = "tried";
    private static final BigDecimal HIGHEST = new BigDecimal("1000000");
    private static final int DECIMALS = 2;

    private final WhatIfQuery query;
    private final ViewHeader header = new ViewHeader(t("menu.what-if"));
    private final Select<Standard> standard =
            Fields.select(t("what-if.standard"), List.of(Standard.values()), Enums::name, null, WhatIfView::choose);
    private final BigDecimalField holds = limit("what-if.holds", HOLDS);
    private final BigDecimalField tried = limit("what-if.tried", TRIED);
    private final Div result = new Div();

    WhatIfView(WhatIfQuery query, Live live) {
        this.query = query;
        addClassName("ww-view");
        Div choices = new Div(standard, holds, tried);
        choices.addClassName("ww-policy-choices");
        Div body = new Div(choices, result);
        ViewBody.scrolls(body, "ww-policies");
        add(header, body);
        live.subscribe(this, Set.of("commitment", "ledger"), this::show);
    }

    /** The limits of one standard say nothing of another. */
    private static void choose(Standard chosen) {
        Address.put(STANDARD, Address.word(chosen), Set.of(HOLDS, TRIED));
    }

    private static BigDecimalField limit(String label, String parameter) {
        BigDecimalField field = Fields.number(t(label), "");
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(event -> {
            boolean fits = fits(event.getValue());
            field.setInvalid(!fits);
            field.setErrorMessage(fits ? null : t("what-if.limit", Format.count(HIGHEST.longValue())));
            if (fits && event.isFromClient()) {
                Address.put(parameter, event.getValue().stripTrailingZeros().toPlainString());
            }
        });
        return field;
    }

    private static boolean fits(BigDecimal limit) {
        return limit != null
                && limit.signum() > 0
                && limit.compareTo(HIGHEST) <= 0
                && limit.stripTrailingZeros().scale() <= DECIMALS;
    }

    @Override
    public String pageTitle() {
        return t("menu.what-if");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private Optional<BigDecimal> asked(String parameter) {
        return getUI().orElseThrow()
                .getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .filter(text -> text.matches("\\d{1,7}(\\.\\d{1,2})?"))
                .map(BigDecimal::new)
                .filter(WhatIfView::fits);
    }

    private static String unit(Standard standard) {
        return switch (standard) {
            case TAX_PER_MU, OUTPUT_PER_MU -> t("unit.wan-per-mu-year");
            case INVESTMENT_INTENSITY -> t("unit.wan-per-mu");
            case FULL_CAPACITY -> "%";
            case RED_LIGHT -> t("unit.days");
        };
    }

    private void show() {
        Standard chosen = Address.choice(STANDARD, Standard.class);
        BigDecimal now = asked(HOLDS).orElse(query.inForce(chosen));
        BigDecimal other = asked(TRIED).orElse(chosen.tried());
        standard.setValue(chosen);
        String unit = unit(chosen);
        for (BigDecimalField field : List.of(holds, tried)) {
            field.setSuffixComponent(new Span(unit));
        }
        holds.setValue(now);
        tried.setValue(other);
        AsOf day = AsOf.current();
        header.setNote(t("what-if.note", Format.longDate(day.dayOrToday())));
        Trial trial =
                query.trial(chosen, now, other, day.query(), CurrentUser.get().viewer(), Today.date());
        result.removeAll();
        if (trial.measured() == 0) {
            result.add(new EmptyState(t(key(chosen, "no-figures")), t(key(chosen, "no-figures.note"))));
            return;
        }
        Section section = new Section(
                t(key(chosen, "result"), trial.before(), trial.after()),
                t(key(chosen, "measured"), trial.measured()),
                trial.entering().isEmpty() && trial.leaving().isEmpty()
                        ? new EmptyState(t("what-if.same"), "")
                        : table(trial, heads(chosen, unit)));
        section.aside(new ExportButton(t("component.list.export"), () -> export(trial, heads(chosen, unit))));
        result.add(section);
    }

    private static Component table(Trial trial, List<String> heads) {
        PlainTable table = PlainTable.headed(heads).numbers(3).cards(1);
        each(trial).forEach(change -> {
            Anchor project = new Anchor(
                    ProjectNavigation.link(change.project().projectNo()),
                    change.project().name());
            project.addClassName("ww-strong");
            table.row(
                    project,
                    new Span(Format.coded(change.project().park())),
                    new Span(t(change.words())),
                    Spans.fixed(value(change.project())),
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
        return (standard == Standard.RED_LIGHT ? "what-if.light." : "what-if.") + of;
    }

    private static List<String> heads(Standard standard, String unit) {
        return List.of(
                t("project.name"),
                label("park"),
                t("counting.effect"),
                t(key(standard, "value"), unit),
                t(key(standard, "inputs")),
                t(key(standard, "on")));
    }

    private static String value(Reached project) {
        return Format.number(
                project.value(), Math.clamp(project.value().stripTrailingZeros().scale(), 0, DECIMALS));
    }

    private static Table export(Trial trial, List<String> heads) {
        return Table.of(
                "what-if",
                heads,
                each(trial).stream()
                        .map(change -> List.<Object>of(
                                change.project().name(),
                                Format.coded(change.project().park()),
                                t(change.words()),
                                change.project().value(),
                                change.project().inputs(),
                                change.project().on()))
                        .toList());
    }
}
