package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import dev.wuwei.crm.shared.Checks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Input fields, each with its words, its limits and validation left to the command. */
public final class Fields {
    private Fields() {}

    /** One line of at most {@code longest} characters. */
    public static TextField text(String label, int longest) {
        TextField field = new TextField(label);
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    public static TextField name(String label) {
        return text(label, Checks.NAME);
    }

    public static TextArea area(String label) {
        TextArea field = new TextArea(label);
        field.setMaxLength(Checks.TEXT);
        field.setMinRows(3);
        field.setMaxRows(10);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    /** A date that may lie ahead. */
    public static DatePicker date(String label) {
        DatePicker field = new DatePicker(label);
        field.setI18n(ComponentTexts.datePicker());
        field.setLocale(Locale.SIMPLIFIED_CHINESE);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    /** When something happened: today unless said otherwise. */
    public static DatePicker happenedOn(String label) {
        DatePicker field = date(label);
        LocalDate today = Today.date();
        field.setMax(today);
        field.setValue(today);
        return field;
    }

    public static IntegerField count(String label) {
        IntegerField field = new IntegerField(label);
        field.setMin(0);
        field.setManualValidation(true);
        field.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(t("component.number.bad-input")));
        field.setWidthFull();
        return field;
    }

    /** @param unit behind the number: 万元/亩, 人, % */
    public static BigDecimalField number(String label, String unit) {
        BigDecimalField field = new BigDecimalField(label);
        field.setManualValidation(true);
        field.setLocale(Locale.ROOT);
        field.setI18n(
                new BigDecimalField.BigDecimalFieldI18n().setBadInputErrorMessage(t("component.number.bad-input")));
        field.setSuffixComponent(new Span(unit));
        field.setWidthFull();
        return field;
    }

    /** @param chosen is told what the user chooses, and nothing of what the program does */
    public static <T> Select<T> select(
            String label, Collection<T> items, ItemLabelGenerator<T> words, T value, SerializableConsumer<T> chosen) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(words);
        select.setValue(value);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(event.getValue());
            }
        });
        return select;
    }

    public static ComboBox<Option> choice(String label, Collection<Option> options) {
        ComboBox<Option> field = new ComboBox<>(label);
        field.setItems(List.copyOf(options));
        field.setItemLabelGenerator(Option::name);
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    public static MultiSelectComboBox<Option> choices(String label, Collection<Option> options) {
        MultiSelectComboBox<Option> field = new MultiSelectComboBox<>(label);
        field.setI18n(ComponentTexts.multiSelect());
        field.setItems(List.copyOf(options));
        field.setItemLabelGenerator(Option::name);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    /** All options side by side as chips; for few of them, and on the phone. */
    public static RadioButtonGroup<Option> chips(String label, Collection<Option> options) {
        RadioButtonGroup<Option> field = new RadioButtonGroup<>(label);
        field.setItems(List.copyOf(options));
        field.setItemLabelGenerator(Option::name);
        field.addClassName("ww-chip-group");
        field.setManualValidation(true);
        return field;
    }

    public static CheckboxGroup<Option> checks(String label, Collection<Option> options) {
        CheckboxGroup<Option> field = new CheckboxGroup<>(label);
        field.setItems(List.copyOf(options));
        field.setItemLabelGenerator(Option::name);
        field.setManualValidation(true);
        return field;
    }

    /** @return the code that was chosen, or {@code null} */
    public static String code(ComboBox<Option> field) {
        return field.getOptionalValue().map(Option::code).orElse(null);
    }

    /** Chooses by code; a code that is not offered clears the field. */
    public static void choose(ComboBox<Option> field, String code) {
        field.setValue(field.getListDataView()
                .getItems()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null));
    }
}
