package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializablePredicate;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.PagedSource.Order;
import dev.wuwei.crm.ui.component.PagedSource.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list that all lists are: lazy rows, columns that can be widened and hidden, a bulk bar over the last rows that
 * says how many and how much, and a foot with count and sum of everything that matches. On a phone each row is two lines.
 *
 * <pre>{@code
 * RecordGrid<Row> grid = new RecordGrid<>(Row::id);
 * grid.code("no", t("project.no"), Row::projectNo).width(108);
 * grid.strong("name", t("project.name"), Row::name).width(226).sortable();
 * grid.yi("amount", t("negotiation.amount-yi"), Row::amount).width(126).sortable().descending();
 * grid.deadline("due", t("list.due"), row -> Deadline.Words.ofDays(row.daysLeft()));
 * grid.phoneRow(Row::name, row -> row.stage() + "　" + row.owner(), row -> Format.yi(row.amount()));
 * grid.onOpen(row -> DossierNavigation.open(row.projectNo()));
 * grid.bulk(Row::amount, new BulkAction<>(t("list.assign"), rows -> …));
 * grid.source(query::page);          // in the constructor
 * grid.refresh();                    // in afterNavigation, and from Live
 * }</pre>
 */
public class RecordGrid<T> extends Composite<Div> {
    private static final int PAGE = 60;
    private static final int DEADLINE_WIDTH = 136;
    private static final int DEADLINE_WIDTH_ENGLISH = 168;

    private static final String VERDICT = """
            <span class="ww-verdict ${item.css}">
              <vaadin-icon src="%s" symbol="${item.symbol}" aria-hidden="true" ?hidden="${!item.symbol}"></vaadin-icon
              ><span>${item.text}</span>
            </span>""".formatted(Icon.SPRITE);

    private static final String LIGHT = """
            <span class="ww-light ${item.css}">
              <svg viewBox="0 0 12 12" role="img" aria-label="${item.label}"><path d="${item.path}"></path></svg
              ><span>${item.text}</span>
            </span>""";

    private static final String DEADLINE = """
            <span class="${item.css}"><vaadin-icon src="%s" symbol="clock" aria-hidden="true"\
             ?hidden="${!item.marked}"></vaadin-icon>${item.text}</span>""".formatted(Icon.SPRITE);

    private final Grid<T> grid = new Grid<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final SerializableFunction<T, ?> id;
    private final Div foot = new Div();
    private final Div footTotals = new Div();
    private final Span updated = new Span();
    private final Div bulkBar = new Div();
    private final Span bulkCount = new Span();
    private final Span bulkSum = new Span();
    private Grid.Column<T> phone;
    private boolean narrow;
    private PagedSource<T> source;
    private CallbackDataProvider<T, Void> rows;
    private Totals totals = Totals.of(0);
    private SerializableFunction<Totals, List<Component>> footer = this::usualFoot;
    private SerializableFunction<T, Money> bulkAmount;
    private SerializableConsumer<Totals> totalsListener;

    /** A button of the bulk bar; locked while one looks at the past. */
    public record BulkAction<T>(String text, SerializableConsumer<Set<T>> action) {}

    /** One column; the value is what is shown, sorted and exported. */
    public final class Column {
        private final String key;
        private final String header;
        private final Grid.Column<T> column;
        private final SerializableFunction<T, ?> exported;
        private boolean hidden;
        private boolean todayOnly;

        private Column(String key, String header, Grid.Column<T> column, SerializableFunction<T, ?> exported) {
            this.key = key;
            this.header = header;
            this.column = column;
            this.exported = exported;
            column.setKey(key)
                    .setHeader(header)
                    .setResizable(true)
                    .setFlexGrow(0)
                    .setAutoWidth(false);
            columns.put(key, this);
        }

        public Column width(int pixels) {
            column.setWidth(pixels + "px");
            return this;
        }

        /** Takes what is left; {@link #width} is then the least. */
        public Column grow() {
            column.setFlexGrow(1);
            return this;
        }

        /** May be sorted; the source gets the column's key as {@link Order#property()}. */
        public Column sortable() {
            return sortable(key);
        }

        public Column sortable(String property) {
            column.setSortProperty(property).setSortable(true);
            return this;
        }

        /** The order that the list opens with. */
        public Column ascending() {
            grid.sort(List.of(new GridSortOrder<>(column, SortDirection.ASCENDING)));
            return this;
        }

        public Column descending() {
            grid.sort(List.of(new GridSortOrder<>(column, SortDirection.DESCENDING)));
            return this;
        }

        /** Only when the user asks for it. */
        public Column hidden() {
            hidden = true;
            column.setVisible(false);
            return this;
        }

        /** Of no other day is it known: gone while one looks at the past. */
        public Column todayOnly() {
            todayOnly = true;
            return this;
        }

        private boolean isOffered() {
            return !todayOnly || AsOf.current().isNow();
        }

        private boolean isShown() {
            return !hidden && isOffered();
        }

        /** A gap before the text, after a column of numbers. */
        public Column afterNumber() {
            Span spaced = new Span(header);
            spaced.addClassName("ww-head-after-number");
            column.setHeader(spaced);
            return part("ww-after-number");
        }

        public Column tooltip(SerializableFunction<T, String> text) {
            column.setTooltipGenerator(text);
            return this;
        }

        /** Vaadin's own column, for what is not here. */
        public Grid.Column<T> column() {
            return column;
        }

        private Column part(String part) {
            SerializableFunction<T, String> before = column.getPartNameGenerator();
            column.setPartNameGenerator(row -> {
                String old = before == null ? null : before.apply(row);
                return old == null ? part : old + " " + part;
            });
            return this;
        }

        private Column right() {
            column.setTextAlign(ColumnTextAlign.END);
            return this;
        }
    }

    /** @param id what tells rows apart, so that selection and scroll position survive a refresh */
    public RecordGrid(SerializableFunction<T, ?> id) {
        this.id = id;
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("ww-grid");
        grid.getElement().setAttribute("data-list", true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setColumnReorderingAllowed(true);
        grid.setMultiSort(false);
        grid.setPageSize(PAGE);
        grid.setSizeFull();
        grid.setEmptyStateComponent(new EmptyState(t("component.list.none"), t("component.list.none.note")));

        foot.addClassName("ww-foot");
        footTotals.addClassName("ww-foot-totals");
        updated.addClassName("ww-foot-updated");
        foot.add(footTotals, updated);

        bulkBar.addClassName("ww-bulk");
        bulkBar.setVisible(false);
        bulkBar.getElement().setAttribute("role", "toolbar");
        bulkCount.addClassName("ww-strong");
        bulkSum.addClassName("ww-2");

        Div frame = new Div(grid, bulkBar);
        frame.addClassName("ww-grid-frame");
        getContent().addClassName("ww-list");
        getContent().add(frame, foot);
        Narrow.watch(this, this::narrow);
    }

    public Column text(String key, String header, SerializableFunction<T, String> value) {
        return new Column(key, header, grid.addColumn(row -> Format.text(value.apply(row))), value);
    }

    /** Numbers of projects and contracts: weak, of even width. */
    public Column code(String key, String header, SerializableFunction<T, String> value) {
        return text(key, header, value).part("ww-weak");
    }

    /** The name that the row is about. */
    public Column strong(String key, String header, SerializableFunction<T, String> value) {
        Column column = text(key, header, value).part("ww-strong");
        column.column.setRowHeader(true);
        return column.tooltip(value);
    }

    public Column weak(String key, String header, SerializableFunction<T, String> value) {
        return text(key, header, value).part("ww-second");
    }

    /** In 亿, two decimals; the header says 亿元. */
    public Column yi(String key, String header, SerializableFunction<T, Money> value) {
        return new Column(key, header, grid.addColumn(row -> Format.yi(value.apply(row))), row -> {
                    Money money = value.apply(row);
                    return money == null ? null : money.inYi();
                })
                .right();
    }

    /** In 万; the header says 万元. */
    public Column wan(String key, String header, SerializableFunction<T, Money> value) {
        return new Column(key, header, grid.addColumn(row -> Format.wan(value.apply(row))), row -> {
                    Money money = value.apply(row);
                    return money == null ? null : money.inWan();
                })
                .right();
    }

    public Column number(String key, String header, int decimals, SerializableFunction<T, BigDecimal> value) {
        return new Column(key, header, grid.addColumn(row -> Format.number(value.apply(row), decimals)), value).right();
    }

    public Column count(String key, String header, SerializableFunction<T, ? extends Number> value) {
        return new Column(
                        key,
                        header,
                        grid.addColumn(row -> {
                            Number number = value.apply(row);
                            return number == null ? Format.NOTHING : Format.count(number.longValue());
                        }),
                        value)
                .right();
    }

    /** {@code 2023-11-30}. */
    public Column date(String key, String header, SerializableFunction<T, LocalDate> value) {
        return new Column(key, header, grid.addColumn(row -> Format.date(value.apply(row))), value);
    }

    /** {@code 3 天前}. */
    public Column ago(String key, String header, SerializableFunction<T, LocalDate> value) {
        return new Column(key, header, grid.addColumn(row -> Format.ago(value.apply(row))), value).right();
    }

    /** A light with words; {@code null} for none. */
    public Column light(String key, String header, SerializableFunction<T, Light.Words> value) {
        return new Column(key, header, grid.addColumn(light(LitRenderer.of(LIGHT), value)), row -> {
            Light.Words words = value.apply(row);
            return words == null ? null : words.colour().label() + " " + words.text();
        });
    }

    private static <T> LitRenderer<T> light(LitRenderer<T> renderer, SerializableFunction<T, Light.Words> value) {
        return renderer.withProperty(
                        "css",
                        row -> value.apply(row) == null
                                ? "ww-light-off"
                                : value.apply(row).colour().css())
                .withProperty(
                        "label",
                        row -> value.apply(row) == null
                                ? ""
                                : value.apply(row).colour().label())
                .withProperty(
                        "path",
                        row -> value.apply(row) == null
                                ? ""
                                : value.apply(row).colour().path())
                .withProperty(
                        "text",
                        row -> value.apply(row) == null
                                ? Format.NOTHING
                                : value.apply(row).text());
    }

    /** A working deadline; {@link Deadline.Words#NONE} for none. */
    public Column deadline(String key, String header, SerializableFunction<T, Deadline.Words> value) {
        return new Column(
                        key,
                        header,
                        grid.addColumn(deadline(LitRenderer.of(DEADLINE), value)),
                        row -> value.apply(row).text())
                .width(I18n.isChinese() ? DEADLINE_WIDTH : DEADLINE_WIDTH_ENGLISH);
    }

    private static <T> LitRenderer<T> deadline(LitRenderer<T> renderer, SerializableFunction<T, Deadline.Words> value) {
        return renderer.withProperty("css", row -> {
                    Deadline.Words words = value.apply(row);
                    return words.over() ? "ww-due ww-due-over" : words.urgent() ? "ww-due" : "ww-3";
                })
                .withProperty(
                        "marked",
                        row -> value.apply(row).over() || value.apply(row).urgent())
                .withProperty("text", row -> value.apply(row).text());
    }

    /** A small tag; {@code null} for none. */
    public Column badge(
            String key,
            String header,
            SerializableFunction<T, Badges.Kind> kind,
            SerializableFunction<T, String> value) {
        LitRenderer<T> renderer = LitRenderer.<T>of(
                        "<span class=\"ww-badge ${item.css}\" ?hidden=\"${!item.text}\">${item.text}</span>")
                .withProperty("css", row -> kind.apply(row).css())
                .withProperty("text", row -> value.apply(row) == null ? "" : value.apply(row));
        return new Column(key, header, grid.addColumn(renderer), value);
    }

    /** A verdict with its sign. */
    public Column verdict(
            String key,
            String header,
            SerializableFunction<T, Verdict.Tone> tone,
            SerializableFunction<T, String> words) {
        LitRenderer<T> renderer = LitRenderer.<T>of(VERDICT)
                .withProperty("css", row -> tone.apply(row).css())
                .withProperty("symbol", row -> tone.apply(row).symbol())
                .withProperty("text", words::apply);
        return new Column(key, header, grid.addColumn(renderer), words);
    }

    /** How far along, as small blocks, and the name of the step. */
    public Column steps(
            String key,
            String header,
            int of,
            SerializableFunction<T, Integer> reached,
            SerializableFunction<T, String> value) {
        String blocks = Stream.iterate(0, it -> it + 1)
                .limit(of)
                .map(it -> "<i class=\"${item.reached > " + it + " ? 'on' : ''}\"></i>")
                .collect(Collectors.joining());
        LitRenderer<T> renderer = LitRenderer.<T>of(
                        "<span class=\"ww-steps\" aria-hidden=\"true\">" + blocks + "</span>${item.text}")
                .withProperty("reached", reached::apply)
                .withProperty("text", value::apply);
        return new Column(key, header, grid.addColumn(renderer), value);
    }

    /** Whatever a template draws. */
    public Column template(
            String key, String header, LitRenderer<T> renderer, SerializableFunction<T, ?> exportedValue) {
        return new Column(key, header, grid.addColumn(renderer), exportedValue);
    }

    /**
     * The row on a phone.
     *
     * @param first the name
     * @param second a weak line below
     * @param aside at the right: the amount, days late
     */
    public void phoneRow(
            SerializableFunction<T, String> first,
            SerializableFunction<T, String> second,
            SerializableFunction<T, String> aside) {
        phoneRow(phoneRow(first, second, "${item.aside}").withProperty("aside", aside::apply));
    }

    /**
     * The row on a phone, with a verdict at the right.
     *
     * @param first the name
     * @param second a weak line below
     */
    public void phoneRow(
            SerializableFunction<T, String> first,
            SerializableFunction<T, String> second,
            SerializableFunction<T, Verdict.Tone> tone,
            SerializableFunction<T, String> words) {
        phoneRow(phoneRow(first, second, VERDICT)
                .withProperty("css", row -> tone.apply(row).css())
                .withProperty("symbol", row -> tone.apply(row).symbol())
                .withProperty("text", words::apply));
    }

    /** The row on a phone, with a light at the right; {@code null} for none. */
    public void phoneRowWithLight(
            SerializableFunction<T, String> first,
            SerializableFunction<T, String> second,
            SerializableFunction<T, Light.Words> words) {
        phoneRow(light(phoneRow(first, second, LIGHT), words));
    }

    /** The row on a phone, with a working deadline at the right. */
    public void phoneRowWithDeadline(
            SerializableFunction<T, String> first,
            SerializableFunction<T, String> second,
            SerializableFunction<T, Deadline.Words> words) {
        phoneRow(deadline(phoneRow(first, second, DEADLINE), words));
    }

    private static <T> LitRenderer<T> phoneRow(
            SerializableFunction<T, String> first, SerializableFunction<T, String> second, String aside) {
        return LitRenderer.<T>of("""
                        <div class="ww-phone-row"><div class="ww-phone-first">${item.first}</div>\
                        <div class="ww-phone-second">${item.second}</div>\
                        <div class="ww-phone-aside">%s</div></div>""".formatted(aside))
                .withProperty("first", first::apply)
                .withProperty("second", second::apply);
    }

    private void phoneRow(LitRenderer<T> renderer) {
        phone = grid.addColumn(renderer);
        phone.setFlexGrow(1).setVisible(false);
    }

    /** A click on a row, or Enter on it. */
    public void onOpen(SerializableConsumer<T> open) {
        grid.addItemClickListener(event -> open.accept(event.getItem()));
        grid.addClassName("ww-grid-opens");
    }

    /** Rows that are over and done: weak. */
    public void weakWhen(SerializablePredicate<T> over) {
        grid.setPartNameGenerator(row -> over.test(row) ? "ww-off" : null);
    }

    /**
     * Lets rows be selected and offers what can be done with all of them.
     *
     * @param amount what the bar adds up; {@code null} for nothing
     */
    @SafeVarargs
    public final void bulk(SerializableFunction<T, Money> amount, BulkAction<T>... actions) {
        bulkAmount = amount;
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(event -> showSelection(event.getAllSelectedItems()));
        bulkBar.add(bulkCount, bulkSum);
        for (BulkAction<T> action : actions) {
            WriteButton button = new WriteButton(action.text, event -> action.action.accept(selected()));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            bulkBar.add(button);
        }
        Button clear = new Button(Icon.CROSS.create(), event -> clearSelection());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassName("ww-quiet");
        clear.setAriaLabel(t("component.list.clear-selection"));
        bulkBar.add(clear);
    }

    public Set<T> selected() {
        return new LinkedHashSet<>(grid.getSelectedItems());
    }

    public void clearSelection() {
        grid.deselectAll();
    }

    private void showSelection(Set<T> rows) {
        bulkBar.setVisible(!rows.isEmpty());
        bulkCount.setText(t("component.list.selected", rows.size()));
        bulkSum.setText(bulkAmount == null ? "" : sums(rows));
    }

    private String sums(Set<T> rows) {
        return rows.stream()
                .map(bulkAmount)
                .filter(it -> it != null)
                .collect(Collectors.toMap(Money::currency, it -> it, Money::plus, LinkedHashMap::new))
                .values()
                .stream()
                .map(Format::yiWithUnit)
                .collect(Collectors.joining("　"));
    }

    /** Where the rows come from. Nothing is asked before the first {@link #refresh}. */
    public void source(PagedSource<T> source) {
        this.source = source;
    }

    /** Asks again; selection and scroll position stay. */
    public void refresh() {
        showColumns();
        totals = source.totals();
        if (totalsListener != null) {
            totalsListener.accept(totals);
        }
        showFoot();
        if (rows == null) {
            rows = new CallbackDataProvider<>(
                    query -> fetch(query.getOffset(), query.getLimit(), query.getSortOrders()).stream(),
                    query -> (int) Math.min(Integer.MAX_VALUE, totals.count()),
                    id::apply);
            grid.setItems(rows);
        } else {
            rows.refreshAll();
        }
    }

    /** Count and sum after each refresh, for tabs and titles that show them too. */
    public void onTotals(SerializableConsumer<Totals> listener) {
        totalsListener = listener;
    }

    public Totals totals() {
        return totals;
    }

    private List<T> fetch(int offset, int limit, List<QuerySortOrder> sort) {
        List<Order> orders = sort.stream()
                .map(it -> new Order(it.getSorted(), it.getDirection() == SortDirection.ASCENDING))
                .toList();
        return source.rows(offset, limit, orders);
    }

    /** Says in the foot what this list adds up; replaces count and sum. */
    public void foot(SerializableFunction<Totals, List<Component>> footer) {
        this.footer = footer;
    }

    public void withoutFoot() {
        foot.setVisible(false);
    }

    private void showFoot() {
        footTotals.removeAll();
        footer.apply(totals).forEach(footTotals::add);
        updated.setText(
                AsOf.current().isPast()
                        ? t("shell.as-of.until", Format.date(AsOf.current().dayOrToday()))
                        : t("component.list.updated", Format.clockWithSeconds(Today.instant())));
    }

    private List<Component> usualFoot(Totals now) {
        List<Component> parts = new ArrayList<>();
        parts.add(new Span(t("component.list.total", Format.count(now.count()))));
        now.sums().forEach(sum -> parts.add(new Span(t("component.list.sum", Format.yiWithUnit(sum)))));
        return parts;
    }

    /** What to say when there is nothing at all, or nothing that matches. */
    public void empty(EmptyState state) {
        grid.setEmptyStateComponent(state);
    }

    /** A button that lets the user choose the columns. */
    public Component columnChooser() {
        Button button = new Button(Icon.COLUMNS.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("ww-quiet", "ww-wide-only");
        button.setAriaLabel(t("component.list.columns"));
        button.setTooltipText(t("component.list.columns"));
        CheckboxGroup<Column> choice = new CheckboxGroup<>(t("component.list.columns"));
        choice.addClassName("ww-column-choice");
        choice.setItemLabelGenerator(it -> it.header);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                columns.values().stream()
                        .filter(Column::isOffered)
                        .forEach(it -> it.hidden = !event.getValue().contains(it));
                showColumns();
            }
        });
        Popover popover = new Popover(choice);
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                choice.setItems(
                        columns.values().stream().filter(Column::isOffered).toList());
                choice.setValue(
                        columns.values().stream().filter(Column::isShown).collect(Collectors.toSet()));
            }
        });
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        return new Div(button, popover);
    }

    /** A button that exports everything that matches, with the columns shown. */
    public ExportButton exportButton(String fileName) {
        return new ExportButton(t("component.list.export"), () -> table(fileName));
    }

    private Table table(String fileName) {
        List<Column> shown = columns.values().stream().filter(Column::isShown).toList();
        List<Order> orders = grid.getSortOrder().stream()
                .flatMap(it -> it.getSorted().getSortOrder(it.getDirection()))
                .map(it -> new Order(it.getSorted(), it.getDirection() == SortDirection.ASCENDING))
                .toList();
        return new Table(fileName, shown.stream().map(it -> it.header).toList(), rows -> {
            int offset = 0;
            List<T> page;
            do {
                page = source.rows(offset, Table.PAGE, orders);
                page.forEach(row -> rows.accept(cells(shown, row)));
                offset += page.size();
            } while (page.size() == Table.PAGE);
        });
    }

    private List<Object> cells(List<Column> shown, T row) {
        List<Object> cells = new ArrayList<>(shown.size());
        shown.forEach(it -> cells.add(it.exported.apply(row)));
        return cells;
    }

    private void narrow(boolean isNarrow) {
        if (phone == null) {
            return;
        }
        narrow = isNarrow;
        phone.setVisible(narrow);
        showColumns();
        grid.setClassName("ww-grid-phone", narrow);
    }

    private void showColumns() {
        columns.values().forEach(it -> it.column.setVisible(!narrow && it.isShown()));
    }

    /** Vaadin's own grid, for what is not here. */
    public Grid<T> grid() {
        return grid;
    }
}
