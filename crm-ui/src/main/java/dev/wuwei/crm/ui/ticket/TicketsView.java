package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.ticket.TicketCounts;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketSort;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketState;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Kanban;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PagedSource;
import dev.wuwei.crm.ui.component.RecordGrid;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.savedview.OwnViews;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 问题督办: a list or a board by step, one ticket beside it, and the notices that wait to be read. */
@Route(TicketNavigation.PATH)
@Menu(title = "menu.ticket", order = 310, icon = "flag")
@PermitAll
class TicketsView extends Div implements AfterNavigationObserver, PageTitle {
    private static final int CARDS = 30;
    /** What was raised by mistake counts nowhere, and is listed where it is asked for. */
    private static final Set<TicketState> COUNTED = EnumSet.complementOf(EnumSet.of(TicketState.WITHDRAWN));

    private enum Mode {
        LIST,
        BOARD
    }

    private enum Which {
        OPEN,
        MINE,
        OVERDUE,
        CLOSED,
        ALL
    }

    /** The board's columns: what waits for the same people stands together. */
    private enum Column {
        TO_ASSIGN(TicketState.RAISED, TicketState.REOPENED),
        TO_SIGN(TicketState.ASSIGNED),
        TO_HANDLE(TicketState.SIGNED_FOR),
        HANDLING(TicketState.HANDLING, TicketState.REJECTED),
        TO_CONFIRM(TicketState.REPLIED),
        TO_CLOSE(TicketState.CONFIRMED_BY_ENTERPRISE),
        CLOSED(TicketState.CLOSED);

        private final Set<TicketState> states;

        Column(TicketState first, TicketState... rest) {
            states = EnumSet.of(first, rest);
        }
    }

    private final TicketDesk desk;
    private final Segments<Mode> modes = new Segments<>(t("project.list.modes"));
    private final Segments<Which> which = new Segments<>(t("project.list.views"));
    private final FilterBar filters = new FilterBar();
    private final UnreadNotices notices;
    private final Div figures = new Div();
    private final RecordGrid<TicketView> grid = new RecordGrid<>(TicketView::ticketNo);
    private final Kanban<Column, TicketView> board = new Kanban<>(TicketView::title, TicketFaces::card);
    private final Div boardFrame = new Div(board);
    private final SidePanel drawer;

    TicketsView(TicketDesk desk, Dictionaries dictionaries, OwnViews ownViews, Live live) {
        this.desk = desk;
        this.notices = new UnreadNotices(desk);
        addClassNames("ww-view", "ww-tickets");
        modes.add(Mode.LIST, Icon.LIST, t("project.list.rows")).add(Mode.BOARD, Icon.KANBAN, t("project.list.board"));
        modes.onChoose(mode -> Address.put("mode", mode == Mode.LIST ? null : "board"));
        for (Which one : Which.values()) {
            which.add(one, t("ticket.which." + Address.word(one)));
        }
        which.onChoose(one -> Address.put(TicketNavigation.WHICH, one == Which.OPEN ? null : Address.word(one)));
        filterBy(dictionaries);
        columns();
        for (Column column : Column.values()) {
            board.column(column, t("ticket.column." + Address.word(column)));
        }
        board.onOpen(TicketsView::open);
        boardFrame.addClassName("ww-board-frame");
        figures.addClassName("ww-list-figures");
        Div bars = new Div(
                new Div(which, ownViews.bar(TicketNavigation.PATH, filters, TicketNavigation.WHICH, "mode")), filters);
        bars.addClassName("ww-list-bars");
        var raise = desk.dialogs.button("ticket.RaiseTicket", Icon.PLUS, CommandContext::empty, done -> show());
        raise.addThemeVariants(ButtonVariant.PRIMARY);
        Div page = new Div(
                new ViewHeader(t("menu.ticket"))
                        .actions(modes, grid.exportButton("tickets"))
                        .actions(raise),
                notices,
                figures,
                bars,
                grid,
                boardFrame);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        drawer.onClose(() -> Address.put(TicketNavigation.TICKET, null));
        add(drawer);
        live.subscribe(this, Set.of("ticket"), this::show);
    }

    private void filterBy(Dictionaries dictionaries) {
        filters.search("q", t("ticket.search"))
                .choice(
                        "state",
                        t("ticket.state"),
                        () -> Stream.of(TicketState.values()).map(Option::of).toList())
                .choice("category", t("ticket.category"), () -> codes(dictionaries, DictionaryKind.TICKET_CATEGORY))
                .choice("unit", t("ticket.unit"), () -> codes(dictionaries, DictionaryKind.RESPONSIBLE_UNIT))
                .choice("park", label("park"), () -> codes(dictionaries, DictionaryKind.PARK))
                .choice(
                        "notice",
                        t("ticket.notice"),
                        () -> Stream.of(NoticeLevel.values()).map(Option::of).toList())
                .dates("raised", t("ticket.raised"))
                .more()
                .dates("closed", t("ticket.closed"))
                .more()
                .aside(grid.columnChooser());
    }

    private static List<Option> codes(Dictionaries dictionaries, DictionaryKind kind) {
        return Option.of(dictionaries.everything(kind));
    }

    private void columns() {
        grid.code("no", t("ticket.no"), TicketView::ticketNo).width(128).sortable(TicketSort.By.NO.name());
        grid.strong("title", t("ticket.title"), TicketView::title).grow().sortable(TicketSort.By.TITLE.name());
        grid.badge(
                        "state",
                        t("ticket.state"),
                        ticket -> ticket.dueOn() == null ? Badges.Kind.FACT : Badges.Kind.STATE,
                        ticket -> Enums.name(ticket.state()))
                .width(116)
                .sortable(TicketSort.By.STATE.name());
        grid.deadline("due", t("ticket.due"), TicketFaces::deadline).sortable(TicketSort.By.DUE.name());
        grid.text(
                        "notice",
                        t("ticket.notice"),
                        ticket -> ticket.notice() == null ? Format.NOTHING : Enums.name(ticket.notice()))
                .width(112);
        grid.text("project", t("project.name"), TicketView::projectName)
                .width(168)
                .sortable(TicketSort.By.PROJECT.name());
        grid.text("category", t("ticket.category"), ticket -> Format.coded(ticket.category()))
                .width(112)
                .sortable(TicketSort.By.CATEGORY.name());
        grid.text("unit", t("ticket.unit"), ticket -> Format.coded(ticket.unit()))
                .width(132)
                .sortable(TicketSort.By.UNIT.name());
        grid.text("handler", t("ticket.handler"), ticket -> Format.text(ticket.handlerName()))
                .width(80)
                .sortable(TicketSort.By.HANDLER.name());
        grid.text("park", label("park"), ticket -> Format.coded(ticket.park()))
                .width(108)
                .sortable(TicketSort.By.PARK.name())
                .hidden();
        grid.date("raised", t("ticket.raised"), TicketView::raisedOn).width(108).sortable(TicketSort.By.RAISED.name());
        grid.phoneRowWithDeadline(
                TicketView::title,
                ticket -> ticket.projectName() + "　" + Enums.name(ticket.state()),
                TicketFaces::deadline);
        grid.onOpen(TicketsView::open);
        grid.source(source());
        grid.empty(new EmptyState(t("ticket.none"), t("ticket.none.note")));
    }

    private static void open(TicketView ticket) {
        Address.put(TicketNavigation.TICKET, ticket.ticketId().toString());
    }

    private PagedSource<TicketView> source() {
        return new PagedSource<>() {
            @Override
            public List<TicketView> rows(int offset, int limit, List<Order> orders) {
                TicketSort sort = orders.stream()
                        .findFirst()
                        .map(order -> new TicketSort(TicketSort.By.valueOf(order.property()), !order.ascending()))
                        .orElse(TicketSort.USUAL);
                return page(filter(), sort, new Page(offset / limit, limit)).rows();
            }

            @Override
            public Totals totals() {
                return Totals.of(page(filter(), TicketSort.USUAL, Page.first(1)).total());
            }
        };
    }

    private Page.Of<TicketView> page(TicketFilter filter, TicketSort sort, Page page) {
        return desk.query.page(
                filter, sort, page, AsOf.current().query(), CurrentUser.get().viewer(), Today.date());
    }

    private static TicketCounts counts(TicketDesk desk, TicketFilter filter) {
        return desk.query.counts(
                filter, AsOf.current().query(), CurrentUser.get().viewer(), Today.date());
    }

    @Override
    public String pageTitle() {
        return t("menu.ticket");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private static Which chosen() {
        return Address.choice(TicketNavigation.WHICH, Which.class);
    }

    private TicketFilter filter() {
        return switch (chosen()) {
            case OPEN -> narrowed().onlyOpen(filters.filters().codes("state").isEmpty());
            case MINE -> narrowed().onlyOpen(true).handler(CurrentUser.get().id());
            case OVERDUE -> narrowed().onlyOverdue(true);
            case CLOSED -> narrowed().states(Set.of(TicketState.CLOSED));
            case ALL -> filters.filters().codes("state").isEmpty() ? narrowed().states(COUNTED) : narrowed();
        };
    }

    /** What the filters say, whichever of the views is open. */
    private TicketFilter narrowed() {
        Filters now = filters.filters();
        Filters.Range<LocalDate> raised = now.dates("raised");
        Filters.Range<LocalDate> closed = now.dates("closed");
        return TicketFilter.all()
                .text(now.text("q").orElse(null))
                .states(constants(now.codes("state"), TicketState.class))
                .categories(now.codes("category"))
                .units(now.codes("unit"))
                .parks(now.codes("park"))
                .notices(constants(now.codes("notice"), NoticeLevel.class))
                .raised(raised.from(), raised.to())
                .closed(closed.from(), closed.to());
    }

    private static <E extends Enum<E>> Set<E> constants(Set<String> codes, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> codes.contains(constant.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private void show() {
        boolean asBoard = filters.filters().text("mode").isPresent();
        modes.select(asBoard ? Mode.BOARD : Mode.LIST);
        which.select(chosen());
        TicketCounts all = counts(desk, narrowed());
        counted(all);
        strip(all);
        notices.show();
        grid.setVisible(!asBoard);
        boardFrame.setVisible(asBoard);
        if (asBoard) {
            fillBoard();
        } else {
            grid.refresh();
        }
        showTicket();
    }

    private void counted(TicketCounts all) {
        Map<Which, Long> numbers = new EnumMap<>(Which.class);
        numbers.put(Which.OPEN, all.open());
        numbers.put(Which.OVERDUE, all.overdue());
        numbers.put(Which.CLOSED, all.closed());
        numbers.put(
                Which.MINE,
                counts(desk, narrowed().handler(CurrentUser.get().id())).open());
        numbers.forEach(which::setCount);
    }

    private void strip(TicketCounts all) {
        FigureStrip strip = new FigureStrip(t("ticket.figures"));
        figure(strip, "total", all.total(), "all", "");
        figure(strip, "open", all.open(), "open", "");
        figure(
                strip,
                "overdue",
                all.overdue(),
                "overdue",
                t(
                        "ticket.figure.notices",
                        Format.count(all.byNotice().get(NoticeLevel.YELLOW)),
                        Format.count(all.byNotice().get(NoticeLevel.RED))));
        figure(strip, "closed", all.closed(), "closed", share(all));
        figures.removeAll();
        figures.add(strip);
    }

    private static String share(TicketCounts all) {
        return all.total() == 0
                ? ""
                : t("ticket.figure.share", Format.count(Math.round(100.0 * all.closed() / all.total())));
    }

    private static void figure(FigureStrip strip, String name, long value, String list, String note) {
        strip.figure(
                t("ticket.figure." + name),
                Format.count(value),
                t("unit.tickets", value),
                note,
                TicketNavigation.list(list));
    }

    private void fillBoard() {
        Which which = chosen();
        for (Column column : Column.values()) {
            TicketFilter filter = narrowed().states(column.states);
            if (which == Which.MINE) {
                filter.handler(CurrentUser.get().id());
            }
            if (which == Which.OVERDUE) {
                filter.onlyOverdue(true);
            }
            Page.Of<TicketView> cards = page(filter, TicketSort.USUAL, Page.first(CARDS));
            board.fill(column, cards.rows(), cards.total(), "", () -> Address.put("mode", null));
        }
    }

    private void showTicket() {
        Optional<TicketFile> file = filters.filters()
                .text(TicketNavigation.TICKET)
                .flatMap(TicketsView::id)
                .flatMap(desk::find);
        if (file.isEmpty()) {
            drawer.close();
            return;
        }
        TicketView ticket = file.get().ticket();
        Div head = new Div(new H2(TicketDesk.title(ticket)), TicketFaces.state(ticket));
        head.addClassName("ww-inline");
        if (ticket.notice() != null) {
            head.add(TicketFaces.notice(ticket.notice()));
        }
        drawer.open(head, new TicketPanel(desk, file.get(), this::show));
    }

    private static Optional<IssueTicketId> id(String text) {
        try {
            return Optional.of(new IssueTicketId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
