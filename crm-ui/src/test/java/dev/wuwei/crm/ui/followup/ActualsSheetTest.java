package dev.wuwei.crm.ui.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.followup.ActualsSheet.Content;
import dev.wuwei.crm.ui.followup.ActualsSheet.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ActualsSheetTest {
    /** The template as it is downloaded, filled in. */
    static byte[] filled(Consumer<Sheet> fill) throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        ActualsSheet.template(I18n.CHINESE, template);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    static Row row(Sheet sheet, int line, String no, String month, double output) {
        Row row = sheet.createRow(line - 1);
        row.createCell(0).setCellValue(no);
        row.createCell(1).setCellValue(month);
        row.createCell(2).setCellValue(output);
        row.createCell(7).setCellValue("统计月报");
        return row;
    }

    private static Content read(Consumer<Sheet> fill) throws IOException {
        return ActualsSheet.read(new ByteArrayInputStream(filled(fill)));
    }

    @Test
    void reads_a_row_for_each_project_and_month_and_passes_over_empty_ones() throws IOException {
        Content content = read(sheet -> {
            Row row = row(sheet, 2, " ZS-2023-0001 ", "2023-11", 1250.5);
            row.createCell(4).setCellValue(36);
            row.createCell(5).setCellValue(85);
            row.createCell(6).setCellValue(300);
            sheet.createRow(2).createCell(0).setCellValue(" ");
            row(sheet, 4, "ZS-2023-0002", "2023-10", 10);
        });
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).extracting(ActualsSheet.Line::line).containsExactly(2, 4);
        assertThat(content.lines().getFirst())
                .returns("ZS-2023-0001", ActualsSheet.Line::projectNo)
                .returns(YearMonth.of(2023, 11), ActualsSheet.Line::month);
        assertThat(content.lines().getFirst().figures())
                .returns(Money.wan("1250.5"), figures -> figures.output())
                .returns(null, figures -> figures.revenue())
                .returns(Money.wan("36"), figures -> figures.tax())
                .returns(85, figures -> figures.jobs())
                .returns(Money.wan("300"), figures -> figures.investment())
                .returns("统计月报", figures -> figures.source());
    }

    @Test
    void a_month_may_be_a_day_of_it() throws IOException {
        Content content = read(sheet -> {
            CellStyle day = sheet.getWorkbook().createCellStyle();
            day.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
            Cell cell = row(sheet, 2, "ZS-2023-0001", "", 1).createCell(1);
            cell.setCellValue(LocalDate.of(2023, 11, 30));
            cell.setCellStyle(day);
        });
        assertThat(content.lines()).singleElement().returns(YearMonth.of(2023, 11), ActualsSheet.Line::month);
    }

    @Test
    void names_every_bad_cell_and_refuses_formulas() throws IOException {
        Content content = read(sheet -> {
            Row first = row(sheet, 2, "ZS-2023-0001", "November", 1);
            first.createCell(2).setCellFormula("1+1");
            first.createCell(3).setCellValue("many");
            first.createCell(5).setCellValue(8.5);
            Row second = row(sheet, 3, "ZS-2023-0002", "2023-13", -1);
            second.createCell(0).setCellValue(42);
            second.createCell(7).setBlank();
        });
        assertThat(content.lines()).isEmpty();
        assertThat(content.problems())
                .extracting(Problem::cell, Problem::key)
                .containsExactly(
                        tuple("B2", "actuals-sheet.month-unreadable"),
                        tuple("C2", "actuals-sheet.formula"),
                        tuple("D2", "actuals-sheet.number"),
                        tuple("F2", "actuals-sheet.whole"),
                        tuple("A3", "actuals-sheet.text"),
                        tuple("B3", "actuals-sheet.month-unreadable"),
                        tuple("C3", "actuals-sheet.number"),
                        tuple("H3", "actuals-sheet.missing"));
    }

    @Test
    void refuses_what_is_no_spreadsheet_not_the_template_empty_or_too_long() throws IOException {
        assertThat(ActualsSheet.read(new ByteArrayInputStream("产值,税收".getBytes(StandardCharsets.UTF_8)))
                        .problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.unreadable");
        assertThat(read(sheet -> sheet.getRow(0).getCell(3).setCellValue("收入")).problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.not-the-template");
        assertThat(read(sheet -> {}).problems()).extracting(Problem::key).containsExactly("actuals-sheet.empty");
        assertThat(read(sheet -> row(sheet, ActualsSheet.MOST_ROWS + 2, "ZS-2023-0001", "2023-11", 1))
                        .problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.too-many");
    }

    @Test
    void refuses_a_small_file_that_unpacks_to_a_very_large_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            .getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(blanks);
            }
            zip.write("</Types>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(1024 * 1024);
        assertThat(ActualsSheet.read(new ByteArrayInputStream(out.toByteArray()))
                        .problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.unreadable");
    }
}
