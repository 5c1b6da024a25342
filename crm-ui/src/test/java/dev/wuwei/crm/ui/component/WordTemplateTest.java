package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.WordTemplate.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

class WordTemplateTest {
    private static final String NAME = "templates/letter.docx";

    @TempDir
    private Path own;

    private record Known(Map<String, String> texts, Map<String, List<Source>> lists) implements Source {
        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        @Override
        public Optional<List<Source>> rows(String name) {
            return Optional.ofNullable(lists.get(name));
        }
    }

    private static Source row(String name, String count) {
        return new Known(Map.of("name", name, "count", count), Map.of());
    }

    private interface Content {
        void into(XWPFDocument document);
    }

    private void template(Content content) throws IOException {
        Path file = own.resolve(NAME);
        Files.createDirectories(file.getParent());
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            content.into(document);
            document.write(out);
        }
    }

    private String written(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordTemplate(own, NAME).write(source, out);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText().strip();
        }
    }

    private void table() throws IOException {
        template(document -> {
            XWPFTable table = document.createTable(3, 2);
            table.getRow(0).getCell(0).setText("类别");
            table.getRow(1).getCell(0).setText("{{each industries}}{{name}}");
            table.getRow(1).getCell(1).setText("{{count}}{{unit}}");
            table.getRow(2).getCell(0).setText("合计");
        });
    }

    @Test
    void a_row_is_repeated_for_each_of_a_list_and_knows_what_the_document_knows() throws IOException {
        table();
        Source source = new Known(Map.of("unit", "个"), Map.of("industries", List.of(row("纺织", "3"), row("食品", "5"))));
        assertThat(written(source).lines()).containsExactly("类别\t", "纺织\t3个", "食品\t5个", "合计");
    }

    @Test
    void a_list_without_rows_leaves_none() throws IOException {
        table();
        assertThat(written(new Known(Map.of(), Map.of("industries", List.of()))).lines())
                .containsExactly("类别\t", "合计");
    }

    @Test
    void a_name_that_word_cut_into_runs_is_one_and_what_is_put_in_is_not_looked_up_again() throws IOException {
        template(document -> {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("致 {{ na");
            paragraph.createRun().setText("me }}：");
        });
        assertThat(written(new Known(Map.of("name", "$1 {{name}}"), Map.of()))).isEqualTo("致 $1 {{name}}：");
    }

    @Test
    void rejects_names_and_lists_without_a_source_all_at_once() throws IOException {
        template(document -> {
            document.createParagraph().createRun().setText("{{known}} {{unknown}}");
            document.createTable(1, 1).getRow(0).getCell(0).setText("{{each nothing}}");
        });
        assertThatThrownBy(() -> written(new Known(Map.of("known", ""), Map.of())))
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.rule()).isEqualTo(DocumentRule.NO_SOURCE);
                    assertThat(violated.violations().getFirst().args().getFirst())
                            .asString()
                            .contains("nothing", "unknown")
                            .doesNotContain("each");
                });
    }

    @Test
    void rejects_what_must_not_be_typed_wherever_it_stands_but_not_what_word_puts_in_itself() throws IOException {
        template(document -> {
            document.createParagraph().createRun().setText("签约 {{count}} 个");
            document.createTable(1, 1).getRow(0).getCell(0).setText("typed in a cell");
            XWPFParagraph footer =
                    document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            footer.createRun().setText("typed in the footer");
            XWPFRun field = footer.createRun();
            field.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
            footer.createRun().setText("typed by Word");
            footer.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordTemplate strict =
                new WordTemplate(own, NAME, paragraph -> paragraph.contains("typed") ? List.of(paragraph) : List.of());
        assertThatThrownBy(() -> strict.write(new Known(Map.of("count", "typed"), Map.of()), out))
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.rule()).isEqualTo(DocumentRule.TYPED_FIGURE);
                    assertThat(violated.violations().getFirst().args())
                            .containsExactly("typed in a cell、typed in the footer");
                });
        assertThat(out.size()).isZero();
    }
}
