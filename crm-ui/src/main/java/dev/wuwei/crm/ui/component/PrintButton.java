package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Prints the page as it is, without what is around it. Not on a phone, which shares pages instead. */
public class PrintButton extends Button {
    public PrintButton() {
        super(Icon.PRINT.create(), event -> UI.getCurrent().getPage().executeJs("window.print()"));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassNames("ww-quiet", "ww-wide-only");
        setAriaLabel(t("component.print"));
        setTooltipText(t("component.print"));
    }
}
