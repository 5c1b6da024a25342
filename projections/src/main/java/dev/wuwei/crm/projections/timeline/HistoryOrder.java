package dev.wuwei.crm.projections.timeline;

/** Newest first, by when it happened or by when it was recorded. */
public enum HistoryOrder {
    OCCURRED,
    RECORDED
}
