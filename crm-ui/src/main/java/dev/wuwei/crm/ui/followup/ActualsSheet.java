package dev.wuwei.crm.ui.followup;

import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/**
 * Enterprise actuals (企业实绩) as a spreadsheet: a row for each project and month, amounts in 万元. Every cell that cannot be
 * read is named; a formula is nobody's figure and is refused.
 */
final class ActualsSheet {
    static final int MOST_ROWS = 2_000;
    private static final int COLUMN_WIDTH = 20;
    private static final int MOST_DECIMALS = 6;
    private static final long MOST_UNPACKED = 20L * 1024 * 1024;
    private static final List<String> HEADS = List.of(
            "actuals-sheet.no",
            "actuals-sheet.month",
            "actuals-sheet.output",
            "actuals-sheet.revenue",
            "actuals-sheet.tax",
            "actuals-sheet.jobs",
            "actuals-sheet.investment",
            "actuals-sheet.source");

    /** Of the command, column by column. */
    private static final List<String> FIELDS = List.of(
            "followUpId",
            "firstMonth",
            "figures.output",
            "figures.revenue",
            "figures.tax",
            "figures.jobs",
            "figures.investment",
            "figures.source");

    static {
        // What a small file may unpack to; a zip bomb is refused while it is read.
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
    }

    /** @param line as the spreadsheet numbers it */
    record Line(int line, String projectNo, YearMonth month, EnterpriseActuals figures) {}

    /**
     * @param cell {@code C7}, or the line, or empty for the whole file
     * @param key of the words
     */
    record Problem(String cell, String key, List<Object> args) {
        /** As one reads the sheet: row by row, what concerns a whole row before its cells. */
        static final Comparator<Problem> BY_PLACE =
                Comparator.comparingInt(Problem::row).thenComparing(Problem::letters);

        static Problem at(String cell, String key, Object... args) {
            return new Problem(cell, key, List.of(args));
        }

        /** @return as the spreadsheet numbers it; 0 for the whole file */
        int row() {
            String digits = cell.replaceAll("\\D", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }

        private String letters() {
            return cell.replaceAll("\\d", "");
        }

        /** @return the head of its column; empty for a whole row or file */
        Optional<String> head() {
            return letters().isEmpty()
                    ? Optional.empty()
                    : Optional.of(HEADS.get(CellReference.convertColStringToIndex(letters())));
        }
    }

    record Content(List<Line> lines, List<Problem> problems) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ActualsSheet() {}

    static void template(Locale locale, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Wuwei", "1.0")) {
            List<String> heads =
                    HEADS.stream().map(head -> I18n.text(locale, head)).toList();
            TableWriter.heads(book.newWorksheet("1"), heads, COLUMN_WIDTH);
        }
    }

    static Content read(InputStream in) {
        ActualsSheet sheet = new ActualsSheet();
        try (XSSFWorkbook book = new XSSFWorkbook(in)) {
            sheet.read(book.getSheetAt(0));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            return new Content(List.of(), List.of(Problem.at("", "actuals-sheet.unreadable")));
        }
        return new Content(List.copyOf(sheet.lines), List.copyOf(sheet.problems));
    }

    /** @return where a row holds what a field of the command says; the row itself for what it has no column for */
    static String cell(String field, int line) {
        int column = field == null ? -1 : FIELDS.indexOf(field);
        return (column < 0 ? "" : CellReference.convertNumToColString(column)) + line;
    }

    private void read(Sheet sheet) {
        if (!isTemplate(sheet.getRow(0))) {
            problems.add(Problem.at("1", "actuals-sheet.not-the-template"));
            return;
        }
        if (sheet.getLastRowNum() > MOST_ROWS) {
            problems.add(Problem.at("", "actuals-sheet.too-many", MOST_ROWS));
            return;
        }
        for (int index = 1; index <= sheet.getLastRowNum(); index++) {
            Row row = sheet.getRow(index);
            if (row != null && IntStream.range(0, HEADS.size()).anyMatch(column -> isFilled(row.getCell(column)))) {
                line(row);
            }
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at("", "actuals-sheet.empty"));
        }
    }

    private static boolean isTemplate(Row heads) {
        return heads != null
                && List.of(I18n.CHINESE, I18n.ENGLISH).stream()
                        .anyMatch(locale -> IntStream.range(0, HEADS.size())
                                .allMatch(column -> heads.getCell(column) != null
                                        && heads.getCell(column).getCellType() == CellType.STRING
                                        && heads.getCell(column)
                                                .getStringCellValue()
                                                .strip()
                                                .equals(I18n.text(locale, HEADS.get(column)))));
    }

    private static boolean isFilled(Cell cell) {
        return cell != null
                && cell.getCellType() != CellType.BLANK
                && !(cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().isBlank());
    }

    private void line(Row row) {
        int before = problems.size();
        String no = text(row, 0);
        YearMonth month = month(row, 1);
        Money output = amount(row, 2);
        Money revenue = amount(row, 3);
        Money tax = amount(row, 4);
        Integer jobs = jobs(row, 5);
        Money investment = amount(row, 6);
        String source = text(row, 7);
        if (problems.size() == before) {
            lines.add(new Line(
                    row.getRowNum() + 1,
                    no,
                    month,
                    new EnterpriseActuals(output, revenue, tax, jobs, investment, source)));
        }
    }

    private String text(Row row, int column) {
        Cell cell = row.getCell(column);
        if (!isFilled(cell)) {
            return wrong(row, column, "actuals-sheet.missing");
        }
        if (cell.getCellType() != CellType.STRING) {
            return wrong(row, column, "actuals-sheet.text");
        }
        String text = cell.getStringCellValue().strip();
        return text.length() > Checks.NAME ? wrong(row, column, "actuals-sheet.text") : text;
    }

    /** {@code 2023-11} as a text, or any day of the month. */
    private YearMonth month(Row row, int column) {
        Cell cell = row.getCell(column);
        if (!isFilled(cell)) {
            return wrong(row, column, "actuals-sheet.missing");
        }
        try {
            if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
                return YearMonth.from(cell.getLocalDateTimeCellValue());
            }
            if (cell.getCellType() == CellType.STRING) {
                return YearMonth.parse(cell.getStringCellValue().strip());
            }
        } catch (DateTimeException e) {
            return wrong(row, column, "actuals-sheet.month-unreadable");
        }
        return wrong(row, column, "actuals-sheet.month-unreadable");
    }

    private Money amount(Row row, int column) {
        BigDecimal wan = number(row, column);
        if (wan == null) {
            return null;
        }
        return wan.signum() < 0 || wan.stripTrailingZeros().scale() > MOST_DECIMALS
                ? wrong(row, column, "actuals-sheet.number")
                : Money.wan(wan.toPlainString());
    }

    private Integer jobs(Row row, int column) {
        BigDecimal count = number(row, column);
        if (count == null) {
            return null;
        }
        try {
            return count.intValueExact();
        } catch (ArithmeticException e) {
            return wrong(row, column, "actuals-sheet.whole");
        }
    }

    private BigDecimal number(Row row, int column) {
        Cell cell = row.getCell(column);
        if (!isFilled(cell)) {
            return null;
        }
        return cell.getCellType() == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)
                ? BigDecimal.valueOf(cell.getNumericCellValue())
                : wrong(row, column, "actuals-sheet.number");
    }

    private <T> T wrong(Row row, int column, String key) {
        Cell cell = row.getCell(column);
        boolean formula = cell != null && cell.getCellType() == CellType.FORMULA;
        problems.add(Problem.at(
                CellReference.convertNumToColString(column) + (row.getRowNum() + 1),
                formula ? "actuals-sheet.formula" : key));
        return null;
    }
}
