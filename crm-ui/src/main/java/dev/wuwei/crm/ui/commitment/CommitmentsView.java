package dev.wuwei.crm.ui.commitment;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.commitment.CommitmentFilter;
import dev.wuwei.crm.projections.commitment.CommitmentFilter.Outcome;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PagedSource;
import dev.wuwei.crm.ui.component.RecordGrid;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.savedview.OwnViews;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 承诺履约: every commitment of every project, and the rates at which both sides keep theirs, which open to their lists. */
@Route("commitments")
@Menu(title = "menu.commitment", order = 320, icon = "check")
@PermitAll
class CommitmentsView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String SIDE = "side";
    private static final String OUTCOME = "outcome";

    private enum Which {
        NOT_KEPT(Outcome.NOT_KEPT),
        KEPT(Outcome.KEPT),
        OPEN(Outcome.OPEN),
        ALL(null);

        private final Outcome outcome;

        Which(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    private enum Side {
        BOTH,
        COMPANY,
        GOVERNMENT
    }

    private final CommitmentQuery query;
    private final Segments<Side> sides = new Segments<>(t("commitment.sides"));
    private final Segments<Which> which = new Segments<>(t("project.list.views"));
    private final FilterBar filters = new FilterBar();
    private final Div figures = new Div();
    private final RecordGrid<CommitmentView> grid =
            new RecordGrid<>(line -> line.signingId() + line.clause() + line.side() + line.wordedBy());

    CommitmentsView(CommitmentQuery query, Dictionaries dictionaries, OwnViews ownViews, Live live) {
        this.query = query;
        addClassName("ww-view");
        for (Side side : Side.values()) {
            sides.add(side, t("commitment.side." + Address.word(side)));
        }
        sides.onChoose(side -> Address.put(SIDE, side == Side.BOTH ? null : Address.word(side)));
        for (Which one : Which.values()) {
            which.add(one, t("commitment.outcome." + Address.word(one)));
        }
        which.onChoose(one -> Address.put(OUTCOME, one == Which.NOT_KEPT ? null : Address.word(one)));
        filters.search("q", t("commitment.search"))
                .choice(
                        "state",
                        t("agreement.verdict"),
                        () -> Stream.of(CommitmentState.values())
                                .map(Option::of)
                                .toList())
                .choice("park", label("park"), () -> Option.of(dictionaries.everything(DictionaryKind.PARK)))
                .aside(grid.columnChooser());
        columns();
        figures.addClassName("ww-list-figures");
        Div bars = new Div(new Div(which, ownViews.bar("commitments", filters, SIDE, OUTCOME)), filters);
        bars.addClassName("ww-list-bars");
        add(new ViewHeader(t("menu.commitment")).actions(sides, grid.exportButton("commitments")), figures, bars, grid);
        live.subscribe(this, Set.of("commitment"), this::show);
    }

    private void columns() {
        grid.strong("project", t("project.name"), CommitmentView::projectName).width(152);
        grid.code("no", t("project.no"), CommitmentView::projectNo).width(116).hidden();
        grid.code("clause", t("agreement.clause"), CommitmentView::clause).width(64);
        grid.text("promise", t("agreement.promise"), CommitmentWords::what)
                .width(180)
                .grow();
        grid.text("value", t("agreement.value"), CommitmentWords::promised).width(124);
        grid.text("due", t("agreement.due"), CommitmentWords::due).width(104);
        grid.text("actual", t("agreement.actual"), CommitmentWords::actual).width(100);
        grid.text("gap", t("agreement.gap"), CommitmentWords::gap).width(100);
        grid.verdict("verdict", t("agreement.verdict"), CommitmentWords::tone, CommitmentWords::verdictName)
                .width(124);
        grid.text("version", t("agreement.version"), CommitmentWords::version).width(92);
        grid.text("source", t("commitment.source"), CommitmentWords::source).width(104);
        grid.text("side", t("commitment.sides"), line -> Enums.label(line.side()))
                .width(96)
                .hidden();
        grid.text("park", label("park"), line -> Format.coded(line.park()))
                .width(108)
                .hidden();
        grid.phoneRow(
                line -> line.projectName() + "　" + CommitmentWords.what(line),
                CommitmentsView::onPhone,
                CommitmentWords::tone,
                CommitmentWords::verdictName);
        grid.onOpen(line -> ProjectNavigation.open(line.projectNo(), "agreement"));
        grid.source(source());
        grid.empty(new EmptyState(t("commitment.none"), t("commitment.none.note")));
    }

    private static String onPhone(CommitmentView line) {
        return Format.joined(CommitmentWords.promised(line), CommitmentWords.due(line), CommitmentWords.gap(line));
    }

    private PagedSource<CommitmentView> source() {
        return new PagedSource<>() {
            @Override
            public List<CommitmentView> rows(int offset, int limit, List<Order> orders) {
                return page(new Page(offset / limit, limit)).rows();
            }

            @Override
            public Totals totals() {
                return Totals.of(page(Page.first(1)).total());
            }
        };
    }

    private Page.Of<CommitmentView> page(Page page) {
        return query.page(
                filter(), page, AsOf.current().query(), CurrentUser.get().viewer(), Today.date());
    }

    private CommitmentFilter filter() {
        return narrowed().outcome(chosen().outcome);
    }

    private static Which chosen() {
        return Address.choice(OUTCOME, Which.class);
    }

    private static Side side() {
        return Address.choice(SIDE, Side.class);
    }

    private CommitmentFilter narrowed() {
        Filters now = filters.filters();
        return new CommitmentFilter(
                null,
                side() == Side.BOTH ? Set.of() : Set.of(CommitmentSide.valueOf(side().name())),
                Arrays.stream(CommitmentState.values())
                        .filter(state -> now.codes("state").contains(state.name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CommitmentState.class))),
                now.codes("park"),
                null,
                now.text("q").orElse(null));
    }

    @Override
    public String pageTitle() {
        return t("menu.commitment");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        sides.select(side());
        which.select(chosen());
        Map<CommitmentSide, Fulfilment> rates = query.fulfilment(
                narrowed(), AsOf.current().query(), CurrentUser.get().viewer(), Today.date());
        which.setCount(
                Which.KEPT, rates.values().stream().mapToLong(Fulfilment::kept).sum());
        which.setCount(
                Which.NOT_KEPT,
                rates.values().stream().mapToLong(Fulfilment::notKept).sum());
        which.setCount(
                Which.OPEN, rates.values().stream().mapToLong(Fulfilment::open).sum());
        FigureStrip strip = new FigureStrip(t("commitment.figures"));
        rates.values().forEach(rate -> figure(strip, rate));
        figures.removeAll();
        figures.add(strip);
        grid.refresh();
    }

    /** A rate and, beside it, what counts against it; both open to their lists. */
    private static void figure(FigureStrip strip, Fulfilment rate) {
        String side = Address.word(rate.side());
        strip.figure(
                CommitmentWords.rateName(rate.side()),
                rate.rate() == null ? Format.NOTHING : rate.rate().toPlainString(),
                rate.rate() == null ? "" : "%",
                t("commitment.of", Format.count(rate.kept()), Format.count(rate.judged())),
                link(side, "kept"));
        strip.figure(
                t("commitment.not-kept." + side),
                Format.count(rate.notKept()),
                t("unit.items", rate.notKept()),
                "",
                link(side, null));
    }

    private static String link(String side, String outcome) {
        String link = AsOf.current().link("commitments");
        return link + (link.contains("?") ? "&" : "?") + SIDE + "=" + side
                + (outcome == null ? "" : "&" + OUTCOME + "=" + outcome);
    }
}
