package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the state of a ticket allows, for the aggregate and the screens alike. */
public final class TicketActions {
    private TicketActions() {}

    /** @return what the state allows somebody; roles and parks are checked elsewhere */
    public static Set<TicketAction> of(TicketState state) {
        return switch (state) {
            case RAISED, REOPENED -> open(TicketAction.ASSIGN);
            case ASSIGNED -> open(TicketAction.SIGN_FOR, TicketAction.ASSIGN);
            case SIGNED_FOR, REJECTED -> open(TicketAction.LOG_HANDLING, TicketAction.ASSIGN);
            case HANDLING -> open(TicketAction.REPLY, TicketAction.LOG_HANDLING, TicketAction.ASSIGN);
            case REPLIED -> open(TicketAction.CONFIRM, TicketAction.REJECT_REPLY);
            case CONFIRMED_BY_ENTERPRISE -> open(TicketAction.CLOSE);
            case CLOSED -> EnumSet.of(TicketAction.REOPEN, TicketAction.CORRECT);
            case WITHDRAWN -> EnumSet.noneOf(TicketAction.class);
        };
    }

    private static Set<TicketAction> open(TicketAction... steps) {
        EnumSet<TicketAction> actions =
                EnumSet.of(TicketAction.SEND_NOTICE, TicketAction.CORRECT, TicketAction.WITHDRAW);
        actions.addAll(Set.of(steps));
        return actions;
    }

    /**
     * As {@link #of(TicketState)}, less what this person may not do as things stand.
     *
     * @param handler who handles it, or {@code null}
     */
    public static Set<TicketAction> of(TicketState state, StaffId handler, StaffId person, Set<Role> roles) {
        return of(state).stream()
                .filter(action -> !action.isHandlers() || mayHandle(handler, person, roles))
                .filter(action -> action != TicketAction.CONFIRM || !person.equals(handler))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketAction.class)));
    }

    static boolean mayHandle(StaffId handler, StaffId person, Set<Role> roles) {
        return (person != null && person.equals(handler))
                || roles.contains(Role.DEPARTMENT_HEAD)
                || roles.contains(Role.SYSTEM);
    }
}
