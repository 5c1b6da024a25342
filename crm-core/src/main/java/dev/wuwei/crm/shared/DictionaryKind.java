package dev.wuwei.crm.shared;

/** The dictionaries that an administrator keeps in {@code config/dictionaries}. */
public enum DictionaryKind {
    PARK,
    /** Local industry class (产业门类), the one that totals are shown by. */
    INDUSTRY,
    /** Local industrial chain (产业链). */
    CHAIN,
    /** GB/T 4754-2017 industry code. */
    GBT4754,
    PROMOTION_METHOD,
    LEAD_SOURCE,
    REGION,
    DECLINE_REASON,
    ARCHIVE_REASON,
    TERMINATION_REASON,
    RESCISSION_REASON,
    REVIEW_BODY,
    SIGNING_OCCASION
}
