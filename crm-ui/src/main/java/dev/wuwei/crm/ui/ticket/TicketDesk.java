package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketAction;
import dev.wuwei.crm.ticket.TicketCommand.DeliverNotice;
import dev.wuwei.crm.ticket.TicketCommand.ReadNotice;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Today;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What the screens about tickets ask and send. */
@Component
class TicketDesk {
    final TicketQuery query;
    final CommandDialogs dialogs;
    final NoticeSheet sheet;
    private final CommandRunner commands;

    TicketDesk(TicketQuery query, CommandDialogs dialogs, NoticeSheet sheet, CommandRunner commands) {
        this.query = query;
        this.dialogs = dialogs;
        this.sheet = sheet;
        this.commands = commands;
    }

    Optional<TicketFile> find(IssueTicketId ticket) {
        return query.find(ticket, AsOf.current().query(), CurrentUser.get().viewer(), Today.date());
    }

    /** @return the commands that state, handler and roles allow, in the order in which they are offered */
    static List<String> allowed(TicketView ticket) {
        return ticket.availableActions().stream()
                .map(TicketAction::command)
                .filter(command ->
                        CommandDispatcher.mayBeSent(command, CurrentUser.get().roles()))
                .map(command -> "ticket." + command.getSimpleName())
                .toList();
    }

    static CommandContext context(TicketFile file) {
        TicketView ticket = file.ticket();
        return CommandContext.empty()
                .about(ticket.ticketNo() + "　" + ticket.title())
                .with("ticketId", ticket.ticketId())
                .with("title", ticket.title())
                .with("categoryCode", ticket.category().code())
                .with("description", file.description());
    }

    /** Notices to this user that wait to be read; those that had not arrived yet have, now that they are shown. */
    List<NoticeView> unread() {
        CurrentUser user = CurrentUser.get();
        List<NoticeView> unread = query.unread(user.id());
        for (NoticeView notice : unread) {
            if (!notice.isDeliveredTo(user.id())) {
                commands.send(new DeliverNotice(
                        notice.ticketId(), notice.noticeId(), user.id(), DeliveryWay.IN_APP, Today.date()));
            }
        }
        return unread;
    }

    void read(NoticeView notice, Consumer<CommandResult> onDone) {
        commands.run(new ReadNotice(notice.ticketId(), notice.noticeId(), Today.date()), onDone);
    }

    static String title(TicketView ticket) {
        return t("ticket.head", ticket.ticketNo(), ticket.title());
    }
}
