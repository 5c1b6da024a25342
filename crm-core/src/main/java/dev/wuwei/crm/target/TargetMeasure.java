package dev.wuwei.crm.target;

import dev.wuwei.crm.followup.Milestone;

/**
 * What a target can be set for. Each is counted by the ledger: a measure of it as a count, as a sum or of a size and above
 * (sizes are inclusive: 10亿元以上 is within 5亿元以上), a milestone that was recognised, or land.
 */
public enum TargetMeasure {
    SIGNED_COUNT("SIGNED", TargetUnit.PROJECTS),
    SIGNED_GE5("SIGNED", 5),
    SIGNED_GE10("SIGNED", 10),
    SIGNED_AMOUNT("SIGNED", TargetUnit.CNY),
    SIGNED_ON_SITE_COUNT("SIGNED_ON_SITE", TargetUnit.PROJECTS),
    SIGNED_ON_SITE_GE5("SIGNED_ON_SITE", 5),
    SIGNED_ON_SITE_GE10("SIGNED_ON_SITE", 10),
    SIGNED_ON_SITE_AMOUNT("SIGNED_ON_SITE", TargetUnit.CNY),
    NEWLY_INTRODUCED_COUNT("NEWLY_INTRODUCED", TargetUnit.PROJECTS),
    NEWLY_INTRODUCED_GE5("NEWLY_INTRODUCED", 5),
    NEWLY_INTRODUCED_GE10("NEWLY_INTRODUCED", 10),
    NEWLY_INTRODUCED_AMOUNT("NEWLY_INTRODUCED", TargetUnit.CNY),
    RECOGNISED_COUNT("RECOGNISED", TargetUnit.PROJECTS),
    RECOGNISED_GE5("RECOGNISED", 5),
    RECOGNISED_GE10("RECOGNISED", 10),
    RECOGNISED_AMOUNT("RECOGNISED", TargetUnit.CNY),
    ARRIVED_COUNT("ARRIVED", TargetUnit.PROJECTS),
    ARRIVED_AMOUNT("ARRIVED", TargetUnit.CNY),
    IN_TALKS_COUNT("IN_TALKS", TargetUnit.PROJECTS),
    IN_TALKS_GE5("IN_TALKS", 5),
    IN_TALKS_GE10("IN_TALKS", 10),
    IN_TALKS_AMOUNT("IN_TALKS", TargetUnit.CNY),
    CONTRACTED_FOREIGN_COUNT("CONTRACTED_FOREIGN", TargetUnit.PROJECTS),
    CONTRACTED_FOREIGN_AMOUNT("CONTRACTED_FOREIGN", TargetUnit.USD),
    ACTUAL_FOREIGN_COUNT("ACTUAL_FOREIGN", TargetUnit.PROJECTS),
    ACTUAL_FOREIGN_AMOUNT("ACTUAL_FOREIGN", TargetUnit.USD),
    CONSTRUCTION_STARTED(Milestone.CONSTRUCTION_START),
    COMPLETED(Milestone.COMPLETION),
    PRODUCING(Milestone.PRODUCTION_START),
    ABOVE_SCALE(Milestone.SCALE_UP),
    FULL_CAPACITY(Milestone.FULL_CAPACITY),
    /** 盘活低效用地: land handed over to projects that had lain idle or was little used before. */
    REVITALISED_LAND(null, null, 0, TargetUnit.MU);

    private final String ledger;
    private final Milestone milestone;
    private final int atLeastYi;
    private final TargetUnit unit;

    TargetMeasure(String ledger, TargetUnit unit) {
        this(ledger, null, 0, unit);
    }

    TargetMeasure(String ledger, int atLeastYi) {
        this(ledger, null, atLeastYi, TargetUnit.PROJECTS);
    }

    TargetMeasure(Milestone milestone) {
        this(null, milestone, 0, TargetUnit.PROJECTS);
    }

    TargetMeasure(String ledger, Milestone milestone, int atLeastYi, TargetUnit unit) {
        this.ledger = ledger;
        this.milestone = milestone;
        this.atLeastYi = atLeastYi;
        this.unit = unit;
    }

    /** @return the measure of the ledger that counts it, by name; {@code null} for a milestone and for land */
    public String ledger() {
        return ledger;
    }

    /** @return {@code null} unless it counts the phases that reached one */
    public Milestone milestone() {
        return milestone;
    }

    /** @return the size in 亿元 that a project must have to be counted; 0 for any */
    public int atLeastYi() {
        return atLeastYi;
    }

    public TargetUnit unit() {
        return unit;
    }

    /** @return whether it tells how things stand on a day rather than what happened in a period */
    public boolean isStanding() {
        return "IN_TALKS".equals(ledger);
    }
}
