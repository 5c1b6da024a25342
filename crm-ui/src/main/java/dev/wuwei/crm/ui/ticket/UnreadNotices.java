package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.WriteButton;

/** The notices that wait for this user to read them; nothing when there are none. */
class UnreadNotices extends Composite<Div> {
    private final TicketDesk desk;

    UnreadNotices(TicketDesk desk) {
        this.desk = desk;
        getContent().addClassName("ww-notices");
        getContent().getElement().setAttribute("role", "region").setAttribute("aria-label", t("ticket.unread"));
    }

    void show() {
        getContent().removeAll();
        if (AsOf.current().isNow()) {
            desk.unread().forEach(notice -> getContent().add(row(notice)));
        }
        setVisible(getContent().getComponentCount() > 0);
    }

    private Div row(NoticeView notice) {
        Anchor ticket = new Anchor(
                TicketNavigation.link(notice.ticketId()), t("ticket.head", notice.ticketNo(), notice.title()));
        Span facts = new Span(t(
                "ticket.unread.facts",
                notice.projectName(),
                Format.date(notice.dueOn()),
                Format.count(notice.daysLate())));
        facts.addClassName("ww-2");
        WriteButton read = new WriteButton(
                CommandDialogs.title("ticket.ReadNotice"), click -> desk.read(notice, result -> show()));
        read.addThemeVariants(ButtonVariant.SMALL);
        Div row = new Div(TicketFaces.notice(notice.level()), ticket, facts, read);
        row.addClassName("ww-notice-row");
        return row;
    }
}
