package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;

/** How a ticket looks in lists, on cards and beside them. */
final class TicketFaces {
    private TicketFaces() {}

    static Deadline.Words deadline(TicketView ticket) {
        return ticket.dueOn() == null ? Deadline.Words.NONE : Deadline.Words.ofWorkingDays(-ticket.daysLate());
    }

    static Component notice(NoticeLevel level) {
        Span mark = new Span(Enums.name(level));
        mark.addClassNames("ww-badge", css(level));
        return mark;
    }

    static String css(NoticeLevel level) {
        return switch (level) {
            case BLUE -> "ww-notice-blue";
            case YELLOW -> "ww-notice-yellow";
            case RED -> "ww-notice-red";
        };
    }

    static Component state(TicketView ticket) {
        return ticket.dueOn() == null
                ? Badges.fact(Enums.name(ticket.state()))
                : Badges.state(Enums.name(ticket.state()));
    }

    /** {@code 供电公司　赵甲}. */
    static String inCharge(TicketView ticket) {
        return ticket.unit() == null
                ? t("ticket.not-assigned")
                : Format.coded(ticket.unit()) + "　" + Format.text(ticket.handlerName());
    }

    static Component card(TicketView ticket) {
        Span title = new Span(ticket.title());
        title.addClassName("ww-card-title");
        Div marks = new Div();
        marks.addClassName("ww-inline");
        if (ticket.dueOn() != null) {
            marks.add(Deadline.of(deadline(ticket)));
        }
        if (ticket.notice() != null) {
            marks.add(notice(ticket.notice()));
        }
        Div card = new Div(title, weak(ticket.projectName()), marks, weak(inCharge(ticket)));
        card.addClassName("ww-ticket-card");
        return card;
    }

    private static Span weak(String text) {
        Span span = new Span(text);
        span.addClassName("ww-card-next");
        return span;
    }
}
