package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import java.util.Locale;

/** Land in 亩 or floor space in square metres; what was entered is what is kept. */
public class AreaField extends CustomField<Area> {
    private final BigDecimalField number = new BigDecimalField();
    private final Select<AreaUnit> unit = new Select<>();

    public AreaField(String label, AreaUnit preset) {
        super(null, true);
        setLabel(label);
        setManualValidation(true);
        number.setAriaLabel(label);
        number.setLocale(Locale.ROOT);
        number.setI18n(
                new BigDecimalField.BigDecimalFieldI18n().setBadInputErrorMessage(t("component.number.bad-input")));
        unit.setItems(AreaUnit.values());
        unit.setItemLabelGenerator(it -> t(it == AreaUnit.MU ? "component.area.mu" : "component.area.square-metre"));
        unit.setValue(preset);
        unit.setAriaLabel(t("component.money.unit"));
        number.addValueChangeListener(event -> updateValue());
        unit.addValueChangeListener(event -> updateValue());
        Div row = new Div(number, unit);
        row.addClassName("ww-number-unit");
        add(row);
        setWidthFull();
    }

    @Override
    protected Area generateModelValue() {
        return number.getValue() == null || unit.getValue() == null
                ? null
                : new Area(number.getValue(), unit.getValue());
    }

    @Override
    protected void setPresentationValue(Area area) {
        if (area == null) {
            number.clear();
        } else {
            unit.setValue(area.unit());
            number.setValue(area.value());
        }
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        number.setInvalid(invalid);
    }

    @Override
    public void focus() {
        number.focus();
    }
}
