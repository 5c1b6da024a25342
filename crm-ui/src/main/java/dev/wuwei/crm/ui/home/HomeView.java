package dev.wuwei.crm.ui.home;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.projections.project.Clock;
import dev.wuwei.crm.projections.project.DueTask;
import dev.wuwei.crm.projections.project.OverdueMilestone;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.worklist.Worklist;
import dev.wuwei.crm.projections.worklist.WorklistQuery;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.People;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Terms;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import dev.wuwei.crm.ui.sentence.KnownNames;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Sentence;
import dev.wuwei.crm.ui.shell.VisitLogger;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 工作台: what is due today, what is late, and what happened since one last looked. */
@Route("")
@Menu(title = "menu.home", order = 0, icon = "home")
@PermitAll
class HomeView extends Div implements AfterNavigationObserver, PageTitle {
    private static final int ROWS = 6;
    private static final Duration NEWS = Duration.ofDays(7);

    private final WorklistQuery worklist;
    private final HistoryWords words;
    private final KnownNames names;
    private final ProjectQuery projects;
    private final CommandDialogs dialogs;
    private final VisitLogger visits;
    private final ViewHeader header = new ViewHeader(t("menu.home"));
    private final Segments<WorkScope> scopes = new Segments<>(t("home.scope"));
    private final Div body = new Div();

    HomeView(
            WorklistQuery worklist,
            HistoryWords words,
            KnownNames names,
            ProjectQuery projects,
            CommandDialogs dialogs,
            VisitLogger visits,
            Live live) {
        this.worklist = worklist;
        this.words = words;
        this.names = names;
        this.projects = projects;
        this.dialogs = dialogs;
        this.visits = visits;
        addClassName("ww-view");
        for (WorkScope scope : WorkScope.values()) {
            scopes.add(scope, t("home.scope." + Address.word(scope)));
        }
        scopes.onChoose(scope -> UI.getCurrent()
                .navigate("", AsOf.current().within(QueryParameters.simple(Map.of("scope", Address.word(scope))))));
        ViewBody.scrolls(body, "ww-home");
        add(header.actions(scopes), body);
        live.subscribe(this, Set.of("project", "timeline"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.home");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** Who works on projects opens their own, who heads a team that team's, and who oversees all of them. */
    private static WorkScope scope() {
        return Address.choice("scope", WorkScope.class, () -> {
            Set<Role> roles = CurrentUser.get().roles();
            return roles.contains(Role.PROMOTER)
                    ? WorkScope.MINE
                    : roles.contains(Role.DEPARTMENT_HEAD) ? WorkScope.TEAM : WorkScope.PARK;
        });
    }

    private void show() {
        boolean past = AsOf.current().isPast();
        scopes.setVisible(!past);
        scopes.select(scope());
        header.setNote(Format.headDate(AsOf.current().dayOrToday()));
        body.removeAll();
        if (past) {
            body.add(new EmptyState(t("home.past"), t("home.past.note"), new Anchor("/", t("shell.as-of.back"))));
            return;
        }
        Instant since = Today.instant().minus(NEWS);
        Worklist list = worklist.worklist(scope(), CurrentUser.get().viewer(), Today.date(), since, ROWS, ROWS);
        Div left = new Div(contacts(list), clocks(list), overdue(list), coming(list));
        left.addClassName("ww-home-main");
        Div right = new Div(news(list));
        right.addClassName("ww-home-aside");
        Div columns = new Div(left, right);
        columns.addClassName("ww-home-columns");
        body.add(strip(list), columns);
    }

    private Component strip(Worklist list) {
        Worklist.Figures figures = list.figures();
        AsOf day = AsOf.current();
        FigureStrip strip = new FigureStrip(t("home.figures"));
        strip.figure(
                t("home.contacts"),
                Format.count(figures.contacts()),
                t("unit.times", figures.contacts()),
                figures.missed() == 0 ? t("home.contacts.note") : t("home.contacts.missed", figures.missed()),
                day.link("negotiations?view=mine"));
        strip.figure(
                t("home.clocks"),
                Format.count(figures.clocks()),
                t("unit.items", figures.clocks()),
                figures.nextClock() == null
                        ? t("home.clocks.none")
                        : t("home.clocks.next", Format.shortDate(figures.nextClock())),
                day.link("leads?view=mine"));
        strip.figure(
                t("home.overdue"),
                Format.count(figures.overdue()),
                t("unit.projects", figures.overdue()),
                figures.overdue() == 0 ? t("home.overdue.none") : t("home.overdue.most", figures.mostDaysLate()),
                day.link("followups?which=overdue"));
        strip.figure(
                t("home.silent"),
                Format.count(figures.silent()),
                t("unit.projects", figures.silent()),
                t("home.silent.note"),
                day.link("negotiations?view=silent"));
        strip.figure(
                t("home.news"),
                Format.count(figures.news()),
                t("unit.entries", figures.news()),
                t("home.news.note"),
                day.link("followups"));
        return strip;
    }

    private Component contacts(Worklist list) {
        return section(
                        "home.contacts",
                        list.contacts(),
                        task -> row(
                                "ww-home-contact",
                                task.clock().isPast()
                                        ? Deadline.of(words(task.clock()))
                                        : strong(t("home.contacts.today")),
                                lines(
                                        new Div(
                                                project(task.projectNo(), task.projectName()),
                                                new Span(task.round() > 0 ? t("home.round", task.round()) : "")),
                                        weak(about(task, list))),
                                log(task.projectNo(), t("shell.log-visit"))))
                .setNote(
                        list.contacts().isEmpty()
                                ? ""
                                : t("home.contacts.count", list.figures().contacts()));
    }

    /** Where, with whom of ours, and what the last round left open, as far as it is known. */
    private static String about(DueTask task, Worklist list) {
        String ours = task.ours().stream()
                .map(list.names()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(t("shell.list-comma")));
        return Stream.of(
                        task.note(),
                        task.place(),
                        ours.isEmpty() ? null : t("home.ours", ours),
                        task.openPoints() == 0 ? null : t("home.open-points", task.openPoints()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("　"));
    }

    private Component clocks(Worklist list) {
        return section(
                        "home.clocks",
                        list.clocks(),
                        task -> row(
                                "ww-home-clock",
                                Deadline.of(words(task.clock())),
                                project(task.projectNo(), task.projectName()),
                                new Span(clock(task)),
                                action(task)))
                .setNote(list.clocks().isEmpty() ? "" : t("home.clocks.note"));
    }

    private static String clock(DueTask task) {
        String kind = Enums.name(task.clock().kind());
        return switch (task.clock().kind()) {
            case OPINION ->
                kind + "　" + Enums.name(ReviewTopic.valueOf(task.clock().item()));
            case PERMIT, MISSING_PAPERS, RESOLUTION ->
                Format.joined(kind, Terms.of(task.clock().item()), task.note());
            default -> kind;
        };
    }

    /** What answers the clock, for whom it is to answer it; the project for everybody else. */
    private Component action(DueTask task) {
        return switch (task.clock().kind()) {
            case RESPOND -> answer(task, "lead.RespondToLead");
            case JUDGE -> answer(task, "lead.JudgeLead");
            case PROGRESS -> log(task.projectNo(), t("home.log-progress"));
            default -> look(task);
        };
    }

    private Component answer(DueTask task, String command) {
        Button button = dialogs.button(command, null, () -> context(task.projectNo()), result -> show());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button.isVisible() ? button : look(task);
    }

    private CommandContext context(String projectNo) {
        return projects.find(projectNo, CurrentUser.get().viewer(), Today.date())
                .map(CommandContext::of)
                .orElseGet(CommandContext::empty);
    }

    private Component log(String projectNo, String text) {
        WriteButton button = new WriteButton(text, null, event -> visits.open(projectNo));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setVisible(dialogs.maySend("lead.LogVisit"));
        return button;
    }

    private static Component look(DueTask task) {
        return new Anchor(ProjectNavigation.link(task.projectNo()), t("home.look"));
    }

    private static Deadline.Words words(Clock clock) {
        return clock.kind().countsWorkingDays()
                ? Deadline.Words.ofWorkingDays(clock.left())
                : Deadline.Words.ofDays(clock.left());
    }

    private Component overdue(Worklist list) {
        Section section = section("home.overdue", list.overdue(), this::overdue);
        section.setNote(list.overdue().isEmpty() ? "" : t("home.overdue.note"));
        if (list.figures().overdue() > list.overdue().size()) {
            section.aside(new Anchor(
                    AsOf.current().link("followups?which=overdue"),
                    t("home.all", Format.count(list.figures().overdue()))));
        }
        return section;
    }

    private Component overdue(OverdueMilestone late) {
        return row(
                "ww-home-late",
                new Light(
                        Light.Colour.valueOf(late.milestone().light().name()),
                        Format.late(late.milestone().daysLate())),
                project(late.projectNo(), late.projectName()),
                new Span(Enums.name(late.milestone().milestone()) + "　"
                        + Format.date(late.milestone().dueOn())),
                new Span(late.cause() == null ? Format.text(late.problems()) : Enums.name(late.cause())),
                weak(
                        late.nextStep() == null
                                ? ""
                                : (late.nextOn() == null ? "" : Format.shortDate(late.nextOn()) + "　")
                                        + late.nextStep()));
    }

    private Component coming(Worklist list) {
        return section(
                "home.coming",
                list.coming(),
                task -> row(
                        "ww-home-clock",
                        new Span(Format.dayAndWeekday(task.clock().dueOn())),
                        project(task.projectNo(), task.projectName()),
                        new Span(
                                task.clock().kind() == TaskKind.NEXT_CONTACT
                                        ? Format.text(task.note())
                                        : milestone(task.clock())),
                        weak(Format.text(task.ownerName()))));
    }

    /** The item is phase and milestone. */
    private static String milestone(Clock clock) {
        String item = clock.item();
        return Enums.name(Milestone.valueOf(item.substring(item.indexOf('|') + 1)));
    }

    private Component news(Worklist list) {
        Names known = names.remembering();
        Div feed = new Div();
        feed.addClassName("ww-feed");
        for (TimelineEntry event : list.since()) {
            Sentence sentence = words.sentence(event, known, I18n.locale());
            Span text = new Span(strong(sentence.actor()), new Span(" " + sentence.predicate()));
            Span note = weak(event.projectName() + "　" + Format.moment(event.recordedAt()));
            Div words = new Div(text, note);
            words.addClassName("ww-feed-words");
            Anchor entry =
                    new Anchor(ProjectNavigation.link(event.projectNo()), People.avatar(sentence.actor()), words);
            entry.addClassName("ww-feed-entry");
            feed.add(entry);
        }
        if (list.since().isEmpty()) {
            feed.add(weak(t("home.news.none")));
        }
        return new Section(t("home.news"), t("home.news.note"), feed);
    }

    private static <T> Section section(String key, List<T> rows, Function<T, Component> face) {
        Div box = new Div();
        box.addClassNames("ww-box", "ww-home-box");
        rows.stream().limit(ROWS).map(face).forEach(box::add);
        if (rows.isEmpty()) {
            box.add(row("ww-home-none", weak(t(key + ".none"))));
        }
        return new Section(t(key), rows.isEmpty() ? "" : Format.count(rows.size()), box);
    }

    private static Component row(String kind, Component... cells) {
        Div row = new Div(cells);
        row.addClassNames("ww-home-row", kind);
        return row;
    }

    private static Div lines(Div first, Span second) {
        first.addClassName("ww-inline");
        Div lines = new Div(first, second);
        lines.addClassName("ww-home-lines");
        return lines;
    }

    private static Component project(String no, String name) {
        Anchor link = new Anchor(ProjectNavigation.link(no), name);
        link.addClassNames("ww-strong", "ww-plain-link");
        return link;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("ww-strong");
        return span;
    }

    private static Span weak(String text) {
        Span span = new Span(text);
        span.addClassName("ww-2");
        return span;
    }
}
