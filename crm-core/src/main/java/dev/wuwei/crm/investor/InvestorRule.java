package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Rule;

/** Rules about investors. */
public enum InvestorRule implements Rule {
    MERGED(null),
    NOT_MERGED(null),
    MERGE_INTO_ITSELF("intoInvestorId"),
    SAME_NAME("legalName"),
    UNKNOWN_INVESTOR("intoInvestorId"),
    /** The other entry has itself gone into another. */
    MERGE_INTO_MERGED("intoInvestorId"),
    CREDIT_CODE_ALREADY_KNOWN("creditCode"),
    UNKNOWN_CONTACT("personId"),
    CONTACT_ALREADY_KNOWN("personId"),
    CONTACT_ERASED("personId"),
    PHONE_FORM("phone"),
    EMAIL_FORM("email"),
    NOTHING_CHANGED(null);

    private final String field;

    InvestorRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
