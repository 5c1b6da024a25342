package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Kanban;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PagedSource;
import dev.wuwei.crm.ui.component.RecordGrid;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.savedview.OwnViews;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** 五未: five columns, stage and overdue kept apart; late ones first. */
@Route("followups")
@Menu(title = "menu.followup", order = 200, icon = "gaps")
@PermitAll
class FollowUpsView extends Div implements AfterNavigationObserver, PageTitle {
    private static final int CARDS = 20;
    private static final List<PhaseState> COLUMNS = Stream.of(PhaseState.values())
            .filter(state -> state != PhaseState.FULL_CAPACITY)
            .toList();

    private enum Mode {
        BOARD,
        LIST
    }

    private enum Which {
        ALL,
        OVERDUE,
        MINE
    }

    private final FiveGapsQuery query;
    private final ViewHeader header = new ViewHeader(t("menu.followup"));
    private final Segments<Mode> modes = new Segments<>(t("project.list.modes"));
    private final Segments<Which> which = new Segments<>(t("project.list.views"));
    private final FilterBar filters = new FilterBar();
    private final Kanban<PhaseState, PhaseView> board = new Kanban<>(PhaseView::projectName, FollowUpsView::face);
    private final RecordGrid<PhaseView> grid = new RecordGrid<>(phase -> phase.projectNo() + "/" + phase.phase());
    private final TotalsCheckQuery checks;
    private final Div verified = new Div();
    private Request asked = Request.ALL;

    FollowUpsView(
            FiveGapsQuery query, Dictionaries dictionaries, OwnViews ownViews, TotalsCheckQuery checks, Live live) {
        this.query = query;
        this.checks = checks;
        addClassNames("ww-view", "ww-gaps");
        modes.add(Mode.BOARD, Icon.KANBAN, t("project.list.board")).add(Mode.LIST, Icon.LIST, t("project.list.rows"));
        modes.onChoose(mode -> Address.put("mode", mode == Mode.BOARD ? null : "list"));
        for (Which one : Which.values()) {
            which.add(one, t("followup.which." + Address.word(one)));
        }
        which.onChoose(one -> Address.put("which", one == Which.ALL ? null : Address.word(one)));
        filters.search("q", t("project.list.search"))
                .choice("park", label("park"), () -> Option.of(dictionaries.everything(DictionaryKind.PARK)))
                .choice(
                        "industry",
                        label("industry"),
                        () -> Option.of(dictionaries.everything(DictionaryKind.INDUSTRY)));
        COLUMNS.forEach(state -> board.column(state, Enums.name(state)));
        board.onOpen(phase -> ProjectNavigation.open(phase.projectNo()));
        columns();
        Span rule = new Span(t("followup.rule"));
        rule.addClassNames("ww-3", "ww-push-right", "ww-wide-only");
        Div first = new Div(which, ownViews.bar("followups", filters, "which", "mode"), rule);
        first.addClassName("ww-bar");
        Div bars = new Div(first, filters);
        bars.addClassName("ww-list-bars");
        Div frame = new Div(board);
        frame.addClassName("ww-board-frame");
        verified.addClassName("ww-gaps-verified");
        add(header.actions(modes, grid.exportButton("followups")), bars, frame, grid, verified);
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    private void columns() {
        grid.code("no", t("project.no"), PhaseView::projectNo).width(112);
        grid.strong("name", t("project.name"), PhaseView::projectName).grow();
        grid.text("phase", t("followup.phase"), PhaseView::phase).width(92);
        grid.text("state", t("project.stage"), phase -> Enums.name(phase.state()))
                .width(110);
        grid.light("light", t("followup.light"), FollowUpsView::light).width(190);
        grid.date("due", t("followup.due"), PhaseView::dueOn).width(104);
        grid.text(
                        "cause",
                        t("followup.cause"),
                        phase -> phase.lateCause() == null ? Format.NOTHING : Enums.name(phase.lateCause()))
                .width(84);
        grid.text(
                        "next",
                        t("followup.next-action"),
                        phase -> phase.delay() == null
                                ? Format.NOTHING
                                : LightWords.next(phase.delay(), phase.delayOwnerName()))
                .width(190);
        grid.number("progress", t("followup.progress"), 0, PhaseView::progressPercent)
                .width(92);
        grid.yi("signed", t("signing.amount"), PhaseView::signed).width(132);
        grid.text("park", label("park"), phase -> Format.coded(phase.park()))
                .width(104)
                .afterNumber();
        grid.text("leader", t("project.leader"), phase -> Format.text(phase.leaderName()))
                .width(76);
        grid.text("owner", label("owner"), phase -> Format.text(phase.ownerName()))
                .width(76);
        grid.phoneRowWithLight(
                PhaseView::projectName,
                phase -> Enums.name(phase.state()) + "　" + Format.text(phase.leaderName()),
                FollowUpsView::light);
        grid.onOpen(phase -> ProjectNavigation.open(phase.projectNo()));
        grid.source(new PagedSource<>() {
            @Override
            public List<PhaseView> rows(int offset, int limit, List<Order> orders) {
                return query.phases(
                        asked,
                        offset,
                        limit,
                        AsOf.current().query(),
                        CurrentUser.get().viewer());
            }

            @Override
            public Totals totals() {
                return Totals.of(count(states()));
            }
        });
    }

    @Override
    public String pageTitle() {
        return t("menu.followup");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        Filters now = filters.filters();
        boolean list = now.text("mode").isPresent();
        Which chosen = Address.choice("which", Which.class);
        modes.select(list ? Mode.LIST : Mode.BOARD);
        which.select(chosen);
        CurrentUser user = CurrentUser.get();
        ProjectFilter filter = ProjectFilter.ALL
                .inParks(now.codes("park"))
                .inIndustries(now.codes("industry"))
                .matching(now.text("q").orElse(null));
        Request every = Request.of(filter).decisiveOnly();
        Request overdue = Request.of(filter.overdue(true)).decisiveOnly();
        Request mine = every.inChargeIs(user.id());
        List<StateFigures> all = states(every);
        which.setCount(Which.ALL, count(all));
        which.setCount(Which.OVERDUE, late(all));
        which.setCount(Which.MINE, count(states(mine)));
        asked = switch (chosen) {
            case ALL -> every;
            case OVERDUE -> overdue;
            case MINE -> mine;
        };
        head(all);
        verified.removeAll();
        verified.add(new VerifiedNote(checks));
        board.getParent().ifPresent(frame -> frame.setVisible(!list));
        grid.setVisible(list);
        if (list) {
            grid.refresh();
        } else {
            states().stream().filter(state -> COLUMNS.contains(state.state())).forEach(this::fill);
        }
    }

    private List<StateFigures> states() {
        return states(asked);
    }

    private List<StateFigures> states(Request request) {
        return query.states(request, AsOf.current().query(), CurrentUser.get().viewer());
    }

    private static long count(List<StateFigures> states) {
        return states.stream().mapToLong(state -> state.figure().count()).sum();
    }

    private static long late(List<StateFigures> states) {
        return states.stream().mapToLong(StateFigures::overdue).sum();
    }

    private void head(List<StateFigures> states) {
        header.beside().removeAll();
        Figure total = states.stream().map(StateFigures::figure).reduce(Figure.NOTHING, Figure::plus);
        Span totals = new Span(t(
                "followup.totals",
                Format.count(total.count()),
                Format.yi(total.in(Currency.CNY)),
                Format.count(late(states))));
        header.beside().add(totals, lights(states));
    }

    private static Component lights(List<StateFigures> states) {
        Map<String, Long> sums = new HashMap<>();
        states.forEach(state -> state.lights().forEach((light, n) -> sums.merge(light.name(), n, Long::sum)));
        Div row = new Div();
        row.addClassName("ww-inline");
        for (Light.Colour colour : Light.Colour.values()) {
            row.add(new Light(colour, Format.count(sums.getOrDefault(colour.name(), 0L))));
        }
        return row;
    }

    private void fill(StateFigures here) {
        PhaseState state = here.state();
        long projects = here.figure().count();
        board.fill(
                state,
                query.phases(
                        asked.in(List.of(state)),
                        0,
                        CARDS,
                        AsOf.current().query(),
                        CurrentUser.get().viewer()),
                projects,
                t("followup.sum", Format.yi(here.figure().in(Currency.CNY))),
                () -> Address.put("mode", "list"));
        Span late = new Span(t("followup.of-which-late", Format.count(here.overdue())));
        late.addClassName("ww-2");
        Div bar = new Div(new Div());
        bar.addClassName("ww-gap-bar");
        double share = projects == 0 ? 0 : 100.0 * here.overdue() / projects;
        ((Div) bar.getComponentAt(0)).getStyle().set("width", share + "%");
        Div extra = new Div(late, bar, lights(List.of(here)));
        extra.addClassName("ww-gap-head");
        board.headExtra(state, extra);
    }

    private static Light.Words light(PhaseView phase) {
        String words;
        if (!phase.verdict().reasons().isEmpty()) {
            words = LightWords.reasons(phase.verdict());
        } else if (phase.daysLate() > 0) {
            words = Format.late(phase.daysLate());
        } else if (phase.progressBehind() != null && phase.progressBehind() > 0) {
            words = t("followup.behind", phase.progressBehind());
        } else if (phase.dueOn() == null) {
            words = Format.NOTHING;
        } else {
            words = Format.remaining(phase.dueOn(), AsOf.current().dayOrToday());
        }
        return new Light.Words(Light.Colour.valueOf(phase.light().name()), words);
    }

    private static Component face(PhaseView phase) {
        Span title = new Span(phase.projectName());
        title.addClassName("ww-card-title");
        Light.Words words = light(phase);
        Span amount = new Span(t("followup.sum", Format.yi(phase.signed())));
        amount.addClassNames("ww-2", "ww-push-right");
        Div line = new Div(new Light(words.colour(), words.text()), amount);
        line.addClassName("ww-inline");
        Div card = new Div(title, line);
        card.addClassName("ww-gap-card");
        String why = why(phase);
        if (!why.isEmpty()) {
            card.add(note(why));
        }
        if (phase.delay() != null) {
            card.add(note(Format.joined(
                    Enums.name(phase.delay().cause()), LightWords.next(phase.delay(), phase.delayOwnerName()))));
        }
        if (phase.dueOn() != null && phase.state().next() != null) {
            card.add(note(t("followup.next", Enums.name(phase.state().next()), Format.date(phase.dueOn()))));
        }
        card.add(note(t("followup.people", Format.text(phase.leaderName()), Format.text(phase.ownerName()))));
        return card;
    }

    private static String why(PhaseView phase) {
        if (phase.suspended() || phase.stopped()) {
            return t(phase.stopped() ? "followup.stopped" : "followup.suspended")
                    + (phase.cause() == null ? "" : "　" + Enums.name(phase.cause()));
        }
        if (phase.subState() != null) {
            return Enums.name(phase.subState());
        }
        return phase.progressPercent() == null || phase.state() != PhaseState.STARTED
                ? ""
                : t("project.percent", Format.number(phase.progressPercent(), 0));
    }

    private static Component note(String text) {
        Span note = new Span(text);
        note.addClassName("ww-card-next");
        return note;
    }
}
