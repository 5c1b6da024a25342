package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Rule;

/** Rules about agreements, commitments and capital. */
public enum SigningRule implements Rule {
    /** args: state it is in */
    NOT_IN_FORCE(null),
    SUPPLEMENTARY_AMENDS("kind"),
    NOT_AN_UPGRADE("kind"),
    /** args: side that is missing */
    PARTY_MISSING("parties"),
    PARTY_TWICE("parties"),
    FIXED_ASSETS_ABOVE_TOTAL("terms.fixedAssetInvestment"),
    PHASE_TWICE("terms.phases"),
    PHASE_MISSING("terms.phases"),
    /** args: sum of the phases, total; in 元 */
    PHASES_ABOVE_TOTAL("terms.phases"),
    PHASE_DATES_OUT_OF_ORDER("terms.phases"),
    PHASE_BEFORE_SIGNING("terms.phases"),
    CLAUSE_TWICE("terms.companyCommitments"),
    UNKNOWN_PHASE("terms.companyCommitments"),
    COMMITMENT_VALUE("terms.companyCommitments"),
    DUE_RULE_INCOMPLETE("terms.companyCommitments"),
    /** What is promised would have to happen before it falls due */
    DUE_RULE_IN_A_CIRCLE("terms.companyCommitments"),
    /** args: metric; dates are kept by a day, figures by an amount */
    OPERATOR_UNFIT("terms.companyCommitments"),
    /** A condition of the admission stays as the review worded it. */
    CONDITION_REWORDED("terms.companyCommitments"),
    AMOUNT_ONLY_FOR_INCENTIVES("terms.governmentCommitments"),
    PLAN_YEAR_TWICE("terms.annualPlan"),
    /** args: sum of the plan, total; in 元 */
    PLAN_ABOVE_TOTAL("terms.annualPlan"),
    /** args: signing date */
    BEFORE_SIGNING("occurredOn"),
    /** Versions follow one another in time; args: date of the version in force */
    BEFORE_LATEST_VERSION("occurredOn"),
    /** args: date of the version that follows */
    AFTER_NEXT_VERSION("signedOn"),
    DECREASE_ABOVE_TOTAL("by"),
    NOTHING_CHANGED(null),
    ENTRY_ALREADY_RECORDED("entryId"),
    UNKNOWN_ENTRY("entryId"),
    NOT_FORMAL(null),
    NO_FOREIGN_CAPITAL(null),
    /** Foreign capital has been used already; args: amount used, in USD */
    FOREIGN_CAPITAL_IN_USE("foreignCapital"),
    STILL_IN_FORCE(null),
    ALREADY_RECOGNISED("bodyCode"),
    NOT_RECOGNISED("bodyCode"),
    UNKNOWN_CLAUSE("clause"),
    /** A date is kept when the milestone is recognised; nothing is to be assessed */
    JUDGED_BY_MILESTONE("clause"),
    VERDICT_FOLLOWS_FIGURE("verdict"),
    /** args: since when */
    ALREADY_WAIVED("clause"),
    NOT_WAIVED("clause"),
    /** args: date of the order */
    DEADLINE_BEFORE_ORDER("deadline"),
    NOT_ORDERED("clause"),
    /** args: step that was reached */
    PROMISE_STEP_BACK("step"),
    /** args: step that must come first */
    PROMISE_STEP_MISSING("step"),
    HONOURED_BY_PAYING("step"),
    NO_PROMISE_STEP("clause"),
    /** args: amount paid, in 元 */
    ALREADY_PAID("clause"),
    /** args: first and last year that fit */
    BUDGET_YEAR("budgetYear"),
    /** args: amount promised, in 元 */
    PAID_ABOVE_PROMISE("amount"),
    SAME_OWNER("owner"),
    UNKNOWN_OWNER("owner"),
    UNKNOWN_TEAM("teamId");

    private final String field;

    SigningRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
