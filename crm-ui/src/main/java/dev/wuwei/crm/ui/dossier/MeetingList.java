package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.ResolutionState;
import dev.wuwei.crm.projections.dossier.DossierView.Meeting;
import dev.wuwei.crm.projections.dossier.DossierView.Resolved;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.ticket.TicketNavigation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 专题会, 现场会, 协调会, 联席会议: each with what it resolved, by whom, until when, and what came of it. */
class MeetingList extends Composite<Section> {
    private static final List<String> OF_MEETINGS = List.of("followup.AddResolution", "followup.WithdrawMeeting");
    private static final List<String> OF_OPEN =
            List.of("followup.FulfilResolution", "followup.ExtendResolution", "followup.DropResolution");
    private static final List<String> OF_ENDED = List.of("followup.ReopenResolution");

    private final DossierPage page;
    private final List<Meeting> meetings;

    MeetingList(DossierPage page) {
        this.page = page;
        meetings = page.dossier().meetings();
    }

    /** Commands that belong to one meeting or resolution and are offered beside it only. */
    static Set<String> commands() {
        return Stream.of(OF_MEETINGS, OF_OPEN, OF_ENDED).flatMap(List::stream).collect(Collectors.toSet());
    }

    @Override
    protected Section initContent() {
        Component[] body = meetings.isEmpty()
                ? new Component[] {Spans.note(t("progress.meetings.none"))}
                : meetings.stream().map(this::meeting).toArray(Component[]::new);
        return new Section(t("progress.meetings"), note(), body)
                .aside(page.actions().buttons("followup.HoldMeeting"));
    }

    private String note() {
        LocalDate day = page.dossier().day();
        List<Resolved> open = meetings.stream()
                .flatMap(meeting -> meeting.resolutions().stream())
                .filter(one -> one.state() == ResolutionState.OPEN)
                .toList();
        long late = open.stream().filter(one -> one.daysLate(day) > 0).count();
        if (meetings.isEmpty()) {
            return "";
        }
        return Format.joined(
                t("progress.meetings.count", meetings.size()),
                t("progress.meetings.open", open.size()),
                late == 0 ? "" : t("progress.meetings.late", late));
    }

    private Component meeting(Meeting meeting) {
        Span title = new Span(Format.joined(Format.date(meeting.on()), Enums.name(meeting.kind()), meeting.place()));
        title.addClassName("ww-strong");
        Div head = new Div(
                title, page.actions().about(OF_MEETINGS, context -> context.with("meetingId", meeting.meetingId())));
        head.addClassName("ww-meeting-head");
        Div about = new Div(new Span(meeting.agenda()), Spans.note(who(meeting)));
        about.addClassName("ww-stack");
        if (meeting.ticketId() != null) {
            about.add(new Anchor(TicketNavigation.link(meeting.ticketId()), t("progress.meetings.ticket")));
        }
        if (!meeting.attachments().isEmpty()) {
            about.add(page.files().links(meeting.attachments()));
        }
        Div box = new Div(head, about);
        box.addClassName("ww-meeting");
        if (!meeting.resolutions().isEmpty()) {
            box.add(resolutions(meeting));
        }
        return box;
    }

    private String who(Meeting meeting) {
        return Format.joined(
                t("progress.meetings.chair", page.words().of(meeting.chair())),
                meeting.ourPeople().isEmpty()
                        ? ""
                        : t("progress.meetings.ours", page.words().ours(meeting.ourPeople())),
                meeting.units() == null ? "" : t("progress.meetings.units", meeting.units()),
                page.words().entered(meeting.entered()));
    }

    private Component resolutions(Meeting meeting) {
        PlainTable table = new PlainTable(
                        "progress.resolution",
                        "progress.responsible",
                        "progress.person",
                        "progress.due",
                        "progress.resolution.state",
                        "progress.late",
                        "")
                .cards(1);
        for (Resolved one : meeting.resolutions()) {
            table.row(
                    new Span(one.resolution().number() + ". " + one.resolution().text()),
                    new Span(one.resolution().responsible()),
                    new Span(page.words().of(one.resolution().staffId())),
                    due(one),
                    state(one),
                    late(one),
                    page.actions()
                            .about(
                                    one.state() == ResolutionState.OPEN ? OF_OPEN : OF_ENDED,
                                    context -> context.with("meetingId", one.meetingId())
                                            .settle("number", one.resolution().number())));
        }
        return table.framed();
    }

    private static Component due(Resolved one) {
        Div cell = new Div(new Span(Format.date(one.dueOn())));
        cell.addClassName("ww-stack");
        one.earlier().reversed().forEach(day -> {
            Span before = new Span(Format.date(day));
            before.addClassName("ww-struck");
            cell.add(before);
        });
        return cell;
    }

    private Component state(Resolved one) {
        Div cell = new Div(
                one.state() == ResolutionState.OPEN
                        ? Badges.state(Enums.name(one.state()))
                        : Badges.fact(Format.joined(Enums.name(one.state()), Format.date(one.endedOn()))));
        cell.addClassName("ww-stack");
        if (one.outcome() != null) {
            cell.add(new Span(one.outcome()));
        }
        if (one.entered().reason() != null) {
            cell.add(Spans.note(page.words().enteredBecause(one.entered())));
        }
        if (!one.attachments().isEmpty()) {
            cell.add(page.files().links(one.attachments()));
        }
        return cell;
    }

    private Component late(Resolved one) {
        LocalDate day = page.dossier().day();
        Span words = new Span(
                switch (one.state()) {
                    case OPEN -> Format.remaining(one.dueOn(), day);
                    case FULFILLED -> Format.deviation(one.dueOn(), one.endedOn());
                    case DROPPED -> Format.NOTHING;
                });
        words.setClassName("ww-late-words", one.daysLate(day) > 0);
        return words;
    }
}
