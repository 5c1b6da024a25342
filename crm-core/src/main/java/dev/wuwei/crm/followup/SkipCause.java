package dev.wuwei.crm.followup;

/** Why a milestone is skipped: 租赁厂房, 当年引进当年投产当年上规, 原已上规企业技改, 其他. */
public enum SkipCause {
    RENTED_FACTORY,
    SAME_YEAR,
    ALREADY_ABOVE_SCALE,
    OTHER;

    /** 达产 is never skipped: it takes evidence. */
    public boolean covers(Milestone milestone) {
        return switch (this) {
            case RENTED_FACTORY, SAME_YEAR ->
                milestone == Milestone.CONSTRUCTION_START || milestone == Milestone.COMPLETION;
            case ALREADY_ABOVE_SCALE -> milestone == Milestone.SCALE_UP;
            case OTHER -> milestone != Milestone.FULL_CAPACITY;
        };
    }
}
