package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.I18n;

/** When something falls due, read as a sentence: 签约 后 18 个月, 18 months after signing, or on a day. */
final class DueRuleField extends CustomField<DueRule> {
    private final Select<Anchor> anchor = new Select<>();
    private final Span after = new Span(t("command.due.after"));
    private final IntegerField months = Fields.count(null);
    private final Span unit = new Span(t("command.due.months"));
    private final DatePicker on = Fields.date(null);

    DueRuleField(String label) {
        super(null, true);
        setLabel(label);
        setManualValidation(true);
        setWidthFull();
        anchor.setItems(Anchor.values());
        anchor.setItemLabelGenerator(it -> it == null ? t("command.due.none") : Enums.name(it));
        anchor.setEmptySelectionAllowed(true);
        anchor.setEmptySelectionCaption(t("command.due.none"));
        anchor.setAriaLabel(label);
        months.setWidth("84px");
        on.setWidth("160px");
        months.setAriaLabel(t("command.due.months"));
        on.setAriaLabel(Enums.name(Anchor.DATE));
        anchor.addValueChangeListener(event -> {
            arrange();
            updateValue();
        });
        months.addValueChangeListener(event -> updateValue());
        on.addValueChangeListener(event -> updateValue());
        Div line = I18n.isChinese() ? new Div(anchor, after, months, unit, on) : new Div(months, unit, anchor, on);
        line.addClassName("ww-due-rule");
        add(line);
        arrange();
    }

    private void arrange() {
        boolean date = anchor.getValue() == Anchor.DATE;
        boolean counted = anchor.getValue() != null && !date;
        after.setVisible(counted);
        months.setVisible(counted);
        unit.setVisible(counted);
        on.setVisible(date);
    }

    @Override
    protected DueRule generateModelValue() {
        if (anchor.getValue() == null) {
            return null;
        }
        return anchor.getValue() == Anchor.DATE
                ? new DueRule(Anchor.DATE, on.getValue(), null)
                : new DueRule(anchor.getValue(), null, months.getValue());
    }

    @Override
    protected void setPresentationValue(DueRule rule) {
        anchor.setValue(rule == null ? null : rule.anchor());
        on.setValue(rule == null ? null : rule.on());
        months.setValue(rule == null ? null : rule.months());
        arrange();
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        months.setInvalid(invalid && months.isVisible());
        on.setInvalid(invalid && on.isVisible());
        anchor.setInvalid(invalid && anchor.getValue() == null);
    }

    @Override
    public void focus() {
        if (on.isVisible()) {
            on.focus();
        } else if (months.isVisible()) {
            months.focus();
        } else {
            anchor.focus();
        }
    }
}
