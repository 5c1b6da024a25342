package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketState;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Steps;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One ticket: how far it is, what it is about, what was done, who was told. */
class TicketPanel extends Composite<Div> {
    private static final List<TicketState> ROAD = List.of(
            TicketState.RAISED,
            TicketState.ASSIGNED,
            TicketState.SIGNED_FOR,
            TicketState.HANDLING,
            TicketState.REPLIED,
            TicketState.CONFIRMED_BY_ENTERPRISE,
            TicketState.CLOSED);

    private static final String ASSIGN = "ticket.AssignTicket";

    private final TicketDesk desk;
    private final TicketFile file;
    private final Runnable changed;

    /** @param changed called after something was done */
    TicketPanel(TicketDesk desk, TicketFile file, Runnable changed) {
        this.desk = desk;
        this.file = file;
        this.changed = changed;
        getContent().addClassName("ww-ticket");
        getContent()
                .add(
                        actions(),
                        new Steps(road(file.ticket().state())),
                        facts(),
                        text(file.description()),
                        new Section(t("ticket.course"), "", course()));
        if (!file.notices().isEmpty()) {
            Section notices = new Section(t("ticket.notices"), "");
            notices.setBody(file.notices().stream().map(this::notice).toArray(Component[]::new));
            getContent().add(notices);
        }
    }

    private Component actions() {
        TicketView ticket = file.ticket();
        List<String> allowed = TicketDesk.allowed(ticket);
        // To take it from somebody is never what is to be done next.
        List<String> order = allowed.stream()
                .filter(name -> !(ticket.state().isWithUnit() && name.equals(ASSIGN)))
                .toList();
        Div row = new Div();
        row.addClassName("ww-ticket-actions");
        Button next = desk.dialogs.next(order, allowed, this::context, result -> changed.run());
        if (next != null) {
            row.add(next);
        }
        row.add(desk.dialogs.menu(
                allowed.stream()
                        .filter(name -> order.isEmpty() || !name.equals(order.getFirst()))
                        .toList(),
                this::context,
                result -> changed.run()));
        row.setVisible(!allowed.isEmpty());
        return row;
    }

    private CommandContext context() {
        return TicketDesk.context(file);
    }

    /** What was rejected is handled again; what was reopened begins anew. */
    private static List<Steps.Step> road(TicketState state) {
        TicketState at = state == TicketState.REJECTED
                ? TicketState.HANDLING
                : state == TicketState.REOPENED ? TicketState.RAISED : state;
        int now = ROAD.indexOf(at);
        List<Steps.Step> steps = new ArrayList<>();
        for (int i = 0; i < ROAD.size(); i++) {
            boolean done = i < now || state == TicketState.CLOSED;
            steps.add(new Steps.Step(Enums.name(i == now ? state : ROAD.get(i)), done, i == now && !done));
        }
        return steps;
    }

    private Component facts() {
        TicketView ticket = file.ticket();
        Facts facts = Facts.column();
        facts.add(
                t("project.name"),
                new Anchor(
                        ProjectNavigation.link(ticket.projectNo()), ticket.projectNo() + "　" + ticket.projectName()));
        facts.add(t("ticket.category"), Format.coded(ticket.category()));
        facts.add(t("ticket.raised"), Format.date(ticket.raisedOn()) + "　" + Format.text(ticket.raisedByName()));
        facts.add(t("ticket.in-charge"), TicketFaces.inCharge(ticket));
        if (ticket.dueOn() != null) {
            Div due = new Div(new Span(Format.date(ticket.dueOn())), Deadline.of(TicketFaces.deadline(ticket)));
            due.addClassName("ww-inline");
            facts.add(t("ticket.due"), due);
        }
        if (ticket.satisfaction() != null) {
            facts.add(t("ticket.satisfaction"), Enums.name(ticket.satisfaction()));
        }
        return facts;
    }

    private static Component text(String text) {
        Div paragraph = new Div();
        paragraph.setText(text);
        paragraph.addClassName("ww-ticket-text");
        return paragraph;
    }

    private Component course() {
        Div list = new Div();
        list.addClassName("ww-ticket-course");
        for (TicketFile.Step step : file.steps()) {
            Span on = new Span(Format.date(
                    step.moved() ? LocalDate.ofInstant(step.recordedAt(), EventMeta.ZONE) : step.occurredOn()));
            on.addClassName("ww-3");
            Span what = new Span(step.moved() ? t("ticket.step.moved") : Enums.name(step.state()));
            what.addClassName("ww-strong");
            Span who = new Span(who(step));
            who.addClassName("ww-2");
            Div line = new Div(on, what, who);
            line.addClassName("ww-ticket-step");
            list.add(line);
            if (step.note() != null) {
                list.add(text(step.note()));
            }
        }
        return list;
    }

    private static String who(TicketFile.Step step) {
        if (step.moved()) {
            return t("ticket.step.due", Format.date(step.dueOn()));
        }
        return step.state() == TicketState.ASSIGNED
                ? t(
                        "ticket.step.assigned",
                        Format.text(step.byName()),
                        Format.coded(step.unit()),
                        Format.text(step.handlerName()))
                : Format.text(step.byName());
    }

    private Component notice(NoticeView notice) {
        Span when = new Span(t(
                "ticket.notice.sent",
                Format.date(notice.sentOn()),
                notice.sentByName() == null ? t("ticket.notice.by-job") : notice.sentByName(),
                Format.date(notice.dueOn()),
                Format.count(notice.daysLate())));
        when.addClassName("ww-2");
        Anchor document = new Anchor(desk.sheet.download(file, notice), AttachmentType.DOWNLOAD, t("ticket.sheet"));
        document.addClassName("ww-push-right");
        Div head = new Div(TicketFaces.notice(notice.level()), when, document);
        head.addClassName("ww-inline");
        Div box = new Div(head);
        box.addClassName("ww-ticket-notice");
        for (NoticeView.Recipient recipient : notice.recipients()) {
            Span line = new Span(reached(recipient));
            line.addClassName("ww-2");
            box.add(line);
        }
        if (notice.interview() != null) {
            box.add(text(t("ticket.interview", Format.date(notice.interviewedOn()), notice.interview())));
        } else if (notice.level() == NoticeLevel.RED && desk.dialogs.maySend("ticket.LogInterview")) {
            box.add(new WriteButton(
                    t("command.ticket.LogInterview"),
                    click -> desk.dialogs.open(
                            "ticket.LogInterview",
                            context().with("noticeId", notice.noticeId()),
                            result -> changed.run())));
        }
        return box;
    }

    private static String reached(NoticeView.Recipient recipient) {
        String name = Format.text(recipient.name());
        if (recipient.readAt() != null) {
            return t("ticket.notice.read", name, Format.recorded(recipient.readAt()));
        }
        return recipient.deliveredAt() == null
                ? t("ticket.notice.not-delivered", name)
                : t(
                        "ticket.notice.delivered",
                        name,
                        Enums.name(recipient.way()),
                        Format.recorded(recipient.deliveredAt()));
    }
}
