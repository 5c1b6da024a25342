package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Display text stands in the text files, so that both languages are complete and one place decides the words. */
class TextInCodeTest {
    private static final Path SCREENS = Path.of("src/main/java/dev/wuwei/crm/ui");

    /** They write dates the Chinese way when the user reads Chinese. */
    private static final Set<String> WRITE_DATES = Set.of("Format.java", "Words.java");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern SHOWN = Pattern.compile(
            "(?:set(?:Text|Label|Placeholder|AriaLabel|HelperText|ErrorMessage|TooltipText|Title|HeaderTitle)"
                    + "|new (?:Button|Span|H[1-4]|Paragraph|Badge|Tab|ViewHeader|TextField|DatePicker))\\(\""
                    + "[A-Za-z]{2,}|setHeader\\(\"[A-Za-z][^\"]*\"\\)");

    @Test
    void no_chinese_in_code() throws IOException {
        assertThat(offences(line -> LITERAL.matcher(line)
                        .results()
                        .anyMatch(found -> CHINESE.matcher(found.group(1)).find())))
                .isEmpty();
    }

    @Test
    void no_english_is_shown_from_code() throws IOException {
        assertThat(offences(line -> SHOWN.matcher(line).find())).isEmpty();
    }

    private interface Check {
        boolean offends(String line);
    }

    private static List<String> offences(Check check) throws IOException {
        try (Stream<Path> files = Files.walk(SCREENS)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !WRITE_DATES.contains(file.getFileName().toString()))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(30);
            return sources.stream()
                    .flatMap(file -> lines(file)
                            .filter(line -> !line.strip().startsWith("*")
                                    && !line.strip().startsWith("/*")
                                    && !line.strip().startsWith("//"))
                            .filter(check::offends)
                            .map(line -> file.getFileName() + ": " + line.strip()))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
