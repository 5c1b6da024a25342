package dev.wuwei.crm.projections.project;

/** How far a project is, by the furthest of its aggregates that is alive. */
public enum ProjectStage {
    LEAD,
    NEGOTIATION,
    SIGNING,
    FOLLOW_UP
}
