package dev.wuwei.crm.shared;

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
     * What holds in every park is changed only by people who see them all.
     *
     * @param about what they want to change
     * @throws RuleViolated {@link SharedRule#OUTSIDE_YOUR_PARKS}
     */
    public static void checkAll(String about, EventMeta meta) {
        if (!meta.parks().isEmpty() && !meta.isSystem()) {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS, about);
        }
    }
}
