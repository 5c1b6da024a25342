package dev.wuwei.crm.ticket;

/** 已提出, 已交办, 已签收, 办理中, 已答复, 企业退回, 企业已确认, 已销号, 已重开, 已撤回. */
public enum TicketState {
    RAISED,
    ASSIGNED,
    SIGNED_FOR,
    HANDLING,
    REPLIED,
    /** The enterprise is not content with the reply. */
    REJECTED,
    CONFIRMED_BY_ENTERPRISE,
    CLOSED,
    REOPENED,
    /** Raised by mistake. */
    WITHDRAWN;

    /** Somebody still has to move it, within a limit. */
    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN;
    }

    /** It lies with the unit that it was assigned to. */
    public boolean isWithUnit() {
        return this == ASSIGNED || this == SIGNED_FOR || this == HANDLING || this == REJECTED;
    }
}
