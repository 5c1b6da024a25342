package dev.wuwei.crm.signing;

import java.time.LocalDate;

/**
 * When a commitment falls due: on a date, or N months after an anchor. An anchor that has not happened yet gives no date.
 *
 * @param on the date, when {@code anchor} is {@link Anchor#DATE}
 * @param months otherwise the months after the anchor
 */
public record DueRule(Anchor anchor, LocalDate on, Integer months) {
    /** Code of the permit that {@link Anchor#PERMIT} speaks of (施工许可). */
    public static final String CONSTRUCTION_PERMIT = "construction-permit";

    /** A date, or after signing, land hand-over (交地), permit (施工许可), start, completion, production. */
    public enum Anchor {
        DATE,
        SIGNING,
        LAND_HANDOVER,
        PERMIT,
        CONSTRUCTION_START,
        COMPLETION,
        PRODUCTION_START
    }

    public static DueRule on(LocalDate date) {
        return new DueRule(Anchor.DATE, date, null);
    }

    public static DueRule monthsAfter(Anchor anchor, int months) {
        return new DueRule(anchor, null, months);
    }
}
