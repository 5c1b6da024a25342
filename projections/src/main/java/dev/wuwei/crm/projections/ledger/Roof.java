package dev.wuwei.crm.projections.ledger;

/** Under which classes figures are read. */
public enum Roof {
    /** As they were booked, with the names of the day. */
    OF_THE_DAY,
    /** What became a part of something else counts there, under today's names. */
    TODAY,
    /** The same, and what belongs under another class counts there, up to the top. */
    TOP
}
