package dev.wuwei.crm.ui.component;

import java.util.List;
import java.util.function.Consumer;

/**
 * Something that can be exported: heads and rows, read page by page while they are written.
 *
 * @param fileName without date and ending
 * @param rows calls back once per row; a cell is text, a number, a date, an instant, or {@code null}
 */
public record Table(String fileName, List<String> heads, Consumer<Consumer<List<Object>>> rows) {
    /** Rows read at once. */
    public static final int PAGE = 500;

    public static Table of(String fileName, List<String> heads, List<List<Object>> rows) {
        return new Table(fileName, heads, rows::forEach);
    }
}
