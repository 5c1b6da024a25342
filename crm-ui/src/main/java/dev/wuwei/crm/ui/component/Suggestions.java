package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;

/** What a field offers in a popover while one types. */
public final class Suggestions {
    private Suggestions() {}

    /** Opened by the caller. To who cannot see it the field is one that offers a choice, open or closed. */
    public static void offer(TextField field, Popover popover) {
        popover.setTarget(field);
        popover.setOpenOnClick(false);
        field.getElement().executeJs("this.inputElement.setAttribute('role', 'combobox')");
    }
}
