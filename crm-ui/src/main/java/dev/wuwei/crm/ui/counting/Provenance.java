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
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a number comes from: its projects, the entries of each, and what was left out under which rule. */
public class Provenance extends Composite<Div> {
    private final TotalsQuery.Explanation explanation;
    private final AsOf day;
    private final Measure measure;

    public Provenance(TotalsQuery.Explanation explanation, AsOf day) {
        this.explanation = explanation;
        this.day = day;
        this.measure = explanation.request().measure();
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
        Div sums = new Div();
        for (Money sum : explanation.figure().sums().isEmpty()
                ? List.of(Money.zero(measure.currency()))
                : explanation.figure().sums()) {
            boolean dollars = sum.currency() == Currency.USD;
            Span amount = new Span(dollars ? Format.wan(sum) : Format.yi(sum));
            amount.addClassName("ww-figure");
            sums.add(amount, new Span(t(dollars ? "unit.wan-usd" : "unit.yi")));
        }
        Span note = new Span(t(
                "cockpit.provenance.note",
                explanation.figure().count(),
                explanation.request().policy(),
                Format.date(day.dayOrToday())));
        note.addClassName("ww-note");
        sums.add(note);
        Div figure = new Div(sums, ExportButton.icon(Enums.name(measure), this::table));
        figure.addClassName("ww-provenance-figure");
        Paragraph how = new Paragraph(
                period() + RuleWords.sentence(measure, explanation.policy().rules()));
        how.addClassName("ww-provenance-how");
        return new Div(figure, how);
    }

    private String period() {
        LocalDate from = explanation.request().from();
        LocalDate to = explanation.request().to();
        if (from == null && to == null) {
            return "";
        }
        return t("counting.how.period", from == null ? "" : Format.date(from), to == null ? "" : Format.date(to));
    }

    /** One line for each entry, then what was left out and why: enough to reckon the figure again. */
    Table table() {
        List<Currency> currencies = FigureWords.columns(
                measure,
                Stream.concat(
                        explanation.rows().stream()
                                .flatMap(row -> row.events().stream())
                                .map(TotalsQuery.ExplainedEvent::figure),
                        explanation.excluded().stream().map(Provenance::lookedFor)));
        List<String> heads = new ArrayList<>(List.of(
                t("project.no"),
                t("cockpit.project"),
                t("cockpit.entry"),
                t("cockpit.date"),
                t("field.lateAfterDays"),
                t("audit.recorded"),
                t("audit.by"),
                t("publication.position"),
                t("cockpit.count")));
        currencies.forEach(currency -> heads.add(FigureWords.head(currency)));
        heads.add(t("cockpit.excluded.why"));
        List<List<Object>> lines = new ArrayList<>();
        for (TotalsQuery.ExplainedProject project : explanation.rows()) {
            for (TotalsQuery.ExplainedEvent event : project.events()) {
                List<Object> line = new ArrayList<>(List.of(
                        project.projectNo(),
                        project.name(),
                        Enums.name(event.cause()),
                        event.occurredOn(),
                        event.daysLate(),
                        event.recordedAt(),
                        Objects.requireNonNullElse(event.recordedBy(), ""),
                        event.position(),
                        event.figure().count()));
                currencies.forEach(currency -> line.add(FigureWords.exact(event.figure(), currency)));
                line.add("");
                lines.add(line);
            }
        }
        explanation.excluded().forEach(left -> {
            List<Object> line = new ArrayList<>(List.of(left.projectNo(), left.name(), "", "", "", "", "", "", 0));
            currencies.forEach(currency -> line.add(
                    left.amount() == null || left.amount().currency() != currency
                            ? ""
                            : FigureWords.exact(lookedFor(left), currency)));
            line.add(why(left));
            lines.add(line);
        });
        return Table.of("provenance-" + measure.key(), heads, lines);
    }

    private static Figure lookedFor(TotalsQuery.Excluded left) {
        return left.amount() == null ? Figure.NOTHING : new Figure(0, List.of(left.amount()));
    }

    private Component rows() {
        NativeTable table = new NativeTable();
        table.addClassName("ww-table");
        NativeTableRow head = new NativeTableRow();
        List.of("cockpit.project", "cockpit.entry", "cockpit.date")
                .forEach(key -> head.add(new NativeTableHeaderCell(t(key))));
        NativeTableHeaderCell amount = new NativeTableHeaderCell(FigureWords.unit(measure));
        amount.addClassName("ww-number");
        head.add(amount);
        table.getHead().add(head);
        for (TotalsQuery.ExplainedProject project : explanation.rows()) {
            Anchor link = new Anchor(day.link("projects/" + project.projectNo()), project.name());
            Span number = new Span(project.projectNo());
            number.addClassName("ww-note");
            NativeTableRow sum = new NativeTableRow(
                    new NativeTableCell(new Div(link, number)), new NativeTableCell(), new NativeTableCell());
            sum.add(money(FigureWords.amount(project.figure(), measure), true));
            table.getBody().add(sum);
            for (TotalsQuery.ExplainedEvent event : project.events()) {
                Div what = new Div(new Span(Enums.name(event.cause())));
                if (event.daysLate() > 0) {
                    what.add(Badges.late(event.daysLate()));
                }
                what.addClassName("ww-inline");
                NativeTableCell entry = new NativeTableCell(what, Spans.note(entered(event)));
                NativeTableRow row = new NativeTableRow(
                        new NativeTableCell(), entry, new NativeTableCell(Format.date(event.occurredOn())));
                row.add(money(FigureWords.moved(event.figure(), measure), false));
                row.addClassName("ww-2");
                table.getBody().add(row);
            }
        }
        return table;
    }

    /** 录入 09-27 10:05　周戊. */
    private static String entered(TotalsQuery.ExplainedEvent event) {
        return Format.joined(t("history.recorded", Format.recorded(event.recordedAt())), event.recordedBy());
    }

    private static NativeTableCell money(String text, boolean strong) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("ww-number");
        cell.setClassName("ww-strong", strong);
        return cell;
    }

    /** A reason of the policy's own has its name there; the others are ours. */
    private String why(TotalsQuery.Excluded left) {
        return explanation.policy().rules().exclusions().stream()
                .filter(exclusion -> exclusion.code().equals(left.rule()))
                .map(CountingRules.Exclusion::name)
                .findFirst()
                .orElseGet(() -> t(
                        "cockpit.excluded."
                                + left.rule().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Format.date(left.countedOn())));
    }

    private Component excluded() {
        Div list = new Div();
        explanation.excluded().forEach(left -> {
            Span rule = new Span(why(left));
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
