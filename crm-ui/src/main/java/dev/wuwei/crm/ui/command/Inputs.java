package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ui.component.AreaField;
import dev.wuwei.crm.ui.component.DaysField;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.FilesField;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.MoneyField;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import dev.wuwei.crm.ui.sentence.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the field for a component of a command's record, by its type and name. */
final class Inputs {
    private static final Set<String> LONG_TEXTS = Set.of(
            "reason",
            "summary",
            "text",
            "opinion",
            "feedback",
            "minutes",
            "note",
            "problems",
            "promise",
            "findings",
            "demand",
            "result",
            "progress",
            "consequence",
            "theirs",
            "ours",
            "agreed",
            "description",
            "instruction",
            "measure",
            "reply",
            "remark",
            "conclusion",
            "agenda",
            "outcome");
    /** All of it side by side, where little is to be chosen from and much hangs on it. */
    private static final Set<Class<?>> CHIPS =
            Set.of(OpinionVerdict.class, AdmissionOutcome.class, Assessment.class, AgreementKind.class);

    /** 亿元 */
    private static final List<String> BOUNDS =
            List.of("0.1", "0.3", "0.5", "1", "2", "3", "5", "10", "20", "30", "50", "100");

    private static final int MONTHS_OFFERED = 24;
    private static final int LINES = 3;

    private final Class<?> command;
    private final CommandContext context;
    private final Choices choices;
    private final FileStore files;

    Inputs(Class<?> command, CommandContext context, Choices choices, FileStore files) {
        this.command = command;
        this.context = context;
        this.choices = choices;
        this.files = files;
    }

    Class<?> command() {
        return command;
    }

    /** What a command calls a field that is called otherwise elsewhere: 签约日期 for the day on which it happened. */
    private String ownLabel(String path) {
        String key = "field." + command.getSimpleName() + "." + path;
        return I18n.has(key) ? t(key) : label(path);
    }

    static String label(String path) {
        String plain = path.replaceAll("\\[\\d+]", "");
        String name = HistoryWords.label(plain, null, I18n.locale());
        return name.substring(0, 1).toUpperCase(I18n.locale()) + name.substring(1);
    }

    /** @return {@code null} for what no single field can hold: records and lists of records */
    Input make(RecordComponent component, String path) {
        String label = ownLabel(path);
        List<Option> given = context.options(command, path);
        Class<?> type = component.getType();
        if (given != null) {
            return CHIPS.contains(type)
                    ? chips(label, given, type)
                    : choice(Fields.choice(label, given), code -> typed(type, code));
        }
        if (type == DueRule.class) {
            DueRuleField field = new DueRuleField(label);
            return new Input(field, true, field::getValue, value -> field.setValue((DueRule) value));
        }
        if (path.replaceAll("\\[\\d+]", "").endsWith("companyCommitments.value")) {
            PromisedValueField field = new PromisedValueField(label);
            return new Input(field, false, field::getValue, value -> field.setValue((String) value));
        }
        if (type == String.class) {
            return text(component.getName(), path, label);
        }
        if (type == LocalDate.class) {
            return date(component.getName(), path, label);
        }
        if (type == YearMonth.class) {
            return choice(Fields.choice(label, months()), YearMonth::parse);
        }
        if (type == Money.class) {
            return money(component.getName(), path, label);
        }
        if (type == Area.class) {
            AreaField field = new AreaField(
                    label, component.getName().startsWith("factory") ? AreaUnit.SQUARE_METRE : AreaUnit.MU);
            return new Input(field, false, field::getValue, value -> field.setValue((Area) value));
        }
        if (type == BigDecimal.class) {
            BigDecimalField field = Fields.number(label, unit(component.getName()));
            return new Input(field, false, field::getValue, value -> field.setValue((BigDecimal) value));
        }
        if (type == Integer.class || type == int.class) {
            IntegerField field = Fields.count(label);
            return new Input(field, false, () -> whole(field, type), value -> field.setValue((Integer) value));
        }
        if (type == boolean.class) {
            Checkbox field = new Checkbox(label);
            return new Input(field, true, field::getValue, value -> field.setValue((Boolean) value));
        }
        if (CHIPS.contains(type)) {
            return chips(label, constants(type), type);
        }
        if (type.isEnum()) {
            return choice(Fields.choice(label, constants(type)), code -> constant(type, code));
        }
        if (TypedId.class.isAssignableFrom(type)) {
            return id(type, path, label);
        }
        return many(component, path, label);
    }

    private Input text(String name, String path, String label) {
        List<Option> codes = choices.codes(command, name, context.value(command, path));
        if (codes != null) {
            return choice(Fields.choice(label, codes), code -> code);
        }
        if (name.equals("password") || name.equals("current")) {
            PasswordField field = new PasswordField(label);
            field.setManualValidation(true);
            field.setWidthFull();
            return new Input(
                    field, false, () -> blankToNull(field.getValue()), value -> field.setValue((String) value));
        }
        if (LONG_TEXTS.contains(name)) {
            TextArea field = Fields.area(label);
            field.setMinRows(path.indexOf('[') < 0 ? LINES : 1);
            return new Input(field, true, () -> blankToNull(field.getValue()), value -> field.setValue((String) value));
        }
        TextField field = Fields.text(label, Checks.LINE);
        return new Input(field, false, () -> blankToNull(field.getValue()), value -> field.setValue((String) value));
    }

    private static Input date(String name, String path, String label) {
        DatePicker field =
                name.equals("occurredOn") || name.equals("signedOn") ? Fields.happenedOn(label) : Fields.date(label);
        return new Input(field, false, field::getValue, value -> field.setValue((LocalDate) value));
    }

    private static Input money(String name, String path, String label) {
        MoneyField field = new MoneyField(label, units(name, path));
        return new Input(field, false, field::getValue, value -> field.setValue((Money) value));
    }

    private static List<MoneyField.Unit> units(String name, String path) {
        if (name.equals("foreignCapital") || path.contains("ForeignCapital")) {
            return List.of(MoneyField.Unit.WAN_DOLLAR);
        }
        // Targets are told in 亿元.
        return path.equals("value.amount")
                ? List.of(MoneyField.Unit.YI_YUAN, MoneyField.Unit.WAN_YUAN, MoneyField.Unit.WAN_DOLLAR)
                : List.of(MoneyField.Unit.values());
    }

    private Input id(Class<?> type, String path, String label) {
        if (type == StaffId.class) {
            return choice(Fields.choice(label, choices.staff()), StaffId::of);
        }
        if (type == TeamId.class) {
            return choice(Fields.choice(label, choices.teams()), TeamId::of);
        }
        if (type == PersonId.class) {
            return choice(Fields.choice(label, choices.contacts(context.investor())), PersonId::of);
        }
        if (type == InvestorId.class) {
            return choice(searched(label, choices::investors), InvestorId::of);
        }
        if (type == IssueTicketId.class) {
            return choice(Fields.choice(label, choices.tickets(context.project())), IssueTicketId::of);
        }
        if (type == LeadId.class) {
            return choice(searched(label, choices::leads), LeadId::of);
        }
        throw new IllegalStateException("Nothing to choose " + type.getSimpleName() + " from at " + path);
    }

    private static ComboBox<Option> searched(String label, Function<String, List<Option>> search) {
        ComboBox<Option> field = Fields.choice(label, List.of());
        field.setItems(query -> search.apply(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        return field;
    }

    private Input many(RecordComponent component, String path, String label) {
        Type element = component.getGenericType() instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : null;
        if (element == String.class) {
            List<Option> codes = choices.codes(command, component.getName(), context.value(command, path));
            return codes == null ? linesOf(label) : several(label, codes, component, code -> code, String::valueOf);
        }
        if (element == BigDecimal.class) {
            return bounds(label, component);
        }
        if (element == LocalDate.class) {
            DaysField field = new DaysField(label);
            return new Input(
                    field, true, () -> DaysField.read(field.getValue(), path), value -> field.setValue(days(value)));
        }
        if (element instanceof Class<?> kind && kind.isEnum() && kind != Role.class) {
            return several(label, constants(kind), component, code -> constant(kind, code), String::valueOf);
        }
        if (element == Role.class) {
            List<Option> roles = Arrays.stream(Role.values())
                    .filter(role -> role != Role.SYSTEM)
                    .map(Option::of)
                    .toList();
            return several(label, roles, component, Role::valueOf, String::valueOf);
        }
        if (element == StaffId.class) {
            return several(label, choices.staff(), component, StaffId::of, String::valueOf);
        }
        if (element == OurPerson.class) {
            return ourPeople(component, path, label);
        }
        if (element == TheirPerson.class) {
            return several(
                    label,
                    choices.contacts(context.investor()),
                    component,
                    this::theirPerson,
                    person -> ((TheirPerson) person).personId().toString());
        }
        if (element == Attachment.class) {
            FilesField field = component.getName().equals("photos")
                    ? FilesField.photos(label, files)
                    : new FilesField(label, files);
            return new Input(field, true, () -> field.read(path), value -> field.setValue(attachments(value)));
        }
        return null;
    }

    /** Whoever took part keeps the level of that day. */
    private Input ourPeople(RecordComponent component, String path, String label) {
        Map<String, OurPerson> known = new HashMap<>();
        if (context.value(command, path) instanceof Collection<?> given) {
            given.stream()
                    .map(OurPerson.class::cast)
                    .filter(person -> person.level() != null)
                    .forEach(person -> known.put(person.staffId().toString(), person));
        }
        return several(
                label,
                choices.staff(),
                component,
                code -> known.containsKey(code) ? known.get(code) : choices.ourPerson(StaffId.of(code)),
                person -> ((OurPerson) person).staffId().toString());
    }

    /** Lower ends of size bands, in the order of their size. */
    private static Input bounds(String label, RecordComponent component) {
        List<Option> offered = BOUNDS.stream()
                .map(bound -> new Option(bound, t("command.bound", bound)))
                .toList();
        Input input =
                several(label, offered, component, BigDecimal::new, bound -> ((BigDecimal) bound).toPlainString());
        return new Input(
                input.field(),
                false,
                () -> ((Collection<?>) input.read().get())
                        .stream().map(BigDecimal.class::cast).sorted().toList(),
                input.write());
    }

    private static String days(Object value) {
        return DaysField.write(
                ((Collection<?>) value).stream().map(LocalDate.class::cast).toList());
    }

    private static List<Attachment> attachments(Object value) {
        return ((Collection<?>) value).stream().map(Attachment.class::cast).toList();
    }

    private static Input linesOf(String label) {
        TextArea field = Fields.area(label);
        field.setHelperText(t("command.one-per-line"));
        return new Input(
                field, true, () -> lines(field.getValue()), value -> field.setValue(String.join("\n", strings(value))));
    }

    private static Input several(
            String label,
            List<Option> options,
            RecordComponent component,
            Function<String, ?> typed,
            Function<Object, String> code) {
        MultiSelectComboBox<Option> field = Fields.choices(label, options);
        return new Input(field, false, () -> codes(field, typed, component.getType()), value -> {
            Set<String> chosen = ((Collection<?>) value).stream().map(code).collect(Collectors.toSet());
            field.setValue(options.stream()
                    .filter(option -> chosen.contains(option.code()))
                    .collect(Collectors.toSet()));
        });
    }

    private TheirPerson theirPerson(String code) {
        var contact = choices.contact(context.investor(), code);
        return new TheirPerson(contact.personId(), contact.name(), contact.position());
    }

    private static Input chips(String label, List<Option> options, Class<?> type) {
        RadioButtonGroup<Option> field = Fields.chips(label, options);
        return new Input(
                field,
                true,
                () -> field.getOptionalValue()
                        .map(Option::code)
                        .map(code -> constant(type, code))
                        .orElse(null),
                value -> options.stream()
                        .filter(option -> option.code().equals(String.valueOf(value)))
                        .findFirst()
                        .ifPresent(field::setValue));
    }

    private static Input choice(ComboBox<Option> field, Function<String, Object> typed) {
        return new Input(
                field,
                false,
                () -> field.getOptionalValue().map(Option::code).map(typed).orElse(null),
                value -> Fields.choose(field, String.valueOf(value)));
    }

    private static <T> Collection<T> codes(
            MultiSelectComboBox<Option> field, Function<String, T> typed, Class<?> kind) {
        Stream<T> values = field.getValue().stream().map(Option::code).map(typed);
        return kind == Set.class ? values.collect(Collectors.toCollection(LinkedHashSet::new)) : values.toList();
    }

    private static List<Option> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Option.of((Enum<?>) constant))
                .toList();
    }

    private static Object constant(Class<?> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The field as it stands in the form: with what the version before said beside it, where one is revised. */
    Component framed(Input input, String path) {
        if (!context.compares(command, path) || path.indexOf('[') >= 0 || !input.takesErrors()) {
            return input.field();
        }
        String last = inWords(context.previous(command, path));
        Span was = new Span(t("command.last-version", last == null ? Format.NOTHING : last));
        was.addClassName("ww-note");
        Div frame = new Div(input.field(), was);
        frame.addClassName("ww-form-compare");
        Runnable mark = () -> frame.setClassName(
                "ww-form-changed", !Objects.equals(last, inWords(input.read().get())));
        ((HasValue<?, ?>) input.field()).addValueChangeListener(event -> mark.run());
        mark.run();
        return frame;
    }

    private static String inWords(Object value) {
        return new Words(I18n.locale(), id -> null).of(value);
    }

    /** An id or text that was chosen from what the context offers. */
    private static Object typed(Class<?> type, String code) {
        if (type == String.class) {
            return code;
        }
        if (type.isEnum()) {
            return constant(type, code);
        }
        try {
            return type.getMethod("of", String.class).invoke(null, code);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No way to read " + type.getSimpleName(), e);
        }
    }

    private static List<Option> months() {
        YearMonth now = YearMonth.from(Today.date());
        return IntStream.range(0, MONTHS_OFFERED)
                .mapToObj(now::minusMonths)
                .map(month -> new Option(month.toString(), month.toString()))
                .toList();
    }

    private static String unit(String name) {
        return switch (name) {
            case "intensity" -> t("unit.wan-per-mu");
            case "outputPerMu", "taxPerMu" -> t("unit.wan-per-mu-year");
            case "progressPercent" -> "%";
            default -> "";
        };
    }

    private static Object whole(IntegerField field, Class<?> type) {
        return field.getValue() == null && type == int.class ? Integer.valueOf(0) : field.getValue();
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static List<String> strings(Object value) {
        return ((Collection<?>) value).stream().map(String::valueOf).toList();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
