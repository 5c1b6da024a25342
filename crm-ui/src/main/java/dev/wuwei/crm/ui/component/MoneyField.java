package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** An amount with its unit: 万元, 亿元 or 万美元. Changing the unit keeps the number that was typed. */
public class MoneyField extends CustomField<Money> {
    /** What a number typed by people stands for. */
    public enum Unit {
        WAN_YUAN(Currency.CNY, "10000"),
        YI_YUAN(Currency.CNY, "100000000"),
        WAN_DOLLAR(Currency.USD, "10000");

        private final Currency currency;
        private final BigDecimal times;

        Unit(Currency currency, String times) {
            this.currency = currency;
            this.times = new BigDecimal(times);
        }

        String label() {
            return t("component.money." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private final BigDecimalField number = new BigDecimalField();
    private final Select<Unit> unit = new Select<>();

    public MoneyField(String label) {
        this(label, List.of(Unit.values()));
    }

    /** @param units the units to offer; the first is preset */
    public MoneyField(String label, List<Unit> units) {
        super(null, true);
        setLabel(label);
        setManualValidation(true);
        number.setAriaLabel(label);
        number.setLocale(Locale.ROOT);
        number.setI18n(
                new BigDecimalField.BigDecimalFieldI18n().setBadInputErrorMessage(t("component.number.bad-input")));
        number.addClassName("ww-number-input");
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::label);
        unit.setValue(units.getFirst());
        unit.setAriaLabel(t("component.money.unit"));
        unit.setReadOnly(units.size() == 1);
        number.addValueChangeListener(event -> updateValue());
        unit.addValueChangeListener(event -> updateValue());
        Div row = new Div(number, unit);
        row.addClassName("ww-number-unit");
        add(row);
        setWidthFull();
    }

    /** Offers the first unit of that currency, unless one of it is chosen already. */
    public void prefer(Currency currency) {
        if (unit.getValue() == null || unit.getValue().currency != currency) {
            unit.getListDataView()
                    .getItems()
                    .filter(offered -> offered.currency == currency)
                    .findFirst()
                    .ifPresent(unit::setValue);
        }
    }

    @Override
    protected Money generateModelValue() {
        BigDecimal typed = number.getValue();
        return typed == null || unit.getValue() == null
                ? null
                : new Money(typed.multiply(unit.getValue().times), unit.getValue().currency);
    }

    @Override
    protected void setPresentationValue(Money money) {
        if (money == null) {
            number.clear();
            return;
        }
        Unit fitting = unit.getValue() != null && unit.getValue().currency == money.currency()
                ? unit.getValue()
                : money.currency() == Currency.USD ? Unit.WAN_DOLLAR : Unit.WAN_YUAN;
        unit.setValue(fitting);
        BigDecimal shown = money.amount().divide(fitting.times).stripTrailingZeros();
        number.setValue(shown.scale() < 0 ? shown.setScale(0) : shown);
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        number.setInvalid(invalid);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        number.setReadOnly(readOnly);
        unit.setReadOnly(readOnly);
    }

    @Override
    public void focus() {
        number.focus();
    }
}
