package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.EventMeta;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as spreadsheets and as text, so that no cell of ours ever becomes a formula of theirs. */
public final class TableWriter {
    /** Spreadsheets hold no more. */
    static final int MOST_ROWS = 1_048_000;

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int COLUMN_WIDTH = 18;

    private TableWriter() {}

    /** A text that a spreadsheet would run gets an apostrophe in front, which makes it a text. */
    public static String harmless(String text) {
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    /** @param foot a line below the rows: as of when, who exported, when */
    public static void xlsx(Table table, String foot, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Wuwei", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            heads(sheet, table.heads(), COLUMN_WIDTH);
            AtomicInteger at = new AtomicInteger();
            table.rows().accept(cells -> {
                int row = at.incrementAndGet();
                if (row <= MOST_ROWS) {
                    for (int column = 0; column < cells.size(); column++) {
                        cell(sheet, row, column, cells.get(column));
                    }
                    flush(sheet, row);
                }
            });
            sheet.value(Math.min(at.get(), MOST_ROWS) + 2, 0, foot);
        }
    }

    /** The first line of a sheet, which stays in sight. */
    public static void heads(Worksheet sheet, List<String> heads, int width) {
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.width(column, width);
        }
        sheet.range(0, 0, 0, Math.max(0, heads.size() - 1)).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void flush(Worksheet sheet, int row) {
        if (row % Table.PAGE == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case null -> {}
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, EventMeta.ZONE));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, harmless(value.toString()));
        }
    }

    /** With a byte order mark, so that Excel reads the Chinese. */
    public static void csv(Table table, String foot, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        line(writer, List.copyOf(table.heads()));
        table.rows().accept(cells -> line(writer, cells));
        line(writer, List.of());
        line(writer, List.of(foot));
        writer.flush();
    }

    private static void line(Writer writer, List<?> cells) {
        try {
            for (int at = 0; at < cells.size(); at++) {
                if (at > 0) {
                    writer.write(',');
                }
                writer.write(quoted(cells.get(at)));
            }
            writer.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case LocalDate date -> date.toString();
            case Instant instant ->
                LocalDateTime.ofInstant(instant, EventMeta.ZONE).toString();
            default -> '"' + harmless(value.toString()).replace("\"", "\"\"") + '"';
        };
    }
}
