package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
    private static final Table TABLE = Table.of(
            "leads",
            List.of("编号", "项目", "亿元", "签约日"),
            List.of(
                    List.of(
                            "ZS-2023-0042",
                            "=HYPERLINK(\"http://x\",\"甲子\")",
                            new BigDecimal("10.20"),
                            LocalDate.of(2023, 8, 31)),
                    Arrays.asList("ZS-2023-0043", "乙丑“食品”,二期", null, null)));

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_never_becomes_a_formula(String text) {
        assertThat(TableWriter.harmless(text)).isEqualTo("'" + text);
    }

    @Test
    void ordinary_text_stays_as_it_is() {
        assertThat(TableWriter.harmless("甲子纺织")).isEqualTo("甲子纺织");
        assertThat(TableWriter.harmless("")).isEmpty();
    }

    @Test
    void csv_is_quoted_marked_as_unicode_and_ends_with_the_foot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.csv(TABLE, "截至 2023-11-30", out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                \ufeff"编号","项目","亿元","签约日"
                "ZS-2023-0042","'=HYPERLINK(""http://x"",""甲子"")",10.20,2023-08-31
                "ZS-2023-0043","乙丑“食品”,二期",,

                "截至 2023-11-30"
                """.replace("\n", "\r\n"));
    }

    @Test
    void a_spreadsheet_holds_texts_numbers_and_dates_but_no_formula(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("leads.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableWriter.xlsx(TABLE, "截至 2023-11-30", out);
        }

        try (ZipFile book = new ZipFile(file.toFile())) {
            assertThat(part(book, "xl/worksheets/sheet1.xml"))
                    .doesNotContain("<f>")
                    .contains("<v>10.20</v>");
            assertThat(part(book, "xl/sharedStrings.xml"))
                    .contains("&apos;=HYPERLINK")
                    .contains("2023-11-30");
        }
    }

    private static String part(ZipFile book, String name) throws IOException {
        return new String(book.getInputStream(book.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
