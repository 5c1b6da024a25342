package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Rule;

/** Rules about tickets and the notices about them. */
public enum TicketRule implements Rule {
    /** args: state it is in */
    NOT_POSSIBLE_IN_STATE(null),
    /** A merged or archived lead has nothing left to solve. */
    PROJECT_CLOSED("leadId"),
    UNKNOWN_PROJECT("leadId"),
    /** Only who handles it, or a head of department, takes it further. */
    NOT_THE_HANDLER(null),
    /** Who handled it does not confirm it in the enterprise's place. */
    OWN_REPLY(null),
    SAME_HANDLER("handler"),
    /** args: fewest and most working days */
    LIMIT_OUT_OF_RANGE("replyWithin"),
    NOTHING_CHANGED(null),
    /** args: level asked for, limit */
    LEVEL_NOT_REACHED("level"),
    /** For this limit; args: level that was sent */
    NOTICE_ALREADY_SENT("level"),
    /** Nobody in service is there to get it. */
    NO_RECIPIENT(null),
    UNKNOWN_NOTICE("noticeId"),
    /** A notice is delivered to and read by those whom it was sent to. */
    NOT_A_RECIPIENT("noticeId"),
    ALREADY_DELIVERED(null),
    ALREADY_READ(null),
    /** Only a red notice comes with an interview. */
    NO_INTERVIEW_DUE("noticeId"),
    ALREADY_INTERVIEWED("noticeId");

    private final String field;

    TicketRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
