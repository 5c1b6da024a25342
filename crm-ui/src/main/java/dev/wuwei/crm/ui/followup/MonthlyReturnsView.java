package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery.Close;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery.Filed;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery.Line;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.OfToday;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** 月报: a park's month, who has filed and who has not, and its closing (结账). */
@Route("returns")
@Menu(title = "menu.returns", order = 220, icon = "list")
@PermitAll
class MonthlyReturnsView extends Div implements AfterNavigationObserver, PageTitle, OfToday {
    private static final String MONTH = "month";
    private static final String PARK = "park";
    private static final int MONTHS = 24;

    private final MonthlyReturnQuery query;
    private final CommandDialogs dialogs;
    private final List<Coded> parks;
    private final ViewHeader header = new ViewHeader(t("menu.returns"));
    private final ComboBox<Option> park;
    private final ComboBox<Option> month;
    private final Div state = new Div();
    private final Div body = new Div();

    MonthlyReturnsView(
            MonthlyReturnQuery query,
            CommandDialogs dialogs,
            ActualsImport actuals,
            Dictionaries dictionaries,
            Live live) {
        this.query = query;
        this.dialogs = dialogs;
        Set<String> scope = CurrentUser.get().viewer().parks();
        parks = dictionaries.everything(DictionaryKind.PARK).stream()
                .filter(one -> scope.isEmpty() || scope.contains(one.code()))
                .toList();
        park = Fields.choice(t("returns.park"), Option.of(parks));
        month = Fields.choice(t("project.return.month"), months());
        park.addValueChangeListener(event -> choose(PARK, event.isFromClient(), Fields.code(park)));
        month.addValueChangeListener(event -> choose(MONTH, event.isFromClient(), Fields.code(month)));
        Div bar = new Div(park, month, state);
        bar.addClassName("ww-returns-bar");
        ViewBody.scrolls(body);
        addClassNames("ww-view", "ww-returns");
        WriteButton upload =
                new WriteButton(t("actuals-sheet.import"), Icon.UPLOAD, event -> new ActualsDialog(actuals).open());
        upload.setVisible(dialogs.maySend("followup.ReportActuals"));
        add(header.actions(upload), bar, body);
        live.subscribe(this, Set.of("ledger", "project", "month"), this::show);
    }

    private static void choose(String parameter, boolean byUser, String code) {
        if (byUser) {
            Address.put(parameter, code);
        }
    }

    /** The months that are over, the last first. */
    private static List<Option> months() {
        YearMonth now = YearMonth.from(Today.date());
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(now::minusMonths)
                .map(one -> new Option(one.toString(), one.toString()))
                .toList();
    }

    @Override
    public String pageTitle() {
        return t("menu.returns");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        Filters address =
                Filters.of(getUI().orElseThrow().getActiveViewLocation().getQueryParameters());
        Coded where = parks.stream()
                .filter(one -> address.text(PARK).filter(one.code()::equals).isPresent())
                .findFirst()
                .orElse(parks.getFirst());
        YearMonth of = address.text(MONTH)
                .filter(text -> text.matches("\\d{4}-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse)
                .orElseGet(() -> YearMonth.from(Today.date()).minusMonths(1));
        Fields.choose(park, where.code());
        Fields.choose(month, of.toString());
        List<Line> lines = query.lines(where.code(), of, CurrentUser.get().viewer());
        long missing = lines.stream().filter(line -> line.filed() == null).count();
        header.setNote(t("returns.count", lines.size(), lines.size() - missing, missing));
        closing(where, of, query.close(where.code(), of));
        body.removeAll();
        body.add(lines.isEmpty() ? new EmptyState(t("returns.none"), t("returns.none.note")) : table(lines));
    }

    private void closing(Coded where, YearMonth of, Optional<Close> close) {
        state.removeAll();
        boolean closed = close.filter(Close::closed).isPresent();
        close.ifPresent(one -> state.add(
                one.closed() ? Badges.state(t("returns.closed")) : Badges.outline(t("returns.reopened")),
                Spans.note(Format.because(
                        t("returns.moved", Format.text(one.byName()), Format.recorded(one.at())), one.reason()))));
        if (!of.atEndOfMonth().isBefore(Today.date())) {
            return;
        }
        state.add(dialogs.button(
                closed ? "followup.ReopenMonth" : "followup.CloseMonth",
                null,
                () -> CommandContext.empty()
                        .about(where.name() + "　" + of)
                        .with("closeId", MonthCloseId.of(where.code(), of))
                        .settle("parkCode", where.code())
                        .settle("month", of),
                result -> show()));
    }

    private static Component table(List<Line> lines) {
        PlainTable table = new PlainTable(
                        "project.name",
                        "project.no",
                        "progress.phase",
                        "returns.owner",
                        "returns.state",
                        "progress.this-month",
                        "progress.percent",
                        "progress.entered")
                .numbers(5, 6)
                .cards(1);
        lines.forEach(line -> table.row(
                new Anchor(ProjectNavigation.link(line.projectNo()), line.projectName()),
                new Span(line.projectNo()),
                new Span(line.phase()),
                new Span(Format.text(line.ownerName())),
                state(line.filed()),
                new Span(
                        line.filed() == null
                                ? Format.NOTHING
                                : Format.money(new Money(line.filed().invested(), Currency.CNY))),
                new Span(
                        line.filed() == null
                                ? Format.NOTHING
                                : Format.number(line.filed().percent(), 0) + "%"),
                entered(line.filed())));
        return table.framed();
    }

    private static Component state(Filed filed) {
        if (filed == null) {
            return Badges.of(Badges.Kind.LATE, t("returns.missing"));
        }
        return filed.late() ? Badges.of(Badges.Kind.LATE, t("returns.late")) : Badges.fact(t("returns.filed"));
    }

    private static Component entered(Filed filed) {
        return filed == null
                ? new Span(Format.NOTHING)
                : Spans.note(Format.because(Format.recorded(filed.at()), filed.reason()));
    }
}
