package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.RuleViolated;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.springframework.core.io.ClassPathResource;

/**
 * A Word document made of a template in which every <code>{{name}}</code> stands for something that is looked up. A row of a table
 * with <code>{{each name}}</code> in it is repeated for each row of that name. A name without a source stops the document. An
 * installation's own template goes before the shipped one.
 */
public final class WordTemplate {
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*(.+?)\\s*}}");
    private static final Pattern EACH = Pattern.compile("\\{\\{\\s*each\\s+(.+?)\\s*}}");

    private final Path own;
    private final String name;

    /** Where names come from. */
    @FunctionalInterface
    public interface Source {
        /** @return nothing when there is no such thing, as opposed to an empty text */
        Optional<String> find(String name);

        /** @return nothing when there is no such list; each row is asked before the document itself */
        default Optional<List<Source>> rows(String name) {
            return Optional.empty();
        }
    }

    /**
     * @param own the installation's configuration
     * @param name below it, and below what is shipped: {@code templates/bulletin.docx}
     */
    public WordTemplate(Path own, String name) {
        this.own = own;
        this.name = name;
    }

    /** @throws RuleViolated {@link DocumentRule#NO_SOURCE} with all that has none; nothing is written then */
    public void write(Source source, OutputStream out) throws IOException {
        try (InputStream template = open();
                XWPFDocument document = new XWPFDocument(template)) {
            Set<String> missing = new LinkedHashSet<>();
            document.getTables().forEach(table -> repeat(table, source, missing));
            paragraphs(document.getBodyElements()).forEach(paragraph -> fill(paragraph, source, missing));
            Stream.concat(document.getHeaderList().stream(), document.getFooterList().stream())
                    .flatMap(part -> paragraphs(part.getBodyElements()))
                    .forEach(paragraph -> fill(paragraph, source, missing));
            if (!missing.isEmpty()) {
                throw new RuleViolated(DocumentRule.NO_SOURCE, String.join(I18n.t("sentence.list-comma"), missing));
            }
            document.write(out);
        }
    }

    private InputStream open() throws IOException {
        Path file = own.resolve(name);
        return Files.isRegularFile(file) ? Files.newInputStream(file) : new ClassPathResource(name).getInputStream();
    }

    private static Stream<XWPFParagraph> paragraphs(List<IBodyElement> elements) {
        return elements.stream().flatMap(element -> switch (element) {
            case XWPFParagraph paragraph -> Stream.of(paragraph);
            case XWPFTable table -> table.getRows().stream().flatMap(WordTemplate::paragraphs);
            default -> Stream.of();
        });
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFTableRow row) {
        return row.getTableCells().stream().flatMap(cell -> paragraphs(cell.getBodyElements()));
    }

    private static void repeat(XWPFTable table, Source source, Set<String> missing) {
        for (int at = table.getNumberOfRows() - 1; at >= 0; at--) {
            XWPFTableRow pattern = table.getRow(at);
            Optional<String> each = paragraphs(pattern)
                    .map(paragraph -> EACH.matcher(paragraph.getText()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
            if (each.isEmpty()) {
                continue;
            }
            Optional<List<Source>> rows = source.rows(each.get());
            if (rows.isEmpty()) {
                missing.add(each.get());
            }
            int next = at + 1;
            for (Source row : rows.orElse(List.of())) {
                XWPFTableRow made = new XWPFTableRow((CTRow) pattern.getCtRow().copy(), table);
                Source first = name -> EACH.matcher("{{" + name + "}}").matches()
                        ? Optional.of("")
                        : row.find(name).or(() -> source.find(name));
                paragraphs(made).forEach(paragraph -> fill(paragraph, first, missing));
                table.addRow(made, next++);
            }
            table.removeRow(at);
        }
    }

    /** Word may have cut a name into several runs, so the text of the paragraph is replaced as a whole. */
    private static void fill(XWPFParagraph paragraph, Source source, Set<String> missing) {
        String before = paragraph.getText();
        if (!before.contains("{{")) {
            return;
        }
        String after = NAME.matcher(before).replaceAll(found -> {
            Optional<String> text = source.find(found.group(1));
            if (text.isEmpty()) {
                missing.add(found.group(1));
            }
            return Matcher.quoteReplacement(text.orElse(""));
        });
        for (int i = paragraph.getRuns().size() - 1; i > 0; i--) {
            paragraph.removeRun(i);
        }
        XWPFRun run = paragraph.getRuns().getFirst();
        String[] lines = after.split("\n");
        run.setText(lines[0], 0);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
    }
}
