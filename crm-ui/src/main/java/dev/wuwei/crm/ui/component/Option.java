package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Coded;

/** One thing to choose: a code and what the user reads. */
public record Option(String code, String name) {
    public static Option of(Coded coded) {
        return new Option(coded.code(), Terms.of(coded));
    }

    public static Option of(Enum<?> constant) {
        return new Option(constant.name(), Enums.name(constant));
    }
}
