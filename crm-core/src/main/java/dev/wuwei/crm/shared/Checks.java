package dev.wuwei.crm.shared;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The checks that every input passes. Each throws {@link RuleViolated} naming the field. */
public final class Checks {
    /** 一万亿元 (or dollars): more than any project, so a slip of the keyboard. */
    private static final BigDecimal ABSURD = new BigDecimal("1000000000000");

    /** 浦东开发 and every development zone is younger; a date before this is a typing error. */
    public static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    public static final int NAME = 100;
    public static final int LINE = 500;
    public static final int TEXT = 4000;

    private Checks() {}

    /** @return the text without leading and trailing blanks */
    public static String required(String text, int longest, String field) {
        if (text == null || text.isBlank()) {
            throw RuleViolated.at(field, SharedRule.REQUIRED);
        }
        return optional(text, longest, field);
    }

    /** @return the text without leading and trailing blanks, or {@code null} when there is none */
    public static String optional(String text, int longest, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw RuleViolated.at(field, SharedRule.TOO_LONG, longest);
        }
        if (stripped.codePoints().anyMatch(Checks::forbidden)) {
            throw RuleViolated.at(field, SharedRule.FORBIDDEN_CHARACTERS);
        }
        return stripped;
    }

    public static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolated(SharedRule.REASON_REQUIRED);
        }
        return optional(reason, LINE, "reason");
    }

    public static <T> T present(T value, String field) {
        if (value == null) {
            throw RuleViolated.at(field, SharedRule.REQUIRED);
        }
        return value;
    }

    /** A business date of something that has happened: given, not in the future, not absurdly old. */
    public static LocalDate happened(LocalDate date, LocalDate today, String field) {
        plausible(date, field);
        if (date.isAfter(today)) {
            throw RuleViolated.at(field, SharedRule.IN_FUTURE, today);
        }
        return date;
    }

    /** A business date that may lie ahead (a plan, an agreed date), within the next 50 years. */
    public static LocalDate plausible(LocalDate date, String field) {
        present(date, field);
        if (date.isBefore(EARLIEST)) {
            throw RuleViolated.at(field, SharedRule.TOO_EARLY, EARLIEST);
        }
        LocalDate latest = EARLIEST.plusYears(120);
        if (date.isAfter(latest)) {
            throw RuleViolated.at(field, SharedRule.TOO_LATE, latest);
        }
        return date;
    }

    public static LocalDate notBefore(LocalDate date, LocalDate earliest, String field) {
        if (date.isBefore(earliest)) {
            throw RuleViolated.at(field, SharedRule.TOO_EARLY, earliest);
        }
        return date;
    }

    /** An amount that may be zero but not negative, in whole cents. */
    public static Money amount(Money money, String field) {
        present(money, field);
        if (money.isNegative()) {
            throw RuleViolated.at(field, SharedRule.NEGATIVE_AMOUNT);
        }
        if (money.amount().compareTo(ABSURD) > 0) {
            throw RuleViolated.at(field, SharedRule.ABSURD_AMOUNT, ABSURD.toPlainString());
        }
        if (money.amount().scale() > 2) {
            throw RuleViolated.at(field, SharedRule.TOO_PRECISE);
        }
        return money;
    }

    public static Money positive(Money money, String field) {
        if (amount(money, field).isZero()) {
            throw RuleViolated.at(field, SharedRule.NOT_POSITIVE);
        }
        return money;
    }

    public static Money positive(Money money, Currency currency, String field) {
        return in(positive(money, field), currency, field);
    }

    public static Money in(Money money, Currency currency, String field) {
        if (money.currency() != currency) {
            throw RuleViolated.at(field, SharedRule.WRONG_CURRENCY, currency);
        }
        return money;
    }

    public static Area positive(Area area, String field) {
        present(area, field);
        if (area.value().signum() <= 0) {
            throw RuleViolated.at(field, SharedRule.NOT_POSITIVE);
        }
        if (area.inMu().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw RuleViolated.at(field, SharedRule.ABSURD_AMOUNT, 1_000_000);
        }
        return area;
    }

    /**
     * Control characters (line breaks and tabs excepted), the bidirectional overrides that make text read as another, and
     * what takes no room, by which two names that look the same would be told apart.
     */
    private static boolean forbidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean invisible = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return control || bidi || invisible || surrogate || c == 0xFFFE || c == 0xFFFF;
    }
}
