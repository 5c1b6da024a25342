package dev.wuwei.crm.projections.timeline;

import java.time.LocalDate;

/**
 * Where a page of history ended; the next one begins behind it. Pages do not shift while new events come in.
 *
 * @param occurredOn business date of the last entry
 * @param position its position
 */
public record HistoryCursor(LocalDate occurredOn, long position) {
    public static HistoryCursor behind(TimelineEntry last) {
        return new HistoryCursor(last.occurredOn(), last.position());
    }
}
