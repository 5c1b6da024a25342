package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.ComponentTexts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.DimensionWords;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 增减变化: what moved any measure, all of it or one class, between two days; for leaders and who audits, between what was known at
 * two instants. Every bar opens to its rows.
 */
@Route(WaterfallView.PATH)
@Menu(title = "menu.waterfall", order = 406, icon = "history")
@PermitAll
class WaterfallView extends Div implements AfterNavigationObserver, PageTitle {
    static final String PATH = "waterfall";

    private static final String AXIS = "axis";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String MEASURE = "measure";
    private static final String BY = "by";
    private static final String OF = "of";
    private static final String POLICY = "policy";
    private static final String ALL = "";
    /** How the address names what has no class. */
    private static final String NO_CLASS = "-";

    private static final List<String> MEASURES =
            Arrays.stream(Measure.values()).map(Measure::key).toList();
    private static final List<String> CLASSES = Stream.concat(
                    Stream.of(ALL), Arrays.stream(Dimension.values()).map(Dimension::key))
            .toList();
    private static final Duration MONTH = Duration.ofDays(30);

    /** What the two ends are. */
    private enum Axis {
        DAYS,
        INSTANTS
    }

    private final TotalsQuery totals;
    private final PolicyQuery policies;
    private final TotalsCheckQuery checks;
    private final ViewHeader header = new ViewHeader(t("menu.waterfall"));
    private final Select<Axis> axis = new Select<>();
    private final DatePicker from = Fields.date(t("waterfall.from"));
    private final DatePicker to = Fields.date(t("waterfall.to"));
    private final DateTimePicker fromInstant = instant(t("waterfall.from"));
    private final DateTimePicker toInstant = instant(t("waterfall.to"));
    private final Select<String> measure = new Select<>();
    private final Select<String> by = new Select<>();
    private final Select<String> of = new Select<>();
    private final Select<String> policy = new Select<>();
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Div body = new Div();
    private final WaterfallCard card;

    WaterfallView(TotalsQuery totals, PolicyQuery policies, TotalsCheckQuery checks, Live live) {
        this.totals = totals;
        this.policies = policies;
        this.checks = checks;
        addClassName("ww-view");
        choice(axis, t("waterfall.axis"), each -> t("waterfall.axis." + Address.word(each)));
        axis.setItems(Axis.values());
        axis.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(AXIS, Address.word(event.getValue()), Set.of(FROM, TO));
            }
        });
        put(from, FROM);
        put(to, TO);
        put(fromInstant, FROM);
        put(toInstant, TO);
        choice(measure, t("counting.measure"), key -> Enums.name(Measure.of(key)));
        measure.setItems(MEASURES);
        put(measure, MEASURE);
        choice(by, t("waterfall.by"), key -> key.equals(ALL) ? t("waterfall.by.none") : Enums.name(Dimension.of(key)));
        by.setItems(
                Stream.concat(Stream.of(ALL), Arrays.stream(Dimension.values()).map(Dimension::key))
                        .toList());
        by.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(BY, event.getValue(), Set.of(OF));
            }
        });
        choice(of, t("waterfall.of"), code -> code.equals(ALL) ? t("waterfall.of.all") : classes.get(code));
        put(of, OF);
        choice(policy, t("counting.policy"), id -> id.equals(ALL) ? t("totals.policy-in-force") : id);
        put(policy, POLICY);
        Div choices = new Div(axis, from, to, fromInstant, toInstant, measure, by, of, policy);
        choices.addClassName("ww-policy-choices");
        Div content = new Div(choices, body);
        ViewBody.scrolls(content, "ww-waterfall");
        Div page = new Div(header, content);
        page.addClassName("ww-view");
        SidePanel drawer = new SidePanel(page);
        add(drawer);
        card = new WaterfallCard(t("menu.waterfall"), "", "", totals, new Sources(totals, drawer));
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    /** @return the way to what moved what was signed between two days */
    static String path(LocalDate from, LocalDate to) {
        return PATH + "?" + FROM + "=" + from + "&" + TO + "=" + to;
    }

    private static <T> void choice(Select<T> field, String label, SerializableFunction<T, String> words) {
        field.setLabel(label);
        field.setItemLabelGenerator(words::apply);
        field.setManualValidation(true);
    }

    private static DateTimePicker instant(String label) {
        DateTimePicker field = new DateTimePicker(label);
        field.setDatePickerI18n(ComponentTexts.datePicker());
        field.setLocale(Locale.SIMPLIFIED_CHINESE);
        field.setStep(Duration.ofMinutes(30));
        field.setManualValidation(true);
        field.addClassName("ww-waterfall-instant");
        return field;
    }

    private static void put(Select<String> field, String parameter) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(parameter, ALL.equals(event.getValue()) ? null : event.getValue());
            }
        });
    }

    private static void put(DatePicker field, String parameter) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(
                        parameter,
                        event.getValue() == null ? null : event.getValue().toString());
            }
        });
    }

    private static void put(DateTimePicker field, String parameter) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(
                        parameter,
                        event.getValue() == null
                                ? null
                                : event.getValue()
                                        .atZone(EventMeta.ZONE)
                                        .toInstant()
                                        .toString());
            }
        });
    }

    @Override
    public String pageTitle() {
        return t("menu.waterfall");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        QueryParameters address = getUI().orElseThrow().getActiveViewLocation().getQueryParameters();
        boolean instants = CurrentUser.get().viewer().mayAskAsKnown();
        Axis shown = instants ? Address.choice(AXIS, Axis.class) : Axis.DAYS;
        axis.setVisible(instants);
        axis.setValue(shown);
        Stream.of(from, to).forEach(field -> field.setVisible(shown == Axis.DAYS));
        Stream.of(fromInstant, toInstant).forEach(field -> field.setVisible(shown == Axis.INSTANTS));
        List<String> counted = Stream.concat(
                        Stream.of(ALL),
                        policies.all(AsOf.current().query()).stream()
                                .map(version -> version.policy().id()))
                .toList();
        policy.setItems(counted);
        fill(policy, counted, address.getSingleParameter(POLICY).orElse(ALL));
        fill(measure, MEASURES, asked(address));
        fill(by, CLASSES, address.getSingleParameter(BY).orElse(ALL));
        of.setVisible(false);
        fields().forEach(field -> refuse(field, null));
        Stream.of(from, to, fromInstant, toInstant).forEach(HasValue::clear);
        header.setNote("");
        body.removeAll();
        try {
            tell(address, shown);
        } catch (RuleViolated violated) {
            Violation violation = violated.violations().getFirst();
            refuse(field(violation.field(), shown), ErrorTexts.of(violation));
            body.add(new EmptyState(ErrorTexts.of(violation), ""));
        }
        body.add(new VerifiedNote(checks));
    }

    private Stream<HasValidation> fields() {
        return Stream.of(from, to, fromInstant, toInstant, measure, by, of, policy);
    }

    private HasValidation field(String name, Axis shown) {
        return switch (name) {
            case TO -> shown == Axis.DAYS ? to : toInstant;
            case MEASURE -> measure;
            case BY -> by;
            case OF -> of;
            case POLICY -> policy;
            default -> shown == Axis.DAYS ? from : fromInstant;
        };
    }

    private static void refuse(HasValidation field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(text != null);
    }

    /** What is not among them is left out, and refused when it is asked for. */
    private static void fill(Select<String> field, List<String> offered, String value) {
        field.setValue(offered.contains(value) ? value : null);
    }

    private static String asked(QueryParameters address) {
        return address.getSingleParameter(MEASURE).orElse(Measure.SIGNED.key());
    }

    private void tell(QueryParameters address, Axis shown) {
        Measure asked = Measure.of(asked(address));
        String counted = address.getSingleParameter(POLICY).orElse(ALL);
        Changes whole = ends(address, shown, new TotalsQuery.Request(asked, null, counted, null, null));
        Changes changes = narrowed(
                whole,
                address.getSingleParameter(BY).orElse(ALL),
                address.getSingleParameter(OF).orElse(ALL));
        String opening = words(changes.known(), changes.opening());
        String closing = words(changes.known(), changes.closing());
        card.show(changes, opening, closing, "waterfall-" + asked.key());
        card.setNote(note(changes));
        header.setNote(t("waterfall.note", opening, closing, policyWords(changes)));
        body.add(card);
    }

    /** @return what is compared, with two ends at which something is known */
    private Changes ends(QueryParameters address, Axis shown, TotalsQuery.Request request) {
        Changes asked = shown == Axis.DAYS ? days(address, request) : instants(address, request);
        try {
            asked.waterfall(totals);
            return asked;
        } catch (RuleViolated violated) {
            Violation violation = violated.violations().getFirst();
            if (violation.rule() != LedgerRule.BEFORE_FIRST_EVENT
                    || address.getSingleParameter(FROM).isPresent()) {
                throw violated;
            }
            Object first = violation.args().getLast();
            return first instanceof LocalDate day
                    ? between(request, day, asked.closing().asOf())
                    : known(request, (Instant) first, asked.closing().knownAt());
        }
    }

    private Changes days(QueryParameters address, TotalsQuery.Request request) {
        LocalDate last = AsOf.current().dayOrToday();
        to.setMax(last);
        from.setMax(last);
        LocalDate until = day(address, TO, last);
        to.setValue(until);
        LocalDate since = day(address, FROM, until.withDayOfYear(1).minusDays(1));
        from.setValue(since);
        if (until.isAfter(Today.date())) {
            throw RuleViolated.at(TO, SharedRule.IN_FUTURE, Today.date());
        }
        return between(request, since, until);
    }

    private Changes between(TotalsQuery.Request request, LocalDate since, LocalDate until) {
        Instant known = AsOf.current().knownAt();
        from.setValue(since);
        to.setValue(until);
        return new Changes(
                false,
                request,
                Map.of(),
                new dev.wuwei.crm.projections.support.AsOf(since, known),
                new dev.wuwei.crm.projections.support.AsOf(until, known),
                CurrentUser.get().viewer());
    }

    private Changes instants(QueryParameters address, TotalsQuery.Request request) {
        Instant now = Today.instant();
        Instant until =
                moment(address, TO, Objects.requireNonNullElse(AsOf.current().knownAt(), now));
        toInstant.setValue(LocalDateTime.ofInstant(until, EventMeta.ZONE));
        Instant since = moment(address, FROM, until.minus(MONTH));
        if (until.isAfter(now)) {
            throw RuleViolated.at(TO, SharedRule.IN_FUTURE, Today.date());
        }
        return known(request, since, until);
    }

    private Changes known(TotalsQuery.Request request, Instant since, Instant until) {
        LocalDate day = AsOf.current().day();
        fromInstant.setValue(LocalDateTime.ofInstant(since, EventMeta.ZONE));
        toInstant.setValue(LocalDateTime.ofInstant(until, EventMeta.ZONE));
        return new Changes(
                true,
                request,
                Map.of(),
                new dev.wuwei.crm.projections.support.AsOf(day, since),
                new dev.wuwei.crm.projections.support.AsOf(day, until),
                CurrentUser.get().viewer());
    }

    private static LocalDate day(QueryParameters address, String parameter, LocalDate otherwise) {
        String text = address.getSingleParameter(parameter).orElse(null);
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RuleViolated.at(parameter, LedgerRule.NO_SUCH_TIME, text);
        }
    }

    private static Instant moment(QueryParameters address, String parameter, Instant otherwise) {
        String text = address.getSingleParameter(parameter).orElse(null);
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw RuleViolated.at(parameter, LedgerRule.NO_SUCH_TIME, text);
        }
    }

    /** Offers the classes that there are at either end, and narrows to the one that is asked for. */
    private Changes narrowed(Changes whole, String key, String code) {
        classes.clear();
        if (key.equals(ALL)) {
            return whole;
        }
        Dimension dimension = Dimension.of(key);
        for (var end : List.of(whole.opening(), whole.closing())) {
            totals.totals(whole.request().by(dimension), end, whole.viewer())
                    .rows()
                    .forEach(row -> classes.putIfAbsent(
                            row.code().get(dimension) == null
                                    ? NO_CLASS
                                    : row.code().get(dimension),
                            DimensionWords.name(dimension, row)));
        }
        List<String> offered = new ArrayList<>(List.of(ALL));
        offered.addAll(classes.keySet());
        of.setItems(offered);
        of.setVisible(true);
        fill(of, offered, code);
        if (!offered.contains(code)) {
            throw RuleViolated.at(OF, LedgerRule.CLASS_NOT_THERE, code);
        }
        return new Changes(
                whole.known(),
                whole.request(),
                code.equals(ALL) ? Map.of() : Collections.singletonMap(dimension, code.equals(NO_CLASS) ? null : code),
                whole.opening(),
                whole.closing(),
                whole.viewer());
    }

    private static String words(boolean known, dev.wuwei.crm.projections.support.AsOf end) {
        return known ? Format.recorded(end.knownAt()) : Format.date(end.asOf());
    }

    private String policyWords(Changes changes) {
        String opening = totals.policy(changes.request(), changes.opening()).id();
        String closing = totals.policy(changes.request(), changes.closing()).id();
        return opening.equals(closing) ? opening : opening + " → " + closing;
    }

    private String note(Changes changes) {
        String name = Enums.name(changes.request().measure());
        String unit = t(
                switch (changes.request().measure().currency()) {
                    case CNY -> "unit.yi";
                    case USD -> "unit.wan-usd";
                });
        return changes.cell().isEmpty()
                ? t("waterfall.unit", name, unit)
                : t("waterfall.unit", name + "　" + classes.get(of.getValue()), unit);
    }
}
