package dev.wuwei.crm.ui.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digits that were typed into a bulletin's template where a figure belongs. What says when, in which order, by which document,
 * from which size on or whom to call is no figure.
 */
final class TypedFigures {
    private static final String N = "[0-9０-９]";
    private static final String TO = "\\s*[-–—~～至到]\\s*";
    private static final String AMOUNT = N + "[0-9０-９,.]*\\s*[万亿]?(?:元|美元|亩)?";
    private static final Pattern NO_FIGURE = Pattern.compile(Stream.of(
                    // 2023-11-30, 2023年, 2023–2025年, 1–11月, 30日, 3季度, 15:30
                    N + "{4}[-/.]" + N + "{1,2}[-/.]" + N + "{1,2}",
                    N + "{4}(?:" + TO + N + "{4})?\\s*年",
                    N + "{1,2}(?:" + TO + N + "{1,2})?\\s*(?:年|月|日|季度)",
                    N + "{1,2}[:：]" + N + "{2}",
                    // 1、 and 1. at the beginning, （1）
                    "^\\s*" + N + "{1,2}(?:[.．]" + N + "{1,2})*[、.．)）](?!" + N + ")",
                    "[（(]" + N + "{1,2}[)）]",
                    // 〔2023〕8号, 第12条, 附件1, 表2, 共3页
                    "[〔\\[（(【]" + N + "{4}[〕\\])）】](?:\\s*第?\\s*" + N + "{1,4}\\s*号)?",
                    "第\\s*" + N + "{1,4}\\s*(?:号|条|款|项|章|节|期|次|届|页|批)",
                    "(?:附件|附表|附|图|表)\\s*" + N + "{1,2}",
                    "共\\s*" + N + "{1,3}\\s*页",
                    // 5亿元以上, ≥5亿元
                    AMOUNT + "\\s*(?:[（(]含[)）])?\\s*及?(?:以上|以下|以内)",
                    "[≥≤＞＜><]\\s*" + AMOUNT,
                    // 电话：0830-1234567, SHA-256, 1+1+6
                    "(?:电话|传真|邮编)\\s*[:：]?\\s*" + N + "[-—0-9０-９ ]{4,}",
                    "[A-Za-z]+-" + N + "+",
                    N + "(?:\\+[0-9０-９NX])+")
            .map(each -> "(?:" + each + ")")
            .collect(Collectors.joining("|")));
    private static final Pattern NAME = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern FIGURE =
            Pattern.compile("[^…，。；、：,;:\\s]{0,6}" + N + "[0-9０-９,.]*[^…，。；、：,;:\\s]{0,4}");

    private TypedFigures() {}

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
