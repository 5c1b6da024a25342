package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a password must be, wherever it is set. */
public final class PasswordPolicy {
    /** Characters. */
    public static final int SHORTEST = 8;

    /** Bytes in UTF-8: what bcrypt reads; the rest would not count, so it is not let in. */
    public static final int LONGEST = 72;

    private PasswordPolicy() {}

    /**
     * @param username what the password must not contain; {@code null} where it has been checked before
     * @throws RuleViolated {@link StaffRule#PASSWORD_TOO_WEAK}, {@link SharedRule#TOO_LONG} at field {@code password}
     */
    public static void check(String username, String password) {
        if (password == null
                || password.isBlank()
                || password.codePointCount(0, password.length()) < SHORTEST
                || username != null && password.toLowerCase(Locale.ROOT).contains(username)) {
            throw new RuleViolated(StaffRule.PASSWORD_TOO_WEAK, SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw RuleViolated.at("password", SharedRule.TOO_LONG, LONGEST);
        }
    }
}
