package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.MeetingKind;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.projections.dossier.DossierView.FiledAttachment;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Terms;
import java.util.List;
import java.util.Locale;

/** 附件: every file of the project with what it belongs to. A file is handed in with what it proves. */
class FilesTab extends Composite<Div> {
    private final DossierPage page;

    FilesTab(DossierPage page) {
        this.page = page;
        getContent().addClassName("ww-file-sections");
        List<FiledAttachment> files = page.dossier().attachments();
        if (files.isEmpty()) {
            getContent().add(new EmptyState(t("files.none"), t("files.none.note"), hand()));
            return;
        }
        getContent().add(new Section(t("project.tab.files"), t("files.note"), table(files)).aside(hand()));
    }

    /** What takes files and is done most often; a visit has its own button in the header of every page. */
    private Component[] hand() {
        return page.actions()
                .buttons("negotiation.AdoptPlan", "signing.RecordArrivedCapital", "followup.FileMonthlyReturn");
    }

    private Component table(List<FiledAttachment> files) {
        PlainTable table = new PlainTable("files.name", "files.of", "files.on", "files.size", "files.entered")
                .numbers(3)
                .cards(1);
        files.forEach(file -> table.row(
                page.files().link(file.file()),
                new Span(of(file)),
                new Span(Format.date(file.on())),
                new Span(Format.bytes(file.file().size())),
                Spans.note(page.words().entered(file.entered()))));
        return table.framed();
    }

    /** 走访, 第 2 轮洽谈, 协议 v2, 月报 一期 2023-11. */
    private static String of(FiledAttachment file) {
        String label = switch (file.kind()) {
            case "VISIT" -> Enums.name(VisitKind.valueOf(file.label()));
            case "ELEMENT" -> Enums.name(ElementKind.valueOf(file.label()));
            case "MEETING" -> Enums.name(MeetingKind.valueOf(file.label()));
            case "PERMIT" -> Terms.of(file.label());
            default -> file.label();
        };
        return t("files.of." + file.kind().toLowerCase(Locale.ROOT), Format.text(label));
    }
}
