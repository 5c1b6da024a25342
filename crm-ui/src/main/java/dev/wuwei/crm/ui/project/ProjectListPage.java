package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.Clock;
import dev.wuwei.crm.projections.project.ProjectCalendarQuery;
import dev.wuwei.crm.projections.project.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectList;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectSort;
import dev.wuwei.crm.projections.project.ProjectTotals;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.ViewCounts;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Kanban;
import dev.wuwei.crm.ui.component.MonthCalendar;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PagedSource;
import dev.wuwei.crm.ui.component.People;
import dev.wuwei.crm.ui.component.RecordGrid;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of projects as rows or as a board, narrowed by saved views and filters that live in the address. The three lists
 * differ in what they are of, their columns and their main button.
 *
 * @param <K> what the board's columns stand for
 */
public abstract class ProjectListPage<K extends Enum<K>> extends Div implements AfterNavigationObserver, PageTitle {
    private static final String VIEW = "view";
    private static final String MODE = "mode";
    private static final String MONTH = "month";
    private static final String YEAR = "year";
    private static final int ENTRIES_A_DAY = 6;
    private static final int CARDS = 30;
    private static final int CHOICES = 500;
    private static final BigDecimal YI = new BigDecimal("100000000");

    /** 列表, 看板, 日历. */
    private enum Mode {
        LIST,
        BOARD,
        CALENDAR
    }

    /** Saved views that every list has. */
    public enum SavedView {
        ALL,
        MINE,
        LARGE,
        IN_REVIEW,
        /** The day of the last progress is kept of today alone. */
        SILENT,
        POOLED,
        CIRCULATING;

        private boolean canBeShown() {
            return this != SILENT || AsOf.current().isNow();
        }
    }

    protected final ProjectListDesk desk;
    private final ProjectList list;
    private final String key;
    private final Segments<SavedView> views = new Segments<>(t("project.list.views"));
    private final Segments<Mode> modes = new Segments<>(t("project.list.modes"));
    private final FilterBar filters = new FilterBar();
    protected final RecordGrid<ListRow> grid = new RecordGrid<>(ListRow::projectNo);
    private Kanban<K, ListRow> board;
    private final Div boardFrame = new Div();
    private final Div boardFoot = new Div();
    private MonthCalendar calendar;
    private ProjectTotals shownTotals;

    /** @param key of the translations and of the route: {@code lead}, {@code negotiation}, {@code signing} */
    protected ProjectListPage(ProjectListDesk desk, ProjectList list, String key) {
        this.desk = desk;
        this.list = list;
        this.key = key;
        addClassName("ww-view");
    }

    /** To be called at the end of the constructor of the list. */
    protected final void build(Component... mainButtons) {
        modes.add(Mode.LIST, Icon.LIST, t("project.list.rows"))
                .add(Mode.BOARD, Icon.KANBAN, t("project.list.board"))
                .add(Mode.CALENDAR, Icon.CALENDAR, t("project.list.calendar"));
        modes.onChoose(mode -> Address.put(MODE, mode == Mode.LIST ? null : Address.word(mode)));
        calendar = new MonthCalendar(desk.workingDays, month -> Address.put(MONTH, month.toString()));
        savedViews().forEach(view -> views.add(view, t("project.view." + Address.word(view))));
        views.onChoose(view -> Address.put(VIEW, view == SavedView.ALL ? null : Address.word(view)));

        filters.search("q", t("project.list.search"))
                .choice("stage", t("project.list.stage"), this::stages)
                .choice("industry", label("industry"), () -> desk.codes(DictionaryKind.INDUSTRY))
                .choice("park", label("park"), () -> desk.codes(DictionaryKind.PARK))
                .choice("region", t("project.list.region"), () -> desk.codes(DictionaryKind.REGION))
                .range("amount", t("project.list.amount"), t("unit.yi"))
                .choice("method", label("method"), () -> desk.codes(DictionaryKind.PROMOTION_METHOD))
                .more()
                .dates("registered", t("project.list.registered"))
                .more()
                .aside(grid.columnChooser());

        columns();
        grid.onOpen(row -> ProjectNavigation.open(row.projectNo()));
        grid.source(source());
        grid.foot(this::foot);
        grid.empty(new EmptyState(t(key + ".list.none"), t(key + ".list.none.note")));

        board = new Kanban<>(ListRow::name, this::face);
        boardColumns().forEach(column -> board.column(column, boardTitle(column)));
        board.onOpen(row -> ProjectNavigation.open(row.projectNo()));
        boardMoves().ifPresent(board::moves);
        boardFoot.addClassName("ww-list-foot");
        boardFrame.addClassName("ww-board-frame");
        boardFrame.add(board, boardFoot);

        Div bars = new Div(new Div(views, desk.ownViews.bar(key + "s", filters, VIEW, MODE, YEAR)), filters);
        bars.addClassName("ww-list-bars");
        add(
                new ViewHeader(t("menu." + key))
                        .actions(modes, grid.exportButton(key))
                        .actions(mainButtons),
                bars,
                grid,
                boardFrame,
                calendar);
        desk.live.subscribe(this, Set.of("project"), this::show);
    }

    protected List<SavedView> savedViews() {
        return List.of(SavedView.ALL, SavedView.MINE, SavedView.LARGE, SavedView.IN_REVIEW, SavedView.SILENT);
    }

    /** Adds the list's columns to the grid. */
    protected abstract void columns();

    protected abstract List<K> boardColumns();

    protected abstract String boardTitle(K column);

    /** What the filter of stages offers. */
    protected abstract List<Option> stages();

    /** Narrows to the chosen stages, or to one column of the board. */
    protected abstract void narrow(ProjectFilter filter, Set<K> stages);

    /**
     * The same list of another day.
     *
     * @param stages the chosen ones; none for all
     * @param onlyOpen what somebody still had to move then
     */
    protected abstract dev.wuwei.crm.projections.ledger.ProjectFilter then(Set<K> stages, boolean onlyOpen);

    /** @return empty when cards of this list stay where they are */
    protected Optional<Kanban.Moves<K, ListRow>> boardMoves() {
        return Optional.empty();
    }

    @Override
    public String pageTitle() {
        return t("menu." + key);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    protected final void show() {
        Filters now = filters.filters();
        boolean past = AsOf.current().isPast();
        Mode mode = past ? Mode.LIST : Address.choice(MODE, Mode.class);
        modes.select(mode);
        modes.setVisible(!past);
        views.select(view(now));
        ViewCounts counts = past ? null : desk.counts(list);
        savedViews().forEach(view -> {
            views.show(view, view.canBeShown());
            views.setCount(view, past ? null : count(view, counts));
        });
        grid.setVisible(mode == Mode.LIST);
        boardFrame.setVisible(mode == Mode.BOARD);
        calendar.setVisible(mode == Mode.CALENDAR);
        switch (mode) {
            case LIST -> grid.refresh();
            case BOARD -> fillBoard(now);
            case CALENDAR -> fillCalendar(now);
        }
    }

    private void fillCalendar(Filters now) {
        YearMonth month = now.text(MONTH)
                .filter(text -> text.matches("\\d{4}-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse)
                .orElseGet(() -> YearMonth.from(Today.date()));
        Map<LocalDate, MonthCalendar.Day> days = new HashMap<>();
        desk.days(list, filter(now), month, ENTRIES_A_DAY)
                .forEach(day -> days.put(
                        day.on(),
                        new MonthCalendar.Day(
                                day.first().stream().map(this::entry).toList(),
                                day.count() - day.first().size())));
        calendar.show(month, days);
    }

    private MonthCalendar.Entry entry(ProjectCalendarQuery.Entry entry) {
        MonthCalendar.Tone tone = entry.kind() == null
                ? MonthCalendar.Tone.FACT
                : entry.kind() == TaskKind.NEXT_CONTACT ? MonthCalendar.Tone.CONTACT : MonthCalendar.Tone.DEADLINE;
        String kind = entry.kind() == null ? t("project.list.signature") : Enums.name(entry.kind());
        return new MonthCalendar.Entry(
                tone,
                entry.projectName(),
                entry.note() == null ? kind : kind + "　" + entry.note(),
                ProjectNavigation.link(entry.projectNo()));
    }

    private static Long count(SavedView view, ViewCounts counts) {
        return switch (view) {
            case ALL -> counts.all();
            case MINE -> counts.mine();
            case LARGE -> counts.large();
            case IN_REVIEW -> counts.inReview();
            case SILENT -> counts.silent();
            case POOLED -> counts.pooled();
            case CIRCULATING -> counts.circulating();
        };
    }

    private SavedView view(Filters now) {
        return now.text(VIEW)
                .flatMap(text -> savedViews().stream()
                        .filter(SavedView::canBeShown)
                        .filter(view -> Address.word(view).equals(text))
                        .findFirst())
                .orElse(SavedView.ALL);
    }

    private ProjectFilter filter(Filters now) {
        ProjectFilter filter = ProjectFilter.all();
        Set<K> stages = now.constants("stage", boardColumns().getFirst().getDeclaringClass());
        switch (view(now)) {
            case ALL -> filter.onlyOpen(stages.isEmpty());
            case MINE -> filter.onlyOpen(true).people(Set.of(CurrentUser.get().id()));
            case LARGE -> filter.onlyOpen(true).amountFrom(ProjectQuery.LARGE);
            case IN_REVIEW -> filter.onlyOpen(true).onlyInReview(true);
            case SILENT ->
                filter.onlyOpen(true).noProgressSince(Today.date().minusDays(desk.thresholds.progressEveryDays()));
            case POOLED -> filter.leadStates(Set.of(LeadState.POOLED));
            case CIRCULATING -> filter.leadStates(Set.of(LeadState.CIRCULATING));
        }
        now.text("q").ifPresent(filter::text);
        if (!stages.isEmpty()) {
            narrow(filter, stages);
        }
        filter.industries(now.codes("industry"))
                .parks(now.codes("park"))
                .regions(now.codes("region"))
                .methods(now.codes("method"));
        Filters.Range<BigDecimal> amount = now.numbers("amount");
        if (amount.from() != null) {
            filter.amountFrom(yuan(amount.from()));
        }
        if (amount.to() != null) {
            filter.amountBelow(yuan(amount.to()));
        }
        Filters.Range<LocalDate> signed = signed(now);
        filter.signed(signed.from(), signed.to());
        Filters.Range<LocalDate> registered = now.dates("registered");
        return filter.registered(registered.from(), registered.to());
    }

    private static Filters.Range<LocalDate> signed(Filters now) {
        return now.text(YEAR)
                .filter(year -> year.matches("\\d{4}"))
                .map(year -> LocalDate.of(Integer.parseInt(year), 1, 1))
                .map(first -> new Filters.Range<>(first, first.plusYears(1).minusDays(1)))
                .orElseGet(() -> new Filters.Range<>(null, null));
    }

    private static BigDecimal yuan(BigDecimal yi) {
        return yi == null ? null : yi.multiply(YI);
    }

    /** The same questions of another day; who is in charge stands for whoever works on it. */
    private dev.wuwei.crm.projections.ledger.ProjectFilter pastFilter(Filters now) {
        Set<K> stages = now.constants("stage", boardColumns().getFirst().getDeclaringClass());
        SavedView view = view(now);
        boolean onlyOpen = switch (view) {
            case ALL -> stages.isEmpty();
            case POOLED, CIRCULATING -> false;
            default -> true;
        };
        dev.wuwei.crm.projections.ledger.ProjectFilter filter = then(stages, onlyOpen);
        Filters.Range<BigDecimal> amount = now.numbers("amount");
        BigDecimal from = yuan(amount.from());
        filter = switch (view) {
            case ALL, SILENT -> filter;
            case MINE -> filter.inChargeIs(CurrentUser.get().id());
            case LARGE -> {
                from = from == null ? ProjectQuery.LARGE : from;
                yield filter;
            }
            case IN_REVIEW -> filter.inStages(Set.of(Stage.IN_REVIEW));
            case POOLED -> stages.isEmpty() ? filter.inLeadStates(Set.of(LeadState.POOLED)) : filter;
            case CIRCULATING -> stages.isEmpty() ? filter.inLeadStates(Set.of(LeadState.CIRCULATING)) : filter;
        };
        Filters.Range<LocalDate> signed = signed(now);
        Filters.Range<LocalDate> registered = now.dates("registered");
        return filter.inParks(now.codes("park"))
                .inIndustries(now.codes("industry"))
                .fromRegions(now.codes("region"))
                .byMethods(now.codes("method"))
                .amountBetween(from, yuan(amount.to()))
                .signedBetween(signed.from(), signed.to())
                .registeredBetween(registered.from(), registered.to())
                .matching(now.text("q").orElse(null));
    }

    private PagedSource<ListRow> source() {
        return new PagedSource<>() {
            @Override
            public List<ListRow> rows(int offset, int limit, List<Order> orders) {
                Filters now = filters.filters();
                if (AsOf.current().isPast()) {
                    return desk.past(pastFilter(now), pastOrder(sort(orders)), offset, limit);
                }
                ProjectSort sort = sort(orders);
                return desk.rows(list, filter(now), sort, offset, limit);
            }

            @Override
            public Totals totals() {
                Filters now = filters.filters();
                if (AsOf.current().isPast()) {
                    return desk.pastTotals(pastFilter(now));
                }
                return countAndSums(now);
            }
        };
    }

    private ProjectSort sort(List<PagedSource.Order> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> new ProjectSort(ProjectSort.By.valueOf(order.property()), !order.ascending()))
                .orElse(ProjectSort.of(list));
    }

    /** What is kept of today alone sorts no other day: that stands in the order in which the list opens. */
    private dev.wuwei.crm.projections.ledger.ProjectSort pastOrder(ProjectSort sort) {
        String field = switch (sort.by()) {
            case NO -> "projectNo";
            case NAME -> "namePinyin";
            case AMOUNT -> "amount";
            case STAGE -> list == ProjectList.LEADS ? "leadState" : "stage";
            case INDUSTRY -> "industryName";
            case REGION -> "regionName";
            case PARK -> "parkName";
            case REGISTERED -> "registeredOn";
            case SIGNED -> "signedOn";
            case ARRIVED -> "arrived";
            case DUE -> "dueOn";
            case PROGRESS, NEXT, DEADLINE -> null;
        };
        return field == null
                ? pastOrder(ProjectSort.of(list))
                : new dev.wuwei.crm.projections.ledger.ProjectSort(field, sort.descending());
    }

    /** Asked for once per refresh; the foot says more of the same. */
    private PagedSource.Totals countAndSums(Filters now) {
        shownTotals = desk.totals(list, filter(now));
        return PagedSource.Totals.of(shownTotals.count(), shownTotals.sums().toArray(Money[]::new));
    }

    private List<Component> foot(PagedSource.Totals totals) {
        List<Component> parts = new ArrayList<>();
        parts.add(part("project.list.count", Format.count(totals.count()), t("unit.projects", totals.count())));
        totals.sums()
                .forEach(sum -> parts.add(part(
                        "project.list.sum." + sum.currency().name().toLowerCase(java.util.Locale.ROOT),
                        sum.currency() == Currency.USD ? Format.wan(sum) : Format.yi(sum),
                        t(sum.currency() == Currency.USD ? "unit.wan-usd" : "unit.yi"))));
        if (AsOf.current().isNow()) {
            parts.add(new Span(t("project.list.large", shownTotals.large(), shownTotals.huge())));
        }
        return parts;
    }

    private static Span part(String label, String value, String unit) {
        Span strong = new Span(value);
        strong.addClassName("ww-strong");
        return new Span(new Span(t(label) + " "), strong, new Span(" " + unit));
    }

    private void fillBoard(Filters now) {
        PagedSource.Totals all = countAndSums(now);
        for (K column : boardColumns()) {
            ProjectFilter filter = filter(now).onlyOpen(false);
            narrow(filter, Set.of(column));
            ProjectTotals totals = desk.totals(list, filter);
            List<ListRow> cards = desk.rows(list, filter, ProjectSort.descending(ProjectSort.By.AMOUNT), 0, CARDS);
            board.fill(column, cards, totals.count(), sum(totals), () -> Address.put(MODE, null));
        }
        boardFoot.removeAll();
        boardFoot.add(foot(all).toArray(Component[]::new));
        boardMoves().ifPresent(moves -> boardFoot.add(note(t("project.board.moves"))));
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassNames("ww-3", "ww-push-right");
        return note;
    }

    private static String sum(ProjectTotals totals) {
        return totals.sums().stream()
                .filter(sum -> sum.currency() == Currency.CNY)
                .map(sum -> t("project.board.sum", Format.yi(sum)))
                .findFirst()
                .orElse("");
    }

    private Component face(ListRow row) {
        Span amount = new Span(row.amount() == null ? Format.NOTHING : Format.money(row.amount()));
        amount.addClassName("ww-strong");
        Span industry = new Span(Format.coded(row.industry()));
        industry.addClassName("ww-2");
        Div figures = new Div(amount, industry);
        figures.addClassName("ww-inline");
        List<Component> foot = new ArrayList<>();
        if (row.owner() != null) {
            foot.add(People.avatar(row.owner()));
        }
        foot.add(
                row.today() != null && row.today().clock() != null
                        ? Deadline.of(words(row))
                        : new Span(
                                row.today() == null || row.today().progressOn() == null
                                        ? ""
                                        : Format.ago(row.today().progressOn())));
        return Kanban.card(row.name(), figures, next(row), foot.toArray(Component[]::new));
    }

    /** What is next, with its date. */
    protected static String next(ListRow row) {
        return row.today() == null
                ? ""
                : Format.nextStep(row.today().nextOn(), row.today().nextStep());
    }

    /** The working deadline of a row. */
    protected static Deadline.Words words(ListRow row) {
        Clock clock = row.today() == null ? null : row.today().clock();
        if (clock == null) {
            return Deadline.Words.NONE;
        }
        return clock.kind().countsWorkingDays()
                ? Deadline.Words.ofWorkingDays(clock.left())
                : Deadline.Words.ofDays(clock.left());
    }

    /** Opens the dialog of a command for the project of a row. */
    protected final void open(String command, ListRow row, CommandContext context) {
        desk.dialogs.open(command, context, result -> show());
    }

    /** The first {@value #CHOICES} of a list, the latest first, to choose one of them. */
    protected final List<ListRow> rows(ProjectList of, ProjectFilter filter) {
        return desk.rows(of, filter, ProjectSort.of(of), 0, CHOICES);
    }

    /** Opens the dialog of a command, and then the project. */
    protected final void starting(String command, CommandContext context, String projectNo) {
        desk.dialogs.open(command, context, result -> ProjectNavigation.open(projectNo));
    }

    protected final CommandDialogs dialogs() {
        return desk.dialogs;
    }

    protected final CommandRunner commands() {
        return desk.commands;
    }

    protected final void addAssign() {
        grid.bulk(
                ListRow::amount,
                new RecordGrid.BulkAction<>(t("project.list.assign"), rows -> BulkAssign.open(desk, rows, this::show)));
    }

    /** A button of the head for a command that starts something new. */
    protected final Button starting(String command, CommandContext context) {
        return desk.dialogs.button(command, Icon.PLUS, () -> context, result -> {
            show();
            if (result.projectNo() != null) {
                ProjectNavigation.open(result.projectNo());
            }
        });
    }
}
