package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The row of filters above a list. Its state is the address: a choice navigates, and the view reads {@link #filters()}
 * in its {@code afterNavigation}. So a filtered list can be sent on as a link, and the browser's back button undoes.
 */
public class FilterBar extends Composite<Div> implements AfterNavigationObserver {
    private static final int TYPING_PAUSE = 400;

    private final List<Filter> all = new ArrayList<>();
    private final Div choices = new Div();
    private final Button more = new Button(t("component.filter.more"), Icon.FILTER.create());
    private final Button clear = new Button(t("component.filter.clear-all"), event -> clearAll());
    private final Span note = new Span(t("component.filter.in-address"));
    private final Div aside = new Div();
    private boolean moreShown;

    /** One filter: a parameter of the address and what shows it. */
    private abstract static class Filter {
        final String parameter;
        boolean onlyMore;

        Filter(String parameter) {
            this.parameter = parameter;
        }

        abstract Component component();

        abstract void show(Filters filters);

        abstract boolean isActive(Filters filters);

        /** {@code 阶段“评审中”}, for the message that nothing matches. */
        abstract String words(Filters filters);
    }

    public FilterBar() {
        choices.addClassName("ww-filter-choices");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClassName("ww-quiet");
        more.addClickListener(event -> showMore(!moreShown));
        more.setVisible(false);
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.setVisible(false);
        note.addClassNames("ww-note", "ww-wide-only");
        aside.addClassName("ww-filter-aside");
        aside.add(note);
        getContent().addClassName("ww-filters");
        getContent().add(choices, more, clear, aside);
    }

    /** At the right end of the row: for example the chooser of columns. */
    public FilterBar aside(Component... components) {
        aside.add(components);
        return this;
    }

    /** A text that is looked for in several fields; {@code q} by convention. */
    public FilterBar search(String parameter, String placeholder) {
        TextField field = new TextField();
        field.setPlaceholder(placeholder);
        field.setAriaLabel(placeholder);
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(60);
        field.addClassName("ww-filter-search");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                String text = event.getValue().strip();
                Address.put(parameter, text.isEmpty() ? List.of() : List.of(text));
            }
        });
        return add(new Filter(parameter) {
            @Override
            Component component() {
                return field;
            }

            @Override
            void show(Filters filters) {
                field.setValue(filters.text(parameter).orElse(""));
            }

            @Override
            boolean isActive(Filters filters) {
                return filters.text(parameter).isPresent();
            }

            @Override
            String words(Filters filters) {
                return "“" + filters.text(parameter).orElse("") + "”";
            }
        });
    }

    /** Any of several; the options are asked for when the filter is opened first. */
    public FilterBar choice(
            String parameter, String label, SerializableSupplier<? extends Collection<Option>> options) {
        return add(new ChoiceFilter(parameter, label, options));
    }

    /** From a number to a number. */
    public FilterBar range(String parameter, String label, String unit) {
        return add(new RangeFilter(parameter, label, unit));
    }

    /** From a day to a day. */
    public FilterBar dates(String parameter, String label) {
        return add(new DateFilter(parameter, label));
    }

    /** Yes, or does not matter. */
    public FilterBar toggle(String parameter, String label) {
        return add(new ToggleFilter(parameter, label));
    }

    /** The filter added last is shown only under 更多条件. */
    public FilterBar more() {
        all.getLast().onlyMore = true;
        all.getLast().component().setVisible(false);
        more.setVisible(true);
        return this;
    }

    private FilterBar add(Filter filter) {
        all.add(filter);
        choices.add(filter.component());
        return this;
    }

    /** What the address says now. */
    public Filters filters() {
        return Filters.of(Address.here().getQueryParameters());
    }

    /** The parameters of the address that hold the filters. */
    public Set<String> parameters() {
        return all.stream().map(it -> it.parameter).collect(Collectors.toSet());
    }

    public boolean isAnyActive() {
        Filters now = filters();
        return all.stream().anyMatch(it -> it.isActive(now));
    }

    /** {@code 阶段 评审中、行业 纺织鞋服}. */
    public String words() {
        Filters now = filters();
        return all.stream()
                .filter(it -> it.isActive(now))
                .map(it -> it.words(now))
                .collect(Collectors.joining(t("shell.list-comma")));
    }

    /** Nothing matches: says which filters stand in the way and offers to drop them. */
    public EmptyState nothingMatches(String title) {
        Button drop = new Button(t("component.filter.clear-all"), event -> clearAll());
        return new EmptyState(title, words(), drop);
    }

    public void clearAll() {
        Map<String, List<String>> parameters =
                new HashMap<>(Address.here().getQueryParameters().getParameters());
        all.forEach(it -> parameters.remove(it.parameter));
        Address.go(parameters);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Filters now = Filters.of(event.getLocation().getQueryParameters());
        all.forEach(it -> it.show(now));
        clear.setVisible(all.stream().anyMatch(it -> it.isActive(now)));
        if (!moreShown && all.stream().anyMatch(it -> it.onlyMore && it.isActive(now))) {
            showMore(true);
        }
    }

    private void showMore(boolean shown) {
        moreShown = shown;
        all.stream().filter(it -> it.onlyMore).forEach(it -> it.component().setVisible(shown));
        more.setText(t(shown ? "component.filter.less" : "component.filter.more"));
        more.setIcon(Icon.FILTER.create());
    }

    /** A button that opens a small panel; shows its choice, and a cross to drop it. */
    private abstract static class PanelFilter extends Filter {
        final String label;
        final Button button = new Button();
        final Button cross = new Button(Icon.CROSS.create());
        final Popover popover = new Popover();
        final Div frame = new Div(button, cross, popover);

        PanelFilter(String parameter, String label) {
            super(parameter);
            this.label = label;
            button.setText(label);
            button.setSuffixComponent(Icon.CHEVRON_DOWN.create());
            cross.setAriaLabel(t("component.filter.clear", label));
            cross.addThemeVariants(ButtonVariant.TERTIARY);
            cross.addClickListener(event -> Address.put(parameter, List.of()));
            popover.setTarget(button);
            popover.setPosition(PopoverPosition.BOTTOM_START);
            popover.setAriaLabel(label);
            popover.addClassName("ww-filter-panel");
            frame.addClassName("ww-filter");
        }

        @Override
        Component component() {
            return frame;
        }

        @Override
        void show(Filters filters) {
            boolean active = isActive(filters);
            button.setText(active ? words(filters) : label);
            button.getSuffixComponent().setVisible(!active);
            cross.setVisible(active);
            frame.setClassName("ww-filter-on", active);
        }

        Div applyRow(Runnable apply) {
            Button look = new Button(t("component.filter.apply"), event -> {
                popover.close();
                apply.run();
            });
            look.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            Keys.bind(look, Keys.SAVE);
            Div row = new Div(look);
            row.addClassName("ww-buttons");
            return row;
        }
    }

    private static final class ChoiceFilter extends PanelFilter {
        private final SerializableSupplier<? extends Collection<Option>> options;
        private final CheckboxGroup<Option> group = new CheckboxGroup<>();
        private List<Option> loaded;

        private ChoiceFilter(
                String parameter, String label, SerializableSupplier<? extends Collection<Option>> options) {
            super(parameter, label);
            this.options = options;
            group.setAriaLabel(label);
            group.setItemLabelGenerator(Option::name);
            group.addClassName("ww-filter-options");
            group.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    Address.put(
                            parameter,
                            event.getValue().stream().map(Option::code).sorted().toList());
                }
            });
            popover.add(group);
            popover.addOpenedChangeListener(event -> {
                if (event.isOpened()) {
                    load();
                }
            });
        }

        private List<Option> load() {
            if (loaded == null) {
                loaded = List.copyOf(options.get());
                group.setItems(loaded);
                select(Filters.of(Address.here().getQueryParameters()));
            }
            return loaded;
        }

        private void select(Filters filters) {
            Set<String> codes = filters.codes(parameter);
            group.setValue(loaded.stream()
                    .filter(it -> codes.contains(it.code()))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        @Override
        void show(Filters filters) {
            super.show(filters);
            if (loaded != null) {
                select(filters);
            }
        }

        @Override
        boolean isActive(Filters filters) {
            return !filters.codes(parameter).isEmpty();
        }

        @Override
        String words(Filters filters) {
            Set<String> codes = filters.codes(parameter);
            String first = codes.iterator().next();
            String name = load().stream()
                    .filter(it -> it.code().equals(first))
                    .map(Option::name)
                    .findFirst()
                    .orElse(first);
            return codes.size() == 1
                    ? t("component.filter.one", label, name)
                    : t("component.filter.several", label, name, codes.size());
        }
    }

    private static final class RangeFilter extends PanelFilter {
        private final BigDecimalField from;
        private final BigDecimalField to;

        private RangeFilter(String parameter, String label, String unit) {
            super(parameter, label);
            from = Fields.number(t("component.filter.from"), unit);
            to = Fields.number(t("component.filter.to"), unit);
            Div row = new Div(from, to);
            row.addClassName("ww-filter-range");
            popover.add(row, applyRow(() -> {
                boolean open = from.getValue() == null && to.getValue() == null;
                Address.put(parameter, open ? List.of() : List.of(Filters.range(plain(from), plain(to))));
            }));
        }

        private static String plain(BigDecimalField field) {
            return Optional.ofNullable(field.getValue())
                    .map(BigDecimal::toPlainString)
                    .orElse(null);
        }

        @Override
        void show(Filters filters) {
            super.show(filters);
            from.setValue(filters.numbers(parameter).from());
            to.setValue(filters.numbers(parameter).to());
        }

        @Override
        boolean isActive(Filters filters) {
            return !filters.numbers(parameter).isOpen();
        }

        @Override
        String words(Filters filters) {
            Filters.Range<BigDecimal> range = filters.numbers(parameter);
            return between(label, plain(range.from()), plain(range.to()));
        }

        private static String plain(BigDecimal number) {
            return number == null ? null : number.toPlainString();
        }
    }

    private static final class DateFilter extends PanelFilter {
        private final DatePicker from = Fields.date(t("component.filter.from"));
        private final DatePicker to = Fields.date(t("component.filter.to"));

        private DateFilter(String parameter, String label) {
            super(parameter, label);
            Div row = new Div(from, to);
            row.addClassName("ww-filter-range");
            popover.add(row, applyRow(() -> {
                boolean open = from.isEmpty() && to.isEmpty();
                Address.put(parameter, open ? List.of() : List.of(Filters.range(from.getValue(), to.getValue())));
            }));
        }

        @Override
        void show(Filters filters) {
            super.show(filters);
            from.setValue(filters.dates(parameter).from());
            to.setValue(filters.dates(parameter).to());
        }

        @Override
        boolean isActive(Filters filters) {
            return !filters.dates(parameter).isOpen();
        }

        @Override
        String words(Filters filters) {
            Filters.Range<LocalDate> range = filters.dates(parameter);
            return between(
                    label,
                    range.from() == null ? null : range.from().toString(),
                    range.to() == null ? null : range.to().toString());
        }
    }

    private static final class ToggleFilter extends Filter {
        private final String label;
        private final Button button;

        private ToggleFilter(String parameter, String label) {
            super(parameter);
            this.label = label;
            button = new Button(label);
            button.addClassName("ww-filter-toggle");
            button.addClickListener(event -> {
                boolean on = Filters.of(Address.here().getQueryParameters()).is(parameter);
                Address.put(parameter, on ? List.of() : List.of("true"));
            });
        }

        @Override
        Component component() {
            return button;
        }

        @Override
        void show(Filters filters) {
            boolean on = isActive(filters);
            button.setClassName("ww-filter-toggle-on", on);
            button.getElement().setAttribute("aria-pressed", String.valueOf(on));
        }

        @Override
        boolean isActive(Filters filters) {
            return filters.is(parameter);
        }

        @Override
        String words(Filters filters) {
            return label;
        }
    }

    private static String between(String label, String from, String to) {
        if (to == null) {
            return t("component.filter.at-least", label, from);
        }
        return from == null ? t("component.filter.at-most", label, to) : t("component.filter.between", label, from, to);
    }
}
