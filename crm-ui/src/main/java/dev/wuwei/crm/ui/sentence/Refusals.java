package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.component.I18n;
import java.util.Collection;
import java.util.Locale;

/** Broken rules in words: {@code error.<rule code>} with its arguments. One text for screens and REST. */
public final class Refusals {
    private Refusals() {}

    public static String text(Violation violation, Locale locale, Names names) {
        Words words = new Words(locale, names);
        Object[] args = violation.args().stream()
                .map(arg -> arg instanceof Collection<?> many && many.isEmpty() ? "" : words.of(arg))
                .map(text -> text == null ? "" : text)
                .toArray();
        return I18n.text(locale, "error." + violation.code(), args);
    }
}
