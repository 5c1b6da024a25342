package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;

/**
 * Where what the screens show of a project is not what its events say.
 *
 * @param policy counting policy and its version, {@code code@version}
 * @param measure name as {@code GET /api/v1/totals} takes it
 * @param dimension {@code null} when the figure itself differs; otherwise the figure is right and is shown under another class
 * @param shownCount how often the project is counted on the screens, {@code null} of a class
 * @param shownAmount {@code null} for none
 * @param recountedCount how often its events say that it counts, {@code null} of a class
 * @param recountedAmount {@code null} for none
 * @param shownClass code, {@code null} for none
 * @param recountedClass code, {@code null} for none
 */
public record TotalsDifference(
        ProjectId projectId,
        String projectNo,
        String policy,
        String measure,
        String dimension,
        Long shownCount,
        Money shownAmount,
        Long recountedCount,
        Money recountedAmount,
        String shownClass,
        String recountedClass) {
    /** Of one recount so many are named; how many there are is told in any case. */
    public static final int MOST_NAMED = 200;
}
