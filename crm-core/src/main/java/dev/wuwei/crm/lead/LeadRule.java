package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Rule;

/** Rules about leads and visits. */
public enum LeadRule implements Rule {
    /** args: state it is in */
    NOT_POSSIBLE_IN_STATE(null),
    ALREADY_ADOPTED(null),
    /** Adopting needs it. */
    INVESTOR_MISSING("details.investorId"),
    CONTACT_MISSING("details.contactId"),
    INDUSTRY_MISSING("details.industryCode"),
    AMOUNT_MISSING("details.intendedInvestment"),
    OWNER_MISSING("owner"),
    JUDGED_UNSUITABLE(null),
    UNKNOWN_INVESTOR("details.investorId"),
    /** The entry has gone into another, which is to be used instead. */
    INVESTOR_MERGED("details.investorId"),
    /** An adopted lead's investor is the negotiation's, and stays. */
    INVESTOR_FIXED("details.investorId"),
    /** args: park of the team */
    TEAM_OF_OTHER_PARK("teamId"),
    UNKNOWN_LEAD("intoLeadId"),
    SAME_OWNER("owner"),
    SAME_PARK_AND_TEAM("toParkCode"),
    MERGE_INTO_ITSELF("intoLeadId"),
    MERGE_INTO_MERGED("intoLeadId"),
    ALREADY_CLAIMED(null),
    NO_ARBITRATION(null),
    /** args: the two leads it is between */
    WINNER_NOT_A_PARTY("winner"),
    NO_PROTECTION(null),
    /** A merged or archived lead takes no visits. */
    TAKES_NO_VISITS(null),
    UNKNOWN_VISIT("visitId"),
    VISIT_ALREADY_LOGGED("visitId"),
    VISIT_WITHDRAWN("visitId"),
    NEXT_CONTACT_BEFORE_VISIT("visit.nextContactOn"),
    NOTHING_CHANGED(null);

    private final String field;

    LeadRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
