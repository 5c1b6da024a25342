package dev.wuwei.crm.shared;

import java.time.LocalDate;
import java.util.Map;

/**
 * An entry of a dictionary as it is listed, with what is listed of its past.
 *
 * @param name of today, or its last one
 * @param formerly its earlier names, each by the last day on which it was called so
 * @param until the last day on which it was there, or {@code null}; nothing new is entered under it from then on
 * @param into code of the entry that it became a part of, or {@code null}
 */
public record DatedEntry(String code, String name, Map<LocalDate, String> formerly, LocalDate until, String into) {
    public DatedEntry {
        formerly = Map.copyOf(formerly);
    }

    /** @return what was always there and never called otherwise */
    public static DatedEntry unchanged(Coded entry) {
        return new DatedEntry(entry.code(), entry.name(), Map.of(), null, null);
    }
}
