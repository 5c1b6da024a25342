package dev.wuwei.crm.ui.reminder;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.projections.reminder.ReminderWishes;
import dev.wuwei.crm.reminder.ReminderCommand.MuteReminders;
import dev.wuwei.crm.reminder.ReminderCommand.ReadReminder;
import dev.wuwei.crm.reminder.ReminderCommand.SnoozeReminder;
import dev.wuwei.crm.reminder.ReminderCommand.UnmuteReminders;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderSettingsId;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.OfToday;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.ticket.TicketNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/** 提醒: what waits for the user, to be read, put off or silenced; and where mail goes. */
@Route(InboxView.PATH)
@PermitAll
class InboxView extends Div implements AfterNavigationObserver, PageTitle, OfToday {
    static final String PATH = "inbox";

    private final ReminderQuery reminders;
    private final UnreadReminders unread;
    private final CommandRunner commands;
    private final CommandDialogs dialogs;
    private final ViewHeader header = new ViewHeader(t("reminder.inbox"));
    private final WriteButton readAll;
    private final Div body = new Div();

    InboxView(
            ReminderQuery reminders,
            UnreadReminders unread,
            CommandRunner commands,
            CommandDialogs dialogs,
            Live live) {
        this.reminders = reminders;
        this.unread = unread;
        this.commands = commands;
        this.dialogs = dialogs;
        this.readAll = new WriteButton(t("reminder.read-all"), Icon.CHECK, click -> readAll());
        addClassNames("ww-view", "ww-inbox");
        add(header.actions(readAll), body);
        live.subscribe(this, Set.of("reminder", "ticket"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("reminder.inbox");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        CurrentUser user = CurrentUser.get();
        List<ReminderView> waiting = reminders.inbox(user.id(), Today.date());
        int notices = unread.notices(user);
        header.setNote(waiting.isEmpty() ? "" : t("reminder.count", Format.count(waiting.size())));
        readAll.setVisible(waiting.size() > 1);
        body.removeAll();
        if (notices > 0) {
            body.add(notices(notices));
        }
        section(
                "reminder-kind.digest",
                waiting.stream().filter(InboxView::isDigest).toList());
        section("reminder.past", waiting.stream().filter(ReminderView::past).toList());
        section(
                "reminder.near",
                waiting.stream().filter(each -> !each.past() && !isDigest(each)).toList());
        if (waiting.isEmpty() && notices == 0) {
            body.add(new EmptyState(t("reminder.none"), t("reminder.none.note")));
        }
        body.add(wishes(user));
    }

    private static boolean isDigest(ReminderView reminder) {
        return reminder.kind() == ReminderKind.DIGEST;
    }

    private static Component notices(int count) {
        Anchor link =
                new Anchor(AsOf.current().link(TicketNavigation.PATH), t("reminder.notices", Format.count(count)));
        Div row = new Div(Icon.FLAG.create(), link);
        row.addClassName("ww-inbox-notices");
        return row;
    }

    private void section(String key, List<ReminderView> waiting) {
        if (!waiting.isEmpty()) {
            Component[] rows = waiting.stream().map(this::row).toArray(Component[]::new);
            body.add(Section.card(t(key), Format.count(waiting.size()), rows));
        }
    }

    private Component row(ReminderView reminder) {
        Span what = new Span(ReminderWords.what(reminder, I18n.locale()));
        WriteButton read = new WriteButton(
                CommandDialogs.title("reminder.ReadReminder"),
                click -> run(new ReadReminder(reminder.reminderId(), Today.date())));
        read.addThemeVariants(ButtonVariant.SMALL);
        Div answers = new Div(read, later(reminder));
        answers.addClassName("ww-inbox-answers");
        if (isDigest(reminder)) {
            Div line = new Div(what, answers);
            line.addClassName("ww-inbox-wish");
            return line;
        }
        Anchor subject = new Anchor(
                AsOf.current().link(ReminderNavigation.path(reminder)), ReminderWords.subject(reminder, I18n.locale()));
        subject.addClassName("ww-strong");
        Span due = new Span(Format.date(reminder.dueOn()));
        due.addClassName("ww-2");
        Div row = new Div(Deadline.on(reminder.dueOn()), subject, what, due, answers);
        row.addClassName("ww-inbox-row");
        return row;
    }

    private Component later(ReminderView reminder) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.SMALL, MenuBarVariant.TERTIARY);
        bar.setEnabled(AsOf.current().isNow());
        SubMenu menu = bar.addItem(t("reminder.later")).getSubMenu();
        LocalDate today = Today.date();
        snooze(menu, reminder, "reminder.tomorrow", today.plusDays(1));
        snooze(menu, reminder, "reminder.monday", today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        snooze(menu, reminder, "reminder.in-two-weeks", today.plusDays(14));
        menu.addSeparator();
        menu.addItem(
                t("reminder.mute", Enums.name(reminder.kind())),
                click -> run(new MuteReminders(own(), reminder.kind(), Today.date())));
        return bar;
    }

    private void snooze(SubMenu menu, ReminderView reminder, String key, LocalDate until) {
        menu.addItem(
                t(key, Format.shortDate(until)),
                click -> run(new SnoozeReminder(reminder.reminderId(), until, Today.date())));
    }

    private Component wishes(CurrentUser user) {
        ReminderWishes wishes = reminders.wishes(user.id());
        Span email = new Span(wishes.email() == null ? t("reminder.no-mail") : t("reminder.mail", wishes.email()));
        Component change = dialogs.button(
                "reminder.SetMailAddress",
                null,
                () -> CommandContext.empty()
                        .about(user.name())
                        .with("settingsId", own())
                        .with("email", wishes.email()),
                done -> show());
        Div mail = new Div(email, change);
        mail.addClassName("ww-inbox-wish");
        Section section = Section.card(t("reminder.wishes"), "", mail);
        wishes.muted().stream().sorted().forEach(kind -> section.add(muted(kind)));
        return section;
    }

    private Component muted(ReminderKind kind) {
        WriteButton again = new WriteButton(
                CommandDialogs.title("reminder.UnmuteReminders"),
                click -> run(new UnmuteReminders(own(), kind, Today.date())));
        again.addThemeVariants(ButtonVariant.SMALL);
        Div row = new Div(new Span(t("reminder.muted", Enums.name(kind))), again);
        row.addClassName("ww-inbox-wish");
        return row;
    }

    private void readAll() {
        reminders
                .inbox(CurrentUser.get().id(), Today.date())
                .forEach(reminder -> commands.send(new ReadReminder(reminder.reminderId(), Today.date())));
        show();
    }

    private void run(Command command) {
        commands.run(command, done -> show());
    }

    private static ReminderSettingsId own() {
        return ReminderSettingsId.of(CurrentUser.get().id());
    }
}
