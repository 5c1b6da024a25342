package dev.wuwei.crm.projections.support;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number 0 for the first
 * @param size at most this many rows
 */
public record Page(int number, int size) {
    public static final int LARGEST = 1000;

    public Page {
        number = Math.max(0, number);
        size = Math.clamp(size, 1, LARGEST);
    }

    public static Page first(int size) {
        return new Page(0, size);
    }

    public long offset() {
        return (long) number * size;
    }

    /**
     * What a page holds.
     *
     * @param total rows of all pages together
     */
    public record Of<T>(List<T> rows, long total) {
        public Of {
            rows = List.copyOf(rows);
        }
    }
}
