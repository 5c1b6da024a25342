package dev.wuwei.crm.target;

/** How long a target runs. */
public enum PeriodKind {
    YEAR,
    QUARTER,
    MONTH
}
