package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.publication.PublicationCommand.PublishReport;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportKind;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.DialogForm;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Today;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Freezes a report: what is asked, and below it what the ledger answers now. */
class PublishDialog extends DialogForm {
    private final PublicationDesk desk;
    private final PublicationId id = PublicationId.next();
    private final TextField title = field("title", Fields.name(I18n.label("title")));
    private final ComboBox<Option> kind = field(
            "kind",
            Fields.choice(
                    t("publication.kind"),
                    Arrays.stream(ReportKind.values()).map(Option::of).toList()));
    private final DatePicker from = field("periodFrom", Fields.date(I18n.label("periodFrom")));
    private final DatePicker to = field("periodTo", Fields.date(I18n.label("periodTo")));
    private final DatePicker asOf = field("asOf", Fields.date(I18n.label("asOf")));
    private final ComboBox<Option> policy = field("policy", Fields.choice(I18n.label("policy"), List.of()));
    private final MultiSelectComboBox<Option> measures = field(
            "measures",
            Fields.choices(
                    I18n.label("measures"),
                    Arrays.stream(Measure.values())
                            .map(one -> new Option(one.key(), Enums.label(one)))
                            .toList()));
    private final MultiSelectComboBox<Option> breakdowns = field(
            "breakdowns",
            Fields.choices(
                    I18n.label("breakdowns"),
                    Arrays.stream(Dimension.values())
                            .map(one -> new Option(one.key(), Enums.label(one)))
                            .toList()));
    private final DatePicker occurredOn =
            field("occurredOn", Fields.happenedOn(I18n.label("PublishReport.occurredOn")));
    private final Section preview = new Section(t("publication.preview"), t("publication.preview.note"));
    private String proposed = "";

    PublishDialog(PublicationDesk desk) {
        super(desk.commands, t("command.publication.PublishReport"), t("publication.freeze"));
        this.desk = desk;
        asPanel();
        side(kind, policy);
        side(from, to, asOf);
        add(title);
        side(measures, breakdowns);
        add(occurredOn, preview);
        Fields.choose(kind, ReportKind.MONTHLY_BULLETIN.name());
        policy.setItems(desk.policies().stream().map(id -> new Option(id, id)).toList());
        Fields.choose(policy, desk.policyInForce());
        choose(measures, PublicationDesk.usualMeasures());
        choose(breakdowns, PublicationDesk.usualBreakdowns());
        propose();
        kind.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                propose();
            }
        });
        List.of(from, to, asOf).forEach(field -> field.addValueChangeListener(event -> show(event.isFromClient())));
        to.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                proposeTitle();
            }
        });
        measures.addValueChangeListener(event -> show(event.isFromClient()));
        breakdowns.addValueChangeListener(event -> show(event.isFromClient()));
        show(true);
    }

    private static void choose(MultiSelectComboBox<Option> field, List<String> codes) {
        field.setValue(field.getListDataView()
                .getItems()
                .filter(option -> codes.contains(option.code()))
                .collect(Collectors.toSet()));
    }

    /** The last month, quarter or year that is over, from the first of January where it is a month. */
    private void propose() {
        LocalDate today = Today.date();
        LocalDate end = today.withDayOfMonth(1).minusDays(1);
        ReportKind chosen = kind();
        LocalDate last = switch (chosen) {
            case MONTHLY_BULLETIN, AD_HOC -> end;
            case QUARTERLY ->
                today.withDayOfMonth(1)
                        .minusMonths((today.getMonthValue() - 1) % 3)
                        .minusDays(1);
            case YEARLY -> LocalDate.of(today.getYear() - 1, 12, 31);
        };
        from.setValue(chosen == ReportKind.QUARTERLY ? last.plusDays(1).minusMonths(3) : last.withDayOfYear(1));
        to.setValue(last);
        asOf.setValue(last);
        proposeTitle();
        show(true);
    }

    private void proposeTitle() {
        LocalDate last = to.getValue();
        if (last == null || !title.getValue().equals(proposed) && !title.isEmpty()) {
            return;
        }
        String year = String.valueOf(last.getYear());
        proposed = switch (kind()) {
            case MONTHLY_BULLETIN -> t("publication.title.monthly", year, last.getMonthValue());
            case QUARTERLY -> t("publication.title.quarterly", year, (last.getMonthValue() + 2) / 3);
            case YEARLY -> t("publication.title.yearly", year);
            case AD_HOC -> "";
        };
        title.setValue(proposed);
    }

    private ReportKind kind() {
        String code = Fields.code(kind);
        return code == null ? ReportKind.AD_HOC : ReportKind.valueOf(code);
    }

    /** In the order in which they are offered. */
    private static List<String> codes(MultiSelectComboBox<Option> field) {
        Set<Option> chosen = field.getValue();
        return field.getListDataView()
                .getItems()
                .filter(chosen::contains)
                .map(Option::code)
                .toList();
    }

    private void show(boolean asked) {
        if (asked) {
            preview.setBody(preview());
        }
    }

    private Component preview() {
        boolean complete = from.getValue() != null
                && to.getValue() != null
                && asOf.getValue() != null
                && !to.getValue().isBefore(from.getValue())
                && !measures.isEmpty();
        if (!complete) {
            return new Span(t("publication.preview.incomplete"));
        }
        List<PublishedLine> lines;
        try {
            lines = desk.preview(new ReportQuestion(
                    from.getValue(),
                    to.getValue(),
                    asOf.getValue(),
                    Fields.code(policy),
                    codes(measures),
                    codes(breakdowns),
                    CurrentUser.get().parks().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList()));
        } catch (RuleViolated violated) {
            return new Span(ErrorTexts.of(violated));
        }
        Div tables = new Div();
        tables.addClassName("ww-stack-wide");
        for (String measure :
                lines.stream().map(PublishedLine::measure).distinct().toList()) {
            tables.add(table(measure, lines));
        }
        return tables;
    }

    private static Component table(String measure, List<PublishedLine> lines) {
        PlainTable table = PlainTable.headed(List.of(
                        PublicationWords.measure(measure), t("publication.projects"), PublicationWords.unit(measure)))
                .numbers(1, 2);
        String group = null;
        for (PublishedLine line : lines) {
            if (!line.measure().equals(measure)) {
                continue;
            }
            if (!line.isTotal() && !line.dimension().equals(group)) {
                group = line.dimension();
                table.group(PublicationWords.dimension(group), "");
            }
            Figure figure = new Figure(line.count(), line.sums());
            table.row(
                    PublicationWords.className(line),
                    Format.count(line.count()),
                    PublicationWords.amount(figure, measure));
        }
        return table.framed();
    }

    @Override
    protected Command command() {
        String chosen = Fields.code(kind);
        return new PublishReport(
                id,
                title.getValue(),
                chosen == null ? null : ReportKind.valueOf(chosen),
                from.getValue(),
                to.getValue(),
                asOf.getValue(),
                Fields.code(policy),
                codes(measures),
                codes(breakdowns),
                occurredOn.getValue());
    }

    @Override
    protected void saved(CommandResult result) {
        Notify.done(t("publication.frozen"));
        UI.getCurrent().navigate(PublicationNavigation.PATH + "/" + id);
    }
}
