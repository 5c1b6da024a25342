package dev.wuwei.crm.ui.command;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One field of a form.
 *
 * @param wide takes a row of its own
 * @param read what was entered, in the type of the record's component; {@code null} for nothing
 * @param write fills the field in
 */
record Input(Component field, boolean wide, Supplier<Object> read, Consumer<Object> write) {

    /** @return whether a rule's message can be shown at it */
    boolean takesErrors() {
        return field instanceof HasValidation && field instanceof HasValue<?, ?>;
    }
}
