package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFieldRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.springframework.core.io.ClassPathResource;

/**
 * A Word document made of a template in which every <code>{{name}}</code> stands for something that is looked up. A row of a table
 * with <code>{{each name}}</code> in it is repeated for each row of that name. A name without a source stops the document, and
 * so does what must not be typed into it. An installation's own template goes before the shipped one.
 */
public final class WordTemplate {
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*(.+?)\\s*}}");
    private static final Pattern EACH = Pattern.compile("\\{\\{\\s*each\\s+(.+?)\\s*}}");

    private final Path own;
    private final String name;
    private final Function<String, List<String>> refused;

    /** Where names come from. */
    @FunctionalInterface
    public interface Source {
        /** @return nothing when there is no such thing, as opposed to an empty text */
        Optional<String> find(String name);

        /** @return nothing when there is no such list; each row is asked before the document itself */
        default Optional<List<Source>> rows(String name) {
            return Optional.empty();
        }

        /** @return what a message calls something that was not found, in the user's language */
        default String missing(String name) {
            return name;
        }
    }

    /**
     * @param own the installation's configuration
     * @param name below it, and below what is shipped: {@code templates/bulletin.docx}
     */
    public WordTemplate(Path own, String name) {
        this(own, name, paragraph -> List.of());
    }

    /** @param refused what of a paragraph must not be typed into it: it should have been looked up */
    public WordTemplate(Path own, String name, Function<String, List<String>> refused) {
        this.own = own;
        this.name = name;
        this.refused = refused;
    }

    /**
     * @throws RuleViolated {@link DocumentRule#NO_SOURCE} with all that has none, {@link DocumentRule#TYPED_FIGURE} with all that
     *     must not be typed; nothing is written then
     */
    public void write(Source source, OutputStream out) throws IOException {
        try (InputStream template = open();
                XWPFDocument document = new XWPFDocument(template)) {
            Set<String> missing = new LinkedHashSet<>();
            List<String> typed = all(document)
                    .flatMap(paragraph -> refused.apply(typed(paragraph)).stream())
                    .distinct()
                    .toList();
            document.getTables().forEach(table -> repeat(table, source, missing));
            all(document).forEach(paragraph -> fill(paragraph, source, missing));
            Violations found = new Violations();
            refuse(DocumentRule.NO_SOURCE, missing.stream().map(source::missing).toList(), found);
            refuse(DocumentRule.TYPED_FIGURE, typed, found);
            found.throwIfAny();
            document.write(out);
        }
    }

    private static void refuse(DocumentRule rule, List<String> what, Violations found) {
        if (!what.isEmpty()) {
            found.add(rule, String.join(I18n.t("sentence.list-comma"), what));
        }
    }

    private static Stream<XWPFParagraph> all(XWPFDocument document) {
        return Stream.concat(
                paragraphs(document.getBodyElements()),
                Stream.concat(document.getHeaderList().stream(), document.getFooterList().stream())
                        .flatMap(part -> paragraphs(part.getBodyElements())));
    }

    /** Without what Word's own fields put in, such as the number of the page. */
    private static String typed(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        int within = 0;
        for (XWPFRun run : paragraph.getRuns()) {
            for (CTFldChar mark : run.getCTR().getFldCharList()) {
                if (mark.getFldCharType() == STFldCharType.BEGIN) {
                    within++;
                } else if (mark.getFldCharType() == STFldCharType.END) {
                    within--;
                }
            }
            if (within == 0 && !(run instanceof XWPFFieldRun)) {
                text.append(run.text());
            }
        }
        return text.toString();
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
