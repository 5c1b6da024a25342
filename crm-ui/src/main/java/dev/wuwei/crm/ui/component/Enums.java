package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.ui.sentence.Words;

/** Names of the constants that the write side uses, in the user's language. */
public final class Enums {
    private Enums() {}

    /** The name as a label: in a sentence it begins small, at the head of something it does not. */
    public static String label(Enum<?> constant) {
        String name = name(constant);
        return name.substring(0, 1).toUpperCase(I18n.locale()) + name.substring(1);
    }

    /** {@code 已登记} for {@code LeadState.REGISTERED}: the text {@code lead-state.registered}. */
    public static String name(Enum<?> constant) {
        return constant == null ? Format.NOTHING : Words.text(constant, I18n.locale());
    }
}
