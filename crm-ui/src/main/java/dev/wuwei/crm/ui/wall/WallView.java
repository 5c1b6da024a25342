package dev.wuwei.crm.ui.wall;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.projections.dossier.ScheduleQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Along;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.Turning;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.wall.WallTrack.Stretch;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * 挂图作战: full screen, read from five metres. It turns its pages and refreshes itself; with {@code ?rows=all} every
 * project stands below the other, for A3 paper.
 */
@Route(value = "wall", autoLayout = false)
@Menu(title = "menu.wall", order = 210, icon = "gantt")
@PermitAll
class WallView extends Div implements AfterNavigationObserver, HasDynamicTitle, PageTitle {
    /** Behind it there is no room for a step's name but before it. */
    private static final double LAST_QUARTER = 75;

    private static final int ROWS = 10;

    private final FiveGapsQuery gaps;
    private final ProjectQuery projects;
    private final ScheduleQuery schedules;
    private final Turning turning;
    private List<Component> parts = List.of();
    private final TotalsCheckQuery checks;
    private Set<String> parks = Set.of();
    private boolean allRows;
    private int page;

    WallView(FiveGapsQuery gaps, ProjectQuery projects, ScheduleQuery schedules, TotalsCheckQuery checks, Live live) {
        this.gaps = gaps;
        this.checks = checks;
        this.schedules = schedules;
        this.projects = projects;
        addClassName("ww-wall");
        turning = new Turning(this, this::turn, this::show);
        add(turning);
        live.subscribe(this, Set.of("ledger", "project", "timeline"), this::show);
    }

    @Override
    public String getPageTitle() {
        return windowTitle();
    }

    @Override
    public String pageTitle() {
        return t("menu.wall");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AsOf.remember(
                event.getLocationChangeEvent().getUI(), event.getLocation().getQueryParameters());
        allRows = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("rows")
                .filter("all"::equals)
                .isPresent();
        parks = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("park")
                .map(Set::of)
                .orElse(Set.of());
        show();
    }

    private void turn() {
        page++;
        show();
    }

    private void show() {
        LocalDate today = AsOf.current().dayOrToday();
        FiveGapsQuery.Request request =
                FiveGapsQuery.Request.of(ProjectFilter.ALL.inParks(parks)).openOnly();
        var point = AsOf.current().query();
        Viewer viewer = CurrentUser.get().viewer();
        List<StateFigures> states = gaps.states(request, point, viewer);
        int all = (int) sum(states, state -> state.figure().count());
        int pages = Math.max(1, Math.ceilDiv(all, ROWS));
        page %= pages;
        List<PhaseView> shown = allRows
                ? gaps.mostUrgent(request, states, 0, all, point, viewer)
                : gaps.mostUrgent(request, states, (long) page * ROWS, ROWS, point, viewer);
        Stretch stretch = Stretch.around(today);
        setClassName("ww-wall-all", allRows);
        turning.setVisible(!allRows && pages > 1);
        remove(parts);
        parts = List.of(head(states, today), chart(shown, stretch, today), foot(pages));
        // The buttons stay where they are, so that whoever came to them by the keyboard does not lose them.
        parts.reversed().forEach(this::addComponentAsFirst);
    }

    private Component head(List<StateFigures> states, LocalDate today) {
        Header head = new Header(new H1(t("menu.wall")));
        head.addClassName("ww-wall-head");
        head.add(
                figure(sum(states, state -> state.figure().count()), t("wall.projects")),
                figure(sum(states, StateFigures::overdue), t("wall.late")));
        Div lights = new Div();
        lights.addClassName("ww-wall-lights");
        for (dev.wuwei.crm.followup.Light light : dev.wuwei.crm.followup.Light.values()) {
            lights.add(new Light(
                    colour(light),
                    Format.count(sum(states, state -> state.lights().get(light)))));
        }
        Span now = new Span(Format.headDate(today)
                + (AsOf.current().isNow() ? "　" + Format.clock(Today.time().toLocalTime()) : ""));
        now.addClassName("ww-wall-now");
        head.add(lights, now);
        return head;
    }

    private static long sum(List<StateFigures> states, ToLongFunction<StateFigures> figure) {
        return states.stream().mapToLong(figure).sum();
    }

    private static Light.Colour colour(dev.wuwei.crm.followup.Light light) {
        return Light.Colour.valueOf(light.name());
    }

    private static Span figure(long number, String unit) {
        Span count = new Span(Format.count(number));
        count.addClassName("ww-wall-figure");
        Span what = new Span(unit);
        what.addClassName("ww-2");
        return new Span(count, what);
    }

    private Component chart(List<PhaseView> shown, Stretch stretch, LocalDate today) {
        Div chart = new Div(axis(stretch));
        chart.addClassName("ww-wall-chart");
        Map<ProjectId, ProjectRow> next = next(shown, today);
        Map<ProjectId, List<Schedule>> planned =
                schedules.of(next.values(), AsOf.current().query(), today);
        shown.forEach(
                phase -> chart.add(row(phase, next.get(phase.projectId()), schedule(phase, planned), stretch, today)));
        if (shown.isEmpty()) {
            Div none = new Div(t("wall.none"));
            none.addClassName("ww-wall-none");
            chart.add(none);
        }
        return chart;
    }

    private static Schedule schedule(PhaseView phase, Map<ProjectId, List<Schedule>> planned) {
        return planned.getOrDefault(phase.projectId(), List.of()).stream()
                .filter(one -> one.phase().equals(phase.phase()))
                .findFirst()
                .orElse(null);
    }

    private Map<ProjectId, ProjectRow> next(List<PhaseView> shown, LocalDate today) {
        return projects
                .find(
                        shown.stream().map(PhaseView::projectId).toList(),
                        CurrentUser.get().viewer(),
                        today)
                .stream()
                .collect(Collectors.toMap(ProjectRow::projectId, Function.identity()));
    }

    private static Div axis(Stretch stretch) {
        Div months = new Div();
        months.addClassName("ww-wall-months");
        for (int i = 0; i < stretch.months(); i++) {
            YearMonth month = stretch.first().plusMonths(i);
            Span year = new Span(i == 0 || month.getMonthValue() == 1 ? t("wall.year", "" + month.getYear()) : "");
            Div head = new Div(year, new Span(t("wall.month." + month.getMonthValue())));
            months.add(head);
        }
        return cells(
                "ww-wall-axis",
                new Span(),
                new Span(t("project.name")),
                new Span(t("wall.stage")),
                new Span(t("wall.leader")),
                months,
                new Span(t("wall.deviation")),
                new Span(t("project.next")));
    }

    private static Div row(PhaseView phase, ProjectRow project, Schedule schedule, Stretch stretch, LocalDate today) {
        Anchor name = new Anchor(ProjectNavigation.link(phase.projectNo()), phase.projectName());
        name.addClassNames("ww-plain-link", "ww-wall-name");
        Span deviation = new Span(deviation(phase, today));
        deviation.addClassNames("ww-wall-deviation", css(phase.light()));
        deviation.setTitle(LightWords.reasons(phase.verdict()));
        return cells(
                "ww-wall-row",
                new Light(colour(phase.light()), ""),
                name,
                new Span(Enums.name(phase.state())),
                new Span(Format.text(phase.leaderName())),
                track(phase, schedule, stretch, today),
                deviation,
                new Span(next(phase, project)));
    }

    /** What whoever sees to the delay does next; without a delay, what the last contact agreed on. */
    private static String next(PhaseView phase, ProjectRow project) {
        if (phase.delay() != null) {
            return LightWords.next(phase.delay(), phase.delayOwnerName());
        }
        return project == null ? "" : Format.nextStep(project.nextOn(), project.nextStep());
    }

    private static String deviation(PhaseView phase, LocalDate today) {
        if (!phase.verdict().reasons().isEmpty()) {
            return LightWords.worst(phase.verdict());
        }
        if (phase.daysLate() > 0) {
            return Format.late(phase.daysLate());
        }
        return phase.dueOn() == null ? Format.NOTHING : Format.remaining(phase.dueOn(), today);
    }

    private static String css(Enum<?> constant) {
        return "ww-wall-" + Address.word(constant);
    }

    private static Div cells(String kind, Component... cells) {
        Div row = new Div(cells);
        row.addClassNames("ww-wall-line", kind);
        return row;
    }

    private static Div track(PhaseView phase, Schedule schedule, Stretch stretch, LocalDate today) {
        WallTrack drawn = WallTrack.of(phase, schedule, stretch, today);
        Div track = new Div();
        track.addClassName("ww-wall-track");
        for (WallTrack.Bar bar : drawn.bars()) {
            Span span = new Span();
            if (bar.kind() == WallTrack.Kind.DONE
                    && phase.state() == PhaseState.STARTED
                    && phase.progressPercent() != null) {
                span.setText(Format.number(phase.progressPercent(), 0) + "%");
            }
            span.addClassNames(css(bar.kind()), css(bar.light()));
            track.add(Along.between(bar.from(), bar.to(), span));
        }
        for (WallTrack.Mark mark : drawn.marks()) {
            Span diamond = new Span();
            diamond.addClassName(mark.recognised() ? "ww-wall-reached" : "ww-wall-agreed");
            track.add(Along.at(mark.at(), diamond));
        }
        track.setClassName("ww-wall-planned", !drawn.steps().isEmpty());
        WallTrack.Step now = drawn.currentStep();
        drawn.steps().forEach(step -> track.add(step(step, step == now)));
        Span line = new Span();
        line.addClassName("ww-wall-today");
        track.add(Along.at(stretch.at(today), line));
        return track;
    }

    /** Only the step that the site is at is named: more words are not read from five metres. */
    private static Span step(WallTrack.Step step, boolean now) {
        String words = step.daysLate() > 0 ? step.name() + " " + Format.late(step.daysLate()) : step.name();
        Span span = new Span(now ? words : "");
        span.setClassName("ww-wall-step-now", now);
        span.setClassName("ww-wall-step-end", now && step.from() > LAST_QUARTER);
        span.setTitle(Format.joined(words, Enums.name(step.state())));
        span.addClassNames("ww-wall-step", "ww-wall-step-" + Address.word(step.state()));
        span.setClassName("ww-wall-step-late", step.daysLate() > 0);
        return Along.between(step.from(), step.to(), span);
    }

    private Component foot(int pages) {
        Div foot = new Div(
                legend("ww-wall-plan", "wall.plan"),
                legend("ww-wall-done", "wall.done"),
                legend("ww-wall-late ww-wall-red", "wall.overdue"),
                legend("ww-wall-reached", "wall.reached"),
                legend("ww-wall-agreed", "wall.agreed"),
                legend("ww-wall-step", "wall.steps"));
        foot.addClassName("ww-wall-foot");
        Span space = new Span();
        space.addClassName("ww-space");
        foot.add(space);
        if (!allRows) {
            foot.add(new Span(t("wall.page", page + 1, pages)));
        }
        foot.add(
                new Span(t("home.overdue.note")),
                new Span(t("wall.refreshed", Format.clockWithSeconds(Today.instant()))),
                link(allRows ? "wall" : "wall?rows=all", allRows ? Icon.GANTT : Icon.PRINT, "wall.all." + allRows),
                link("followups", Icon.EXIT, "wall.leave"));
        Footer end = new Footer(foot, new VerifiedNote(checks));
        end.addClassName("ww-wall-end");
        return end;
    }

    private static Anchor link(String path, Icon icon, String text) {
        Anchor link = new Anchor(AsOf.current().link(path), icon.create());
        link.addClassName("ww-wall-link");
        link.getElement().setAttribute("aria-label", t(text));
        link.setTitle(t(text));
        return link;
    }

    private static Span legend(String classes, String text) {
        Span sign = new Span();
        sign.addClassNames("ww-wall-sign");
        sign.addClassNames(classes.split(" "));
        return new Span(sign, new Span(t(text)));
    }
}
