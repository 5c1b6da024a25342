package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.TrailingYear;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Actual;
import dev.wuwei.crm.projections.dossier.DossierView.Capacity;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import java.util.List;

/** 企业实绩, and of the last twelve months what counts for 达产. */
class ActualsList extends Composite<Section> {
    private final DossierPage page;
    private final DossierView dossier;

    ActualsList(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
    }

    @Override
    protected Section initContent() {
        PlainTable table = new PlainTable(
                        "progress.period",
                        "progress.output",
                        "progress.main-revenue",
                        "progress.tax",
                        "progress.jobs",
                        "progress.investment",
                        "progress.source",
                        "")
                .numbers(1, 2, 3, 4, 5)
                .cards(1);
        for (Actual actual : dossier.actuals()) {
            table.row(
                    new Span(
                            actual.firstMonth().equals(actual.lastMonth())
                                    ? actual.firstMonth().toString()
                                    : t("progress.months-from-to", actual.firstMonth(), actual.lastMonth())),
                    new Span(Format.money(actual.figures().output())),
                    new Span(Format.money(actual.figures().revenue())),
                    new Span(Format.money(actual.figures().tax())),
                    new Span(
                            actual.figures().jobs() == null
                                    ? Format.NOTHING
                                    : Format.count(actual.figures().jobs())),
                    new Span(Format.money(actual.figures().investment())),
                    new Span(Format.text(actual.figures().source())),
                    page.actions()
                            .about(
                                    List.of("followup.CorrectActuals"),
                                    context -> context.with("firstMonth", actual.firstMonth())
                                            .with("lastMonth", actual.lastMonth())
                                            .with("figures", actual.figures())));
        }
        Section section = new Section(
                        t("progress.actuals"),
                        "",
                        dossier.actuals().isEmpty() ? Spans.note(t("progress.actuals.none")) : table.framed())
                .aside(page.actions().buttons("followup.ReportActuals"));
        dossier.capacity().ifPresent(capacity -> section.setBody(year(capacity), table.framed()));
        return section;
    }

    /** What counts for 达产: the last twelve months beside what was agreed. */
    private static Component year(Capacity capacity) {
        TrailingYear year = capacity.reached();
        return Facts.row()
                .add(t("progress.year"), t("progress.months-from-to", year.from(), year.to()))
                .add(
                        t("progress.year.output"),
                        beside(
                                year.output(),
                                capacity.agreed().output(),
                                capacity.enough().output()))
                .add(
                        t("progress.year.tax"),
                        beside(
                                year.tax(),
                                capacity.agreed().tax(),
                                capacity.enough().tax()));
    }

    private static Component beside(Money reached, Money agreed, Money enough) {
        Span words = new Span(t(
                "progress.year.of",
                reached == null ? t("progress.year.incomplete") : Format.money(reached),
                agreed == null ? t("progress.year.nothing-agreed") : Format.money(agreed)));
        words.setClassName("ww-late-words", reached != null && enough != null && reached.compareTo(enough) < 0);
        return words;
    }
}
