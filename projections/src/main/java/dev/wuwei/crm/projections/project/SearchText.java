package dev.wuwei.crm.projections.project;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How names and numbers are made findable. Chinese terms of two characters are the common case, and trigrams do not see them;
 * so Han runs are cut into pairs, Latin letters and digits into threes, and a term is found by an index on these pieces.
 */
public final class SearchText {
    private static final char SEPARATOR = '\n';

    private SearchText() {}

    /** @return texts in one normal form (full width as half width, lower case, no spaces), one a line */
    public static String join(Collection<String> texts) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(SearchText::normal)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    public static String normal(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** @return the pieces under which a normal text is found; empty when it is too short to have any */
    public static Set<String> pieces(String normal) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String line : normal.split(String.valueOf(SEPARATOR), -1)) {
            for (String run : runs(line)) {
                int length = isHan(run.charAt(0)) ? 2 : 3;
                for (int i = 0; i + length <= run.length(); i++) {
                    pieces.add(run.substring(i, i + length));
                }
            }
        }
        return pieces;
    }

    /**
     * For a term with one wrong character: the sets of pieces that remain when any one character is disregarded.
     *
     * @return at most 12 alternatives; empty when the term is too short to leave enough to go by
     */
    public static List<Set<String>> piecesWithOneWrong(String normal) {
        List<Set<String>> alternatives = new ArrayList<>();
        if (normal.length() < 4 || normal.length() > 12) {
            return alternatives;
        }
        for (int i = 0; i < normal.length(); i++) {
            Set<String> pieces = pieces(normal.substring(0, i) + SEPARATOR + normal.substring(i + 1));
            if (!pieces.isEmpty()) {
                alternatives.add(pieces);
            }
        }
        return alternatives;
    }

    private static List<String> runs(String line) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.length(); i++) {
            if (i == line.length() || isHan(line.charAt(i)) != isHan(line.charAt(start))) {
                if (i > start) {
                    runs.add(line.substring(start, i));
                }
                start = i;
            }
        }
        return runs;
    }

    private static boolean isHan(char c) {
        return c >= 0x2E80;
    }
}
