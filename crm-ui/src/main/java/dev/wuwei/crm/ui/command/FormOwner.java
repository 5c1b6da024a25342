package dev.wuwei.crm.ui.command;

import java.util.function.Supplier;

/** The dialog that a form is in: it shows errors at what is registered, and looks at what is typed. */
interface FormOwner {
    /** @param path as rules name it, {@code visit.nextContactOn}; {@code null} once it is removed */
    void registered(Supplier<String> path, Input input);

    void registered(Supplier<String> path, RowsField rows);

    /** A row came or went. */
    void changed();
}
