package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Return;
import dev.wuwei.crm.projections.dossier.DossierView.ReturnCorrection;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import java.util.Comparator;
import java.util.List;

/** 月报 of all phases, the latest first, each with what it said before it was corrected. */
class ReturnList extends Composite<Section> {
    private final DossierPage page;
    private final DossierView dossier;

    ReturnList(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
    }

    @Override
    protected Section initContent() {
        if (dossier.returns().isEmpty()) {
            Span words = new Span(t("progress.returns.none"));
            words.addClassName("ww-2");
            return new Section(t("progress.returns"), "", words)
                    .aside(page.actions().buttons("followup.FileMonthlyReturn"));
        }
        PlainTable table = new PlainTable(
                        "project.return.month",
                        "progress.phase",
                        "progress.this-month",
                        "progress.to-date",
                        "progress.percent",
                        "progress.words",
                        "progress.problems",
                        "progress.entered",
                        "")
                .numbers(2, 3, 4)
                .cards(2);
        dossier.returns().stream()
                .sorted(Comparator.comparing(Return::month).reversed().thenComparing(Return::phase))
                .forEach(one -> returned(table, one));
        return new Section(
                        t("progress.returns"),
                        t("progress.months", dossier.returns().size()),
                        table.framed())
                .aside(page.actions().buttons("followup.FileMonthlyReturn"));
    }

    private void returned(PlainTable table, Return one) {
        table.row(
                new Span(one.month().toString()),
                new Span(one.phase()),
                new Span(Format.money(one.figures().investedThisMonth())),
                toDate(one),
                new Span(
                        one.figures().progressPercent() == null
                                ? Format.NOTHING
                                : Format.number(one.figures().progressPercent(), 0) + "%"),
                progress(one),
                new Span(Format.text(one.figures().problems())),
                Spans.note(page.words().enteredBecause(one.entered())),
                page.actions()
                        .about(
                                List.of("followup.CorrectMonthlyReturn"),
                                context -> context.with("phase", one.phase())
                                        .with("month", one.month())
                                        .with("figures", one.figures())));
    }

    private Component progress(Return one) {
        Div cell = new Div(new Span(Format.text(one.figures().progress())));
        cell.addClassName("ww-stack");
        if (one.figures().photos() != null && !one.figures().photos().isEmpty()) {
            cell.add(page.files().pictures(one.figures().photos()));
        }
        return cell;
    }

    private Component toDate(Return one) {
        Div cell = new Div(new Span(Format.money(one.figures().investedToDate())));
        cell.addClassName("ww-stack");
        for (ReturnCorrection correction : one.corrections()) {
            Span before = new Span(Format.money(correction.figures().investedToDate()));
            before.addClassName("ww-struck");
            before.setTitle(page.words().enteredBecause(correction.corrected()));
            cell.add(before);
        }
        return cell;
    }
}
