package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Rule;

/** What a question about figures must obey: it is refused rather than answered wrongly. */
public enum LedgerRule implements Rule {
    /** args: the measure that was asked for */
    UNKNOWN_MEASURE("measure"),
    /** args: the dimension that was asked for */
    UNKNOWN_DIMENSION("by"),
    /** args: the policy that was asked for */
    UNKNOWN_POLICY("policy"),
    /** args: the field that was asked for */
    UNKNOWN_SORT("sort"),
    /** args: the stage that was asked for */
    UNKNOWN_STAGE("stage"),
    /** args: first day, last day */
    PERIOD_ENDS_BEFORE_START("to"),
    /** args: the date or instant asked for, the first there is */
    BEFORE_FIRST_EVENT("asOf"),
    /** Only who leads, oversees or audits asks what was known at an earlier instant. */
    AS_KNOWN_NOT_ALLOWED("knownAt"),
    /** A cell names a dimension that the question is not broken down by; args: dimension */
    CELL_NOT_IN_BREAKDOWN("cell"),
    /** args: the parameter of an address, what it says there */
    UNKNOWN_CHOICE(null),
    /** args: what was asked for, dimension */
    UNKNOWN_CLASS("cell"),
    /** The two ends of a comparison are both dates or both instants. */
    MIXED_AXES("to"),
    /** args: what was given for a date or an instant */
    NO_SUCH_TIME("from"),
    /** args: the class that was asked for */
    CLASS_NOT_THERE("of");

    private final String field;

    LedgerRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
