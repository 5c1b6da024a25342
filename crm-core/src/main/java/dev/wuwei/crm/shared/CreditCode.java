package dev.wuwei.crm.shared;

import java.util.Locale;

/** Unified social credit code (统一社会信用代码): 18 characters, the last a check character as GB 32100-2015 computes it. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    /**
     * @return the code in upper case
     * @throws RuleViolated {@link SharedRule#WRONG_CHECK_CHARACTER} at {@code field}
     */
    public static String require(String text, String field) {
        String code = Checks.required(text, 40, field).toUpperCase(Locale.ROOT);
        if (!isValid(code)) {
            throw RuleViolated.at(field, SharedRule.WRONG_CHECK_CHARACTER);
        }
        return code;
    }

    public static String optional(String text, String field) {
        return text == null || text.isBlank() ? null : require(text, field);
    }

    public static boolean isValid(String code) {
        return code.length() == 18
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checkCharacter(code.substring(0, 17)) == code.charAt(17);
    }

    /** @param seventeen the first 17 characters of a code */
    public static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
