package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wuwei.crm.platform.files.FileType;
import dev.wuwei.crm.ui.component.ComponentTexts;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.followup.ActualsImport.Outcome;
import dev.wuwei.crm.ui.followup.ActualsSheet.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Uploads a spreadsheet of enterprise actuals, and says cell by cell what is wrong with it. */
class ActualsDialog extends Dialog {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final ActualsImport actuals;
    private final Div problems = new Div();

    ActualsDialog(ActualsImport actuals) {
        super(t("actuals-sheet.import"));
        this.actuals = actuals;
        addClassName("ww-dialog");
        Upload upload = new Upload(this::receive);
        upload.setUploadButton(new Button(t("actuals-sheet.choose"), Icon.CLIP.create()));
        upload.setI18n(ComponentTexts.upload());
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".xlsx");
        upload.addFileRejectedListener(event -> show(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(Spans.note(t("actuals-sheet.note", ActualsSheet.MOST_ROWS)), template(), upload, problems);
        getFooter().add(new Button(t("component.close"), event -> close()));
    }

    private static Component template() {
        Locale locale = I18n.locale();
        DownloadHandler handler = event -> {
            event.setFileName(I18n.text(locale, "actuals-sheet.file") + ".xlsx");
            event.setContentType(FileType.XLSX.contentType("xlsx"));
            ActualsSheet.template(locale, event.getOutputStream());
        };
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, t("actuals-sheet.template"));
        link.addClassName("ww-file-link");
        return new Div(link);
    }

    private void receive(UploadEvent event) throws IOException {
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        event.getUI().access(() -> take(content));
    }

    private void take(byte[] content) {
        if (content.length > MOST_BYTES) {
            show(t("actuals-sheet.unreadable"));
            return;
        }
        Outcome outcome = actuals.take(new ByteArrayInputStream(content));
        if (outcome.problems().isEmpty()) {
            close();
            Notify.done(t("actuals-sheet.stored", outcome.stored()));
            return;
        }
        UnorderedList list = new UnorderedList();
        outcome.problems().forEach(problem -> list.add(new ListItem(words(problem))));
        Span head = new Span(t("actuals-sheet.problems", outcome.problems().size()));
        head.addClassName("ww-late-words");
        ExportButton export = new ExportButton(t("actuals-sheet.export"), () -> table(outcome.problems()));
        problems.removeAll();
        problems.add(head, list, export);
    }

    static Table table(List<Problem> problems) {
        return Table.of(
                t("actuals-sheet.problems-file"),
                List.of(t("actuals-sheet.row"), t("actuals-sheet.column"), t("actuals-sheet.problem")),
                problems.stream()
                        .map(problem -> Arrays.<Object>asList(
                                problem.row() == 0 ? null : problem.row(),
                                problem.head().map(head -> t(head)).orElse(null),
                                t(problem.key(), problem.args().toArray())))
                        .toList());
    }

    private void show(String text) {
        problems.removeAll();
        problems.add(new Span(text));
    }

    static String words(Problem problem) {
        String text = t(problem.key(), problem.args().toArray());
        if (problem.cell().isEmpty()) {
            return text;
        }
        return problem.head()
                .map(head -> t("actuals-sheet.at-cell", problem.row(), t(head), text))
                .orElseGet(() -> t("actuals-sheet.at-line", problem.row(), text));
    }
}
