package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.ui.sentence.Words;

/** Names of the constants that the write side uses, in the user's language. */
public final class Enums {
    private Enums() {}

    /** {@code 已登记} for {@code LeadState.REGISTERED}: the text {@code lead-state.registered}. */
    public static String name(Enum<?> constant) {
        return constant == null ? Format.NOTHING : Words.text(constant, I18n.locale());
    }
}
