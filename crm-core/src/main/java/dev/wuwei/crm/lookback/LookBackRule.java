package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Rule;

/** Rules about campaigns and reviews. */
public enum LookBackRule implements Rule {
    SIGNED_RANGE("rule.signedTo"),
    /** No project meets the rule on the cut-off date */
    EMPTY_SCOPE("rule"),
    REVIEWER_MISSING("reviewers"),
    REVIEWER_TWICE("reviewers"),
    REVIEWERS_UNCHANGED("reviewers"),
    /** args: state it is in */
    WRONG_CAMPAIGN_STATE(null),
    /** args: number of reviews that are not finished */
    REVIEWS_UNFINISHED(null),
    /** args: state it is in */
    WRONG_REVIEW_STATE(null),
    CONSEQUENCE_TWICE("consequences"),
    AMOUNT_FITS_NOT("consequences"),
    /** args: day of the step, which the deadline comes after */
    DEADLINE_TOO_EARLY("deadline"),
    /** args: the deadline that holds already */
    DEADLINE_UNCHANGED("deadline"),
    ALREADY_DEMANDED("rectificationId"),
    UNKNOWN_RECTIFICATION("rectificationId"),
    NOT_REPORTED("rectificationId"),
    ALREADY_PASSED("rectificationId"),
    /** args: number that is open */
    RECTIFICATIONS_OPEN(null);

    private final String field;

    LookBackRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
