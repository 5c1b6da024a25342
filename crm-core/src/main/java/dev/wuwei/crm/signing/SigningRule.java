package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Rule;

/** Rules about agreements, commitments and capital. */
public enum SigningRule implements Rule {
    /** args: state it is in */
    NOT_IN_FORCE(null),
    SUPPLEMENTARY_AMENDS("kind"),
    NOT_AN_UPGRADE("kind"),
    PARTY_MISSING("parties"),
    FIXED_ASSETS_ABOVE_TOTAL("terms.fixedAssetInvestment"),
    PHASE_TWICE("terms.phases"),
    PHASE_MISSING("terms.phases"),
    /** args: sum of the phases, total; in 万元 */
    PHASES_ABOVE_TOTAL("terms.phases"),
    PHASE_DATES_OUT_OF_ORDER("terms.phases"),
    PHASE_BEFORE_SIGNING("terms.phases"),
    CLAUSE_TWICE("terms.companyCommitments"),
    UNKNOWN_PHASE("terms.companyCommitments"),
    COMMITMENT_VALUE("terms.companyCommitments"),
    DUE_RULE_INCOMPLETE("terms.companyCommitments"),
    PLAN_YEAR_TWICE("terms.annualPlan"),
    /** args: sum of the plan, total; in 万元 */
    PLAN_ABOVE_TOTAL("terms.annualPlan"),
    BEFORE_SIGNING("occurredOn"),
    DECREASE_ABOVE_TOTAL("by"),
    NOTHING_CHANGED(null),
    ENTRY_ALREADY_RECORDED("entryId"),
    UNKNOWN_ENTRY("entryId"),
    NOT_FORMAL(null),
    NO_FOREIGN_CAPITAL(null),
    ALREADY_RECOGNISED(null),
    SAME_OWNER("owner");

    private final String field;

    SigningRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
