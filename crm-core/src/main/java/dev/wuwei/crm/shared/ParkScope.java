package dev.wuwei.crm.shared;

import java.util.List;

/** A park's project is changed only by people whose scope holds that park. */
public final class ParkScope {
    private ParkScope() {}

    /** @throws RuleViolated {@link SharedRule#OUTSIDE_YOUR_PARKS} */
    public static void check(Coded park, EventMeta meta) {
        if (park != null && !meta.seesPark(park.code())) {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS, park.name());
        }
    }

    /**
     * What is over some parks is changed only by people who see them.
     *
     * @param parks none for all of them
     * @throws RuleViolated {@link SharedRule#OUTSIDE_YOUR_PARKS}
     */
    public static void checkEach(List<Coded> parks, EventMeta meta) {
        parks.forEach(park -> check(park, meta));
        if (parks.isEmpty()) {
            checkAll(meta);
        }
    }

    /**
     * What holds in every park is changed only by people who see them all.
     *
     * @throws RuleViolated {@link SharedRule#OUTSIDE_YOUR_PARKS}
     */
    public static void checkAll(EventMeta meta) {
        if (!meta.parks().isEmpty() && !meta.isSystem()) {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }
}
