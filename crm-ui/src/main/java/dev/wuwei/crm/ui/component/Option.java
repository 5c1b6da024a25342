package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Coded;
import java.util.List;

/** One thing to choose: a code and what the user reads. */
public record Option(String code, String name) {
    public static Option of(Coded coded) {
        return new Option(coded.code(), Terms.of(coded));
    }

    /** @return what can be chosen of a dictionary, in the same order */
    public static List<Option> of(List<Coded> entries) {
        return entries.stream().map(Option::of).toList();
    }

    public static Option of(Enum<?> constant) {
        return new Option(constant.name(), Enums.name(constant));
    }
}
