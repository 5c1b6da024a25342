package dev.wuwei.crm.ui.ticket;

import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ui.component.AsOf;

/** The ways to the tickets. */
public final class TicketNavigation {
    public static final String PATH = "tickets";

    static final String TICKET = "ticket";
    static final String WHICH = "which";

    private TicketNavigation() {}

    public static String link(IssueTicketId ticket) {
        return with(TICKET + "=" + ticket);
    }

    /** The list narrowed to these, as of the day that one looks at. */
    public static String list(String which) {
        return with(WHICH + "=" + which);
    }

    private static String with(String parameter) {
        String link = AsOf.current().link(PATH);
        return link + (link.contains("?") ? "&" : "?") + parameter;
    }
}
