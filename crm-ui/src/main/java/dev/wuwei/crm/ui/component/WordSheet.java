package dev.wuwei.crm.ui.component;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A table with what stands above and below it, as a Word document across A4. It is in words already: it is written outside of the
 * page, which knows the language.
 *
 * @param rows a row of one cell is a heading for those below it
 */
public record WordSheet(
        String title, List<String> head, List<String> heads, List<List<String>> rows, List<String> foot) {
    private static final int TITLE_SIZE = 16;
    private static final int TEXT_SIZE = 10;
    /** A4 in twentieths of a point. */
    private static final long LONG_SIDE = 16_838;

    private static final long SHORT_SIDE = 11_906;

    /** The same with one line more at the end. */
    WordSheet endingWith(String line) {
        return new WordSheet(
                title,
                head,
                heads,
                rows,
                Stream.concat(foot.stream(), Stream.of(line)).toList());
    }

    public void write(OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var page = document.getDocument().getBody().addNewSectPr().addNewPgSz();
            page.setOrient(STPageOrientation.LANDSCAPE);
            page.setW(BigInteger.valueOf(LONG_SIDE));
            page.setH(BigInteger.valueOf(SHORT_SIDE));
            XWPFParagraph first = document.createParagraph();
            first.setAlignment(ParagraphAlignment.CENTER);
            text(first, title, true, TITLE_SIZE);
            head.forEach(line -> text(document.createParagraph(), line, false, TEXT_SIZE));
            table(document);
            foot.forEach(line -> text(document.createParagraph(), line, false, TEXT_SIZE));
            document.write(out);
        }
    }

    private void table(XWPFDocument document) {
        XWPFTable table = document.createTable(rows.size() + 1, heads.size());
        table.setWidth("100%");
        fill(table, 0, heads, true);
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
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
}
