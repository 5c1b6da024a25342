package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.component.I18n;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Broken rules in words: {@code error.<rule code>} with its arguments. One text for screens and REST. */
public final class Refusals {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Refusals() {}

    public static String text(Violation violation, Locale locale, Names names) {
        Words words = new Words(locale, names);
        Object[] args = violation.args().stream()
                .map(arg -> words.of(known(violation, arg)))
                .map(text -> text == null ? "" : text)
                .toArray();
        return I18n.text(locale, "error." + key(violation), args);
    }

    /** Who was first, or which park it is, is not always known; then the sentence does without. */
    private static String key(Violation violation) {
        boolean nobody = violation.args().stream().noneMatch(arg -> arg instanceof Instant);
        if (nobody && violation.rule() == SharedRule.ALREADY_TAKEN) {
            return "shared.already-there";
        }
        if (nobody && violation.rule() == SharedRule.CHANGED_MEANWHILE) {
            return "shared.changed-by-somebody";
        }
        if (violation.args().isEmpty() && violation.rule() == SharedRule.OUTSIDE_YOUR_PARKS) {
            return "shared.outside-your-scope";
        }
        return violation.code();
    }

    /** Roles and accounts reach a refusal as plain texts where they come from a message's facts. */
    private static Object known(Violation violation, Object arg) {
        if (violation.rule() == SharedRule.NOT_ALLOWED && arg instanceof String roles && !roles.isEmpty()) {
            return Arrays.stream(roles.split(",")).map(Role::valueOf).toList();
        }
        boolean names =
                violation.rule() == SharedRule.CHANGED_MEANWHILE || violation.rule() == SharedRule.ALREADY_TAKEN;
        if (names && arg instanceof String text && UUID_FORM.matcher(text).matches()) {
            return StaffId.of(text);
        }
        return arg;
    }
}
