package dev.wuwei.crm.ui.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Digits that were typed into a bulletin's template where a figure belongs. What says when, in which order, by which document,
 * from which size on or whom to call is no figure.
 */
final class TypedFigures {
    private static final Pattern NO_FIGURE = Pattern.compile(noFigures());
    private static final Pattern NAME = Pattern.compile("\\{\\{.*?}}");
    private static final String WORD = "[^…，。；、：,;:\\s]";
    private static final Pattern FIGURE = Pattern.compile(WORD + "{0,6}\\p{Nd}[\\p{Nd},.]*" + WORD + "{0,4}");

    private TypedFigures() {}

    /** One pattern a line, in the language of the bulletins. */
    private static String noFigures() {
        try (InputStream patterns = TypedFigures.class.getResourceAsStream("no-figures.txt")) {
            return new String(patterns.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> "(?:" + line + ")")
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the typed figures of a paragraph, each with the words around it */
    static List<String> in(String paragraph) {
        StringBuilder left = new StringBuilder(NAME.matcher(paragraph).replaceAll("…"));
        NO_FIGURE.matcher(left.toString()).results().forEach(found -> {
            for (int at = found.start(); at < found.end(); at++) {
                left.setCharAt(at, '…');
            }
        });
        List<String> typed = new ArrayList<>();
        for (Matcher found = FIGURE.matcher(left); found.find(); ) {
            typed.add(found.group());
        }
        return typed;
    }
}
