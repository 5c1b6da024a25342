package dev.wuwei.crm.followup;

/**
 * The stage of a phase: 签约未开工, 开工未竣工, 竣工未投产, 投产未上规, 上规未达产, 已达产. Stage and overdue are kept apart: a healthy
 * site under construction is 开工未竣工 too.
 */
public enum PhaseState {
    SIGNED,
    STARTED,
    COMPLETED,
    PRODUCING,
    ABOVE_SCALE,
    FULL_CAPACITY;

    /** @return the milestone that ends the stage, {@code null} at full capacity */
    public Milestone next() {
        return this == FULL_CAPACITY ? null : Milestone.values()[ordinal()];
    }

    /** @return the state that a recognised milestone leads to */
    public static PhaseState after(Milestone milestone) {
        return values()[milestone.ordinal() + 1];
    }
}
