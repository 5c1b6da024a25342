package dev.wuwei.crm.projections.timeline;

import java.time.LocalDate;
import java.util.Map;

/**
 * What stands beside a history.
 *
 * @param earliest business date of the earliest event, or {@code null} when there is none
 */
public record HistorySummary(
        long total, LocalDate earliest, long corrections, long late, long amountChanges, Map<Topic, Long> byTopic) {}
