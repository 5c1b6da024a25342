package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a number comes from: its projects, the entries of each, and what was left out under which rule. */
public class Provenance extends Composite<Div> {
    private final TotalsQuery.Explanation explanation;
    private final AsOf day;

    private final Currency currency;

    public Provenance(TotalsQuery.Explanation explanation, AsOf day) {
        this.explanation = explanation;
        this.day = day;
        this.currency = explanation.figure().in(Currency.CNY).isZero()
                        && !explanation.figure().in(Currency.USD).isZero()
                ? Currency.USD
                : Currency.CNY;
        getContent().addClassName("ww-provenance");
        getContent().add(figure(), rows());
        if (!explanation.excluded().isEmpty()) {
            getContent().add(excluded());
        }
    }

    /** @param cell what the figure was narrowed down to, in words; empty for all of it */
    public Component head(String cell) {
        return new H2(t("cockpit.provenance", Enums.name(explanation.request().measure()), cell));
    }

    private Component figure() {
        Span amount = new Span(shown(explanation.figure()));
        amount.addClassName("ww-figure");
        Span note = new Span(t(
                "cockpit.provenance.note",
                explanation.figure().count(),
                explanation.request().policy(),
                Format.date(day.dayOrToday())));
        note.addClassName("ww-note");
        Div figure = new Div(
                new Div(amount, new Span(t(currency == Currency.USD ? "unit.wan-usd" : "unit.yi")), note),
                ExportButton.icon(Enums.name(explanation.request().measure()), this::table));
        figure.addClassName("ww-provenance-figure");
        return figure;
    }

    /** One line for each entry, then what was left out and why: enough to reckon the figure again. */
    Table table() {
        List<String> heads = List.of(
                t("project.no"),
                t("cockpit.project"),
                t("cockpit.entry"),
                t("cockpit.date"),
                t("field.lateAfterDays"),
                t("publication.position"),
                t("cockpit.count"),
                t(currency == Currency.USD ? "totals.amount-usd" : "totals.amount"),
                t("cockpit.excluded.why"));
        List<List<Object>> lines = new ArrayList<>();
        for (TotalsQuery.ExplainedProject project : explanation.rows()) {
            for (TotalsQuery.ExplainedEvent event : project.events()) {
                lines.add(List.of(
                        project.projectNo(),
                        project.name(),
                        Enums.name(event.cause()),
                        event.occurredOn(),
                        event.daysLate(),
                        event.position(),
                        event.figure().count(),
                        exact(event.figure().in(currency)),
                        ""));
            }
        }
        explanation
                .excluded()
                .forEach(left -> lines.add(List.of(
                        left.projectNo(),
                        left.name(),
                        "",
                        "",
                        "",
                        "",
                        0,
                        left.amount() == null || left.amount().currency() != currency ? "" : exact(left.amount()),
                        why(left.rule()))));
        return Table.of("provenance-" + explanation.request().measure().key(), heads, lines);
    }

    /** To the cent, so that the lines add up to the figure. */
    private BigDecimal exact(Money money) {
        return currency == Currency.USD ? money.inWan() : money.inYi();
    }

    private Component rows() {
        NativeTable table = new NativeTable();
        table.addClassName("ww-table");
        NativeTableRow head = new NativeTableRow();
        List.of("cockpit.project", "cockpit.entry", "cockpit.date")
                .forEach(key -> head.add(new NativeTableHeaderCell(t(key))));
        NativeTableHeaderCell amount = new NativeTableHeaderCell(t("cockpit.amount"));
        amount.addClassName("ww-number");
        head.add(amount);
        table.getHead().add(head);
        for (TotalsQuery.ExplainedProject project : explanation.rows()) {
            Anchor link = new Anchor(day.link("projects/" + project.projectNo()), project.name());
            Span number = new Span(project.projectNo());
            number.addClassName("ww-note");
            NativeTableRow sum = new NativeTableRow(
                    new NativeTableCell(new Div(link, number)), new NativeTableCell(), new NativeTableCell());
            sum.add(money(shown(project.figure()), true));
            table.getBody().add(sum);
            for (TotalsQuery.ExplainedEvent event : project.events()) {
                NativeTableCell entry = new NativeTableCell(new Span(Enums.name(event.cause())));
                if (event.daysLate() > 0) {
                    entry.add(Badges.late(event.daysLate()));
                }
                NativeTableRow row = new NativeTableRow(
                        new NativeTableCell(), entry, new NativeTableCell(Format.date(event.occurredOn())));
                row.add(money(moved(event.figure()), false));
                row.addClassName("ww-2");
                table.getBody().add(row);
            }
        }
        return table;
    }

    /** 亿元, or 万美元 of what is all in dollars. */
    private String shown(Figure figure) {
        Money sum = figure.in(currency);
        return currency == Currency.USD ? Format.wan(sum) : Format.yi(sum);
    }

    private String moved(Figure figure) {
        Money sum = figure.in(currency);
        return Format.signed(
                currency == Currency.USD ? sum.inWan() : sum.shownInYi(), currency == Currency.USD ? 0 : 2);
    }

    private static NativeTableCell money(String text, boolean strong) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("ww-number");
        cell.setClassName("ww-strong", strong);
        return cell;
    }

    /** A reason of the policy's own has its name there; the others are ours. */
    private String why(String rule) {
        return explanation.policy().rules().exclusions().stream()
                .filter(exclusion -> exclusion.code().equals(rule))
                .map(CountingRules.Exclusion::name)
                .findFirst()
                .orElseGet(() ->
                        t("cockpit.excluded." + rule.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private Component excluded() {
        Div list = new Div();
        explanation.excluded().forEach(left -> {
            Span rule = new Span(why(left.rule()));
            rule.addClassName("ww-note");
            list.add(new Div(
                    new Anchor(day.link("projects/" + left.projectNo()), left.name()),
                    new Span(left.amount() == null ? "" : Format.money(left.amount())),
                    rule));
        });
        list.addClassName("ww-excluded");
        return new Section(
                t("cockpit.excluded"),
                t("cockpit.excluded.note", explanation.excluded().size()),
                list);
    }
}
