package dev.wuwei.crm.ui.command;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.ui.component.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What a company promises: a figure or words, or a day where the metric is one. */
final class PromisedValueField extends CustomField<String> {
    private final TextField text = Fields.text(null, Checks.LINE);
    private final DatePicker day = Fields.date(null);

    PromisedValueField(String label) {
        super(null, true);
        setLabel(label);
        setManualValidation(true);
        setWidthFull();
        text.setAriaLabel(label);
        day.setAriaLabel(label);
        text.addValueChangeListener(event -> updateValue());
        day.addValueChangeListener(event -> updateValue());
        add(new Div(text, day));
        asksForDay(false);
    }

    void asksForDay(boolean yes) {
        day.setVisible(yes);
        text.setVisible(!yes);
        updateValue();
    }

    @Override
    protected String generateModelValue() {
        if (day.isVisible()) {
            return day.getValue() == null ? null : day.getValue().toString();
        }
        return text.getValue().isBlank() ? null : text.getValue();
    }

    @Override
    protected void setPresentationValue(String value) {
        LocalDate date = day(value);
        day.setValue(date);
        text.setValue(value == null ? "" : value);
    }

    private static LocalDate day(String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            // A figure, or words.
            return null;
        }
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        text.setInvalid(invalid);
        day.setInvalid(invalid);
    }

    @Override
    public void focus() {
        if (day.isVisible()) {
            day.focus();
        } else {
            text.focus();
        }
    }
}
