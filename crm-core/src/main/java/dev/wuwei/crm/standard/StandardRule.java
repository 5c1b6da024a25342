package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.Rule;

/** Rules about standards. */
public enum StandardRule implements Rule {
    UNKNOWN_STANDARDS("standardsId"),
    /** Above 0, with two decimals at most; args: highest */
    LIMIT_FORM("limit"),
    /** The limits of lights; args: highest */
    LIMIT_WHOLE("limit"),
    /** A light would turn red before it turns yellow; args: the other limit, since when that holds */
    RED_BEFORE_YELLOW("limit"),
    /** args: day since which that limit holds anyway */
    NOTHING_CHANGED("limit"),
    /** One adoption follows another; args: day from which the last one holds */
    ADOPTED_LATER("holdsFrom"),
    NOT_ADOPTED("standard");

    private final String field;

    StandardRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
