package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.ticket.TicketCommand.AssignTicket;
import dev.wuwei.crm.ticket.TicketCommand.CloseTicket;
import dev.wuwei.crm.ticket.TicketCommand.ConfirmTicket;
import dev.wuwei.crm.ticket.TicketCommand.CorrectTicket;
import dev.wuwei.crm.ticket.TicketCommand.LogHandling;
import dev.wuwei.crm.ticket.TicketCommand.RejectReply;
import dev.wuwei.crm.ticket.TicketCommand.ReopenTicket;
import dev.wuwei.crm.ticket.TicketCommand.ReplyToTicket;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketCommand.SignForTicket;
import dev.wuwei.crm.ticket.TicketCommand.WithdrawTicket;

/** What a user may do with a ticket, each with the command that does it, in the order in which they are offered. */
public enum TicketAction {
    SIGN_FOR(SignForTicket.class),
    REPLY(ReplyToTicket.class),
    LOG_HANDLING(LogHandling.class),
    CONFIRM(ConfirmTicket.class),
    REJECT_REPLY(RejectReply.class),
    CLOSE(CloseTicket.class),
    ASSIGN(AssignTicket.class),
    REOPEN(ReopenTicket.class),
    SEND_NOTICE(SendNotice.class),
    CORRECT(CorrectTicket.class),
    WITHDRAW(WithdrawTicket.class);

    private final Class<? extends Command> command;

    TicketAction(Class<? extends Command> command) {
        this.command = command;
    }

    /** @return the command, whose {@link dev.wuwei.crm.shared.Allowed} says which roles may */
    public Class<? extends Command> command() {
        return command;
    }

    /** Only who handles it, or a head of department, takes these steps. */
    public boolean isHandlers() {
        return this == SIGN_FOR || this == LOG_HANDLING || this == REPLY;
    }
}
