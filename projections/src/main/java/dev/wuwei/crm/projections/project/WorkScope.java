package dev.wuwei.crm.projections.project;

/** Whose work is asked about; always within the parks that the viewer may see. */
public enum WorkScope {
    /** Projects that the viewer works on. */
    MINE,
    /** Projects of the viewer's team, or of anybody in it. */
    TEAM,
    /** All that the viewer may see. */
    PARK
}
