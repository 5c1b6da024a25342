package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wuwei.crm.lookback.Consequence;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ReviewProgress.Rectification;
import dev.wuwei.crm.lookback.SheetFigure;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.WordTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The sheet of a review as a Word document and as a table, in the language of whoever asks. */
final class SheetDocument {
    private static final int TITLE_SIZE = 16;
    private static final int TEXT_SIZE = 10;
    private static final int DECIMALS = 2;
    /** A4 in twentieths of a point. */
    private static final long LONG_SIDE = 16_838;

    private static final long SHORT_SIDE = 11_906;

    private SheetDocument() {}

    static DownloadHandler download(ReviewView review) {
        String name = t("lookback.file", review.campaign(), review.project().name()) + ".docx";
        Content content = content(review);
        return event -> {
            event.setFileName(name);
            event.setContentType(WordTemplate.CONTENT_TYPE);
            write(content, event.getOutputStream());
        };
    }

    /** What the document says, in words: it is written outside of the page, which knows the language. */
    record Content(String title, List<String> head, List<String> heads, List<List<String>> rows, List<String> foot) {}

    private static List<String> heads() {
        return List.of(
                t("agreement.clause"),
                t("agreement.promise"),
                t("agreement.value"),
                t("agreement.due"),
                t("agreement.actual"),
                t("commitment.source"),
                t("agreement.gap"),
                t("agreement.verdict"),
                t("agreement.version"));
    }

    static Content content(ReviewView review) {
        List<String> head = new ArrayList<>();
        head.add(review.project().projectNo() + "　" + review.project().name() + "　"
                + Format.coded(review.project().park()) + "　"
                + Format.money(review.project().signed()));
        for (CommitmentSide side : CommitmentSide.values()) {
            head.add(CommitmentWords.rateName(side) + "　" + CommitmentWords.rate(review.fulfilment(side)));
        }
        for (SheetFigure figure : review.sheet().figures()) {
            head.add(Enums.label(figure.metric()) + "　" + Format.number(figure.value(), DECIMALS) + "　"
                    + figure.inputs());
        }
        List<List<String>> rows = new ArrayList<>();
        for (CommitmentSide side : CommitmentSide.values()) {
            List<CommitmentView> lines = review.lines(side);
            if (!lines.isEmpty()) {
                rows.add(List.of(Enums.label(side)));
                lines.forEach(line -> rows.add(cells(line)));
            }
        }
        return new Content(
                t("lookback.title", review.campaign(), review.project().name()), head, heads(), rows, foot(review));
    }

    private static List<String> cells(CommitmentView line) {
        return List.of(
                line.clause(),
                CommitmentWords.what(line),
                CommitmentWords.promised(line),
                CommitmentWords.due(line),
                CommitmentWords.actual(line),
                CommitmentWords.source(line),
                CommitmentWords.gap(line),
                CommitmentWords.verdictName(line),
                CommitmentWords.version(line));
    }

    private static List<String> foot(ReviewView review) {
        ReviewProgress progress = review.progress();
        List<String> foot = new ArrayList<>();
        progress.visits()
                .forEach(visit ->
                        foot.add(t("lookback.on-site") + "　" + Format.date(visit.on()) + "　" + visit.findings()));
        if (progress.grade() != null) {
            foot.add(t("lookback.rating") + "　" + progress.grade() + "　" + Enums.name(progress.grade()) + "　"
                    + progress.opinion());
        }
        for (Consequence one : progress.consequences()) {
            foot.add(t("lookback.consequences") + "　" + Enums.name(one.kind()) + "　"
                    + (one.amount() == null ? "" : Format.money(one.amount()) + "　")
                    + (one.note() == null ? "" : one.note()));
        }
        for (Rectification one : progress.rectifications()) {
            foot.add(t("lookback.rectification") + "　" + one.demand() + "　" + one.responsible() + "　"
                    + t("lookback.until", Format.date(one.deadline()))
                    + (one.result() == null ? "" : "　" + t("lookback.result", one.result())));
        }
        foot.add(t(
                "lookback.sealed",
                Format.date(review.cutOff()),
                review.sheet().agreementVersion(),
                Format.count(review.position()),
                Format.moment(review.knownAt())));
        return foot;
    }

    static void write(Content content, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var page = document.getDocument().getBody().addNewSectPr().addNewPgSz();
            page.setOrient(STPageOrientation.LANDSCAPE);
            page.setW(BigInteger.valueOf(LONG_SIDE));
            page.setH(BigInteger.valueOf(SHORT_SIDE));
            XWPFParagraph title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            text(title, content.title(), true, TITLE_SIZE);
            content.head().forEach(line -> text(document.createParagraph(), line, false, TEXT_SIZE));
            table(document, content);
            content.foot().forEach(line -> text(document.createParagraph(), line, false, TEXT_SIZE));
            document.write(out);
        }
    }

    private static void table(XWPFDocument document, Content content) {
        int columns = content.heads().size();
        XWPFTable table = document.createTable(content.rows().size() + 1, columns);
        table.setWidth("100%");
        fill(table, 0, content.heads(), true);
        for (int row = 0; row < content.rows().size(); row++) {
            List<String> cells = content.rows().get(row);
            fill(table, row + 1, cells, cells.size() == 1);
        }
    }

    private static void fill(XWPFTable table, int row, List<String> cells, boolean bold) {
        for (int column = 0; column < cells.size(); column++) {
            text(table.getRow(row).getCell(column).getParagraphs().getFirst(), cells.get(column), bold, TEXT_SIZE);
        }
    }

    private static void text(XWPFParagraph paragraph, String text, boolean bold, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
    }

    static Table table(ReviewView review) {
        List<String> heads = new ArrayList<>(List.of(t("commitment.sides")));
        heads.addAll(heads());
        List<List<Object>> rows = new ArrayList<>();
        for (CommitmentSide side : CommitmentSide.values()) {
            for (CommitmentView line : review.lines(side)) {
                List<Object> cells = new ArrayList<>(List.of(Enums.label(side)));
                cells.addAll(cells(line));
                rows.add(cells);
            }
        }
        for (String line : foot(review)) {
            rows.add(Arrays.asList(line));
        }
        return Table.of(t("lookback.file", review.campaign(), review.project().name()), heads, rows);
    }
}
