package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Rule;

/** Rules about counting policies. */
public enum CountingRule implements Rule {
    /** Lower-case letters, digits and hyphens, beginning with a letter */
    CODE_FORM("code"),
    /** The shipped policy has this code */
    CODE_RESERVED("code"),
    /** Formal agreements always count */
    FORMAL_MISSING("rules.kinds"),
    /** A supplement is part of the agreement that it supplements */
    SUPPLEMENT_COUNTED("rules.kinds"),
    /** One and the same money would be in a figure twice */
    COUNTED_TWICE("rules.upgrade"),
    /** args: most */
    LATE_AFTER_DAYS("rules.lateAfterDays"),
    BANDS_ASCENDING("rules.bands"),
    EXCLUSION_CODE_TWICE("rules.exclusions"),
    /** Nothing is named that it leaves out */
    EXCLUSION_EMPTY("rules.exclusions"),
    /** args: version that has these rules */
    NOTHING_CHANGED("rules"),
    /** args: latest version */
    UNKNOWN_VERSION("version"),
    /** args: day from which it counts */
    ALREADY_ADOPTED("from"),
    NOT_ADOPTED(null);

    private final String field;

    CountingRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
