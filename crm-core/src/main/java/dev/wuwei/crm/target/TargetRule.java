package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Rule;

/** Rules about targets and scorecards. */
public enum TargetRule implements Rule {
    /** args: whose it is, as the kind says */
    SCOPE_FITS_NOT("scope.kind"),
    /** args: unit that the measure has */
    VALUE_FITS_NOT("value"),
    PERIOD_ENDS_BEFORE_START("period"),
    /** Neither a year nor a quarter nor a month. */
    PERIOD_FORM("period"),
    /** There is one for this scope, period and measure; args: who set it, when */
    ALREADY_SET("measure"),
    WITHDRAWN(null),
    NOTHING_CHANGED("value"),
    /** There is one for this year and these people; args: who made it, when */
    SCORECARD_EXISTS("over"),
    /** All parks together stand in no ranking. */
    NOBODY_TO_RANK("over"),
    ITEMS_MISSING("items"),
    ITEM_TWICE("items"),
    /** The measure is asked for where the item counts one, and only there. */
    MEASURE_FITS_NOT("items"),
    /** args: formula */
    FORMULA_FITS_NOT("items"),
    /** A limit is for capped items and deductions, and not below the points of a capped one. */
    LIMIT_FITS_NOT("items"),
    /** args: most points */
    POINTS_RANGE("items");

    private final String field;

    TargetRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
