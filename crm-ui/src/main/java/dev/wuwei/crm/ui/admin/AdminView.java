package dev.wuwei.crm.ui.admin;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.quartz.BusinessJobs;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.staff.Account;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffState;
import dev.wuwei.crm.projections.staff.Team;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Rebuild;
import dev.wuwei.crm.projections.support.RebuildRun;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Confirm;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.LineTabs;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.OfToday;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.component.WriteButton;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 管理: accounts, teams, dictionaries, read models and what they set aside. */
@Route("admin")
@Menu(title = "menu.admin", order = 500, icon = "sliders")
@RolesAllowed("ADMINISTRATOR")
class AdminView extends Div implements AfterNavigationObserver, PageTitle, OfToday {
    private static final int PAGE = 500;

    private enum Tab {
        ACCOUNTS,
        TEAMS,
        DICTIONARIES,
        READERS,
        SET_ASIDE,
        JOBS
    }

    private final StaffQuery staff;
    private final CatalogueQuery catalogues;
    private final Processors processors;
    private final Rebuild rebuild;
    private final BusinessJobs jobs;
    private final CommandDialogs dialogs;
    private final Live live;
    private final LineTabs<Tab> tabs = new LineTabs<>(t("admin.tabs"));
    private final Div body = new Div();

    AdminView(
            StaffQuery staff,
            CatalogueQuery catalogues,
            Processors processors,
            Rebuild rebuild,
            BusinessJobs jobs,
            CommandDialogs dialogs,
            Live live) {
        this.staff = staff;
        this.catalogues = catalogues;
        this.processors = processors;
        this.rebuild = rebuild;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.live = live;
        addClassName("ww-view");
        for (Tab tab : Tab.values()) {
            tabs.add(tab, t("admin.tab." + Address.word(tab)));
        }
        tabs.onChoose(tab ->
                UI.getCurrent().navigate("admin", AsOf.current().within(QueryParameters.of("tab", Address.word(tab)))));
        ViewBody.scrolls(body, "ww-admin");
        add(new ViewHeader(t("menu.admin")), tabs, body);
        live.subscribe(this, Set.of("staff"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.admin");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private static Tab tab() {
        return Address.choice("tab", Tab.class);
    }

    private void show() {
        tabs.select(tab());
        body.removeAll();
        body.add(
                switch (tab()) {
                    case ACCOUNTS -> accounts();
                    case TEAMS -> teams();
                    case DICTIONARIES -> new DictionaryTab(catalogues, dialogs, live);
                    case READERS -> readers();
                    case SET_ASIDE -> setAside();
                    case JOBS -> jobs();
                });
    }

    private Component accounts() {
        PlainTable table = new PlainTable(
                "admin.username",
                "admin.name",
                "admin.title",
                "admin.roles",
                "field.parks",
                "admin.team",
                "admin.state",
                "");
        for (Account account : staff.accounts(
                        null, null, null, Page.first(PAGE), CurrentUser.get().viewer())
                .rows()) {
            table.row(
                    text(account.username()),
                    strong(account.name()),
                    text(Format.text(account.title())),
                    text(account.roles().stream()
                            .sorted()
                            .map(Enums::name)
                            .collect(Collectors.joining(t("shell.list-comma")))),
                    text(
                            account.parks().isEmpty()
                                    ? t("admin.all-parks")
                                    : account.parks().stream()
                                            .map(Format::coded)
                                            .collect(Collectors.joining(t("shell.list-comma")))),
                    text(Format.text(account.teamName())),
                    account.state() == StaffState.ACTIVE
                            ? Badges.state(Enums.name(account.state()))
                            : Badges.fact(Enums.name(account.state())),
                    dialogs.menu(actions(account), () -> context(account), result -> show()));
        }
        return new Section(t("admin.tab.accounts"), t("admin.accounts.note"), table)
                .aside(dialogs.button("staff.OpenAccount", Icon.PLUS, CommandContext::empty, result -> show()));
    }

    private static List<String> actions(Account account) {
        if (account.state() == StaffState.CLOSED) {
            return List.of();
        }
        List<String> actions = new ArrayList<>(List.of(
                "staff.ChangeProfile",
                "staff.ChangeRoles",
                "staff.ChangeParkScope",
                "staff.JoinTeam",
                "staff.ResetPassword"));
        actions.add(account.state() == StaffState.LOCKED ? "staff.UnlockAccount" : "staff.LockAccount");
        actions.add("staff.CloseAccount");
        return actions;
    }

    private static CommandContext context(Account account) {
        return CommandContext.empty()
                .about(account.name() + "　" + account.username())
                .with("staffId", account.staffId())
                .with("name", account.name())
                .with("title", account.title())
                .with("phone", account.phone());
    }

    private Component teams() {
        PlainTable table = new PlainTable("admin.name", "field.park", "admin.members", "admin.state", "");
        for (Team team : staff.teams(true)) {
            table.row(
                    named(team),
                    text(team.park() == null ? t("admin.all-parks") : Format.coded(team.park())),
                    text(Format.count(team.members())),
                    team.closed() ? Badges.fact(t("admin.team.closed")) : Badges.state(t("admin.team.open")),
                    dialogs.menu(
                            team.closed()
                                    ? List.of()
                                    : List.of(
                                            "staff.RenameTeam", "staff.MoveTeam", "staff.MergeTeam", "staff.CloseTeam"),
                            () -> CommandContext.empty()
                                    .about(team.name())
                                    .with("teamId", team.teamId())
                                    .with("name", team.name())
                                    .with(
                                            "parkCode",
                                            team.park() == null
                                                    ? null
                                                    : team.park().code())
                                    .choose("intoTeamId", others(team)),
                            result -> show()));
        }
        return new Section(t("admin.tab.teams"), "", table)
                .aside(dialogs.button("staff.OpenTeam", Icon.PLUS, CommandContext::empty, result -> show()));
    }

    private static Component named(Team team) {
        Div named = new Div(strong(team.name()));
        if (team.mergedInto() != null) {
            named.add(Spans.note(t("admin.team.merged", team.mergedInto())));
        }
        named.addClassName("ww-stack");
        return named;
    }

    /** @return the open teams that it may become a part of */
    private List<Option> others(Team team) {
        return staff.teams(false).stream()
                .filter(other -> !other.teamId().equals(team.teamId()))
                .map(other -> new Option(other.teamId().toString(), other.name()))
                .toList();
    }

    private Component readers() {
        PlainTable table =
                new PlainTable("admin.reader", "admin.state", "admin.position", "admin.lag", "admin.set-aside", "");
        Set<String> rebuildable = rebuild.names();
        for (Processors.Status status : processors.list()) {
            String state = status.error() != null
                    ? t("admin.reader.failing")
                    : !status.running()
                            ? t("admin.reader.stopped")
                            : status.caughtUp() ? t("admin.reader.current") : t("admin.reader.behind");
            Button again = new WriteButton(t("admin.rebuild"), event -> startRebuild(List.of(status.name())));
            again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            again.setVisible(rebuildable.contains(status.name()));
            table.row(
                    strong(status.name()),
                    status.caughtUp() ? Badges.state(state) : Badges.of(Badges.Kind.LATE, state),
                    text(Format.count(status.position())),
                    text(Format.count(status.lag())),
                    text(Format.count(status.deadLetters())),
                    again);
        }
        Button all = new WriteButton(t("admin.rebuild.all"), event -> startRebuild(List.of()));
        Section section = new Section(t("admin.tab.readers"), t("admin.readers.note"), progress(), table);
        return section.aside(all);
    }

    private Component progress() {
        RebuildRun run = rebuild.latest();
        Div frame = new Div();
        frame.addClassName("ww-rebuild");
        if (run == null) {
            return frame;
        }
        RebuildRun.Progress progress = run.progress();
        double share = progress.head() == 0 ? 0 : Math.min(1, (double) progress.position() / progress.head());
        ProgressBar bar = new ProgressBar(0, 1, run.isOver() ? 1 : share);
        Span text = new Span(t(
                "admin.rebuild.progress",
                String.join(t("shell.list-comma"), run.names()),
                Enums.name(progress.phase()),
                Format.count(progress.position()),
                Format.count(progress.head()),
                Format.count(progress.perSecond())));
        bar.getElement().setAttribute("aria-label", text.getText());
        frame.add(text, bar);
        if (!run.isOver()) {
            frame.add(new Button(t("component.cancel"), event -> run.cancel()));
            refreshSoon();
        }
        return frame;
    }

    /** What goes on in the background is shown again in a second, unless one has gone elsewhere. */
    private void refreshSoon() {
        Tab here = tab();
        UI ui = UI.getCurrent();
        ui.setPollInterval(1000);
        ui.addPollListener(event -> {
            event.unregisterListener();
            ui.setPollInterval(-1);
            if (isAttached() && tab() == here) {
                show();
            }
        });
    }

    private void startRebuild(List<String> names) {
        Confirm.ask(t("admin.rebuild"), t("admin.rebuild.ask"), t("admin.rebuild"), () -> {
            rebuild.start(names);
            show();
        });
    }

    private Component setAside() {
        List<Processors.SetAside> letters = processors.setAside(null);
        if (letters.isEmpty()) {
            return new EmptyState(t("admin.set-aside.none"), t("admin.set-aside.none.note"));
        }
        PlainTable table = new PlainTable("admin.reader", "admin.event", "admin.since", "admin.why", "");
        for (Processors.SetAside letter : letters) {
            Button retry = new WriteButton(t("admin.retry"), event -> {
                boolean done = processors.retry(letter.processor(), letter.id());
                Notify.info(t(done ? "admin.retry.done" : "admin.retry.failed"));
                show();
            });
            Button discard = new WriteButton(
                    t("admin.discard"),
                    event -> Confirm.ask(t("admin.discard"), t("admin.discard.ask"), t("admin.discard"), () -> {
                        processors.discard(letter.processor(), letter.id());
                        show();
                    }));
            retry.addThemeVariants(ButtonVariant.SMALL);
            discard.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            table.row(
                    strong(letter.processor()),
                    text(letter.event()),
                    text(Format.recorded(letter.since())),
                    text(letter.causeType() + "　" + Format.text(letter.causeMessage())),
                    new Div(retry, discard));
        }
        return new Section(t("admin.tab.set-aside"), "", table);
    }

    private Component jobs() {
        PlainTable table = new PlainTable("admin.job", "admin.job.next", "admin.job.last", "admin.job.result", "");
        for (BusinessJobs.Status job : jobs.list()) {
            Span note = new Span(t("job." + job.name() + ".note"));
            note.addClassName("ww-note");
            Button run = new WriteButton(t("admin.job.run"), event -> {
                jobs.runNow(job.name());
                Notify.info(t("admin.job.started"));
                refreshSoon();
            });
            run.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            table.row(
                    new Div(strong(t("job." + job.name())), note),
                    text(job.next() == null ? t("admin.job.never") : Format.recorded(job.next())),
                    text(job.startedAt() == null ? Format.NOTHING : Format.recorded(job.startedAt())),
                    result(job),
                    run);
        }
        return new Section(t("admin.tab.jobs"), t("admin.jobs.note"), table);
    }

    private static Component result(BusinessJobs.Status job) {
        if (job.startedAt() == null) {
            return text(Format.NOTHING);
        }
        if (job.failure() != null) {
            return Badges.of(Badges.Kind.LATE, t("admin.job.failed", job.failure()));
        }
        return job.endedAt() == null
                ? Badges.fact(t("admin.job.running"))
                : text(t("admin.job.done", Format.count(job.accepted()), Format.count(job.refused())));
    }

    private static Span text(String text) {
        return new Span(text);
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("ww-strong");
        return span;
    }
}
