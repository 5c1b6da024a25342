package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.shared.Rule;

/** Rules about dictionaries. */
public enum DictionaryRule implements Rule {
    UNKNOWN_DICTIONARY("dictionaryId"),
    /** args: code */
    UNKNOWN_ENTRY("code"),
    /** Letters, digits and hyphens, at most 40, beginning with a letter or digit */
    CODE_FORM("code"),
    /** args: name of the entry that has or had it */
    CODE_TAKEN("code"),
    /** args: code of the entry that is called so today */
    NAME_TAKEN("name"),
    NOTHING_CHANGED(null),
    /** Retired, or a part of another; args: name of the entry */
    ENTRY_RETIRED("code"),
    /** args: name of the entry */
    ENTRY_CURRENT("code"),
    /** args: code */
    UNKNOWN_PARENT("parentCode"),
    /** Retired, or a part of another, on some day on which the entry would be under it; args: name of the parent */
    PARENT_RETIRED("parentCode"),
    /** An entry would be above itself */
    PARENT_CIRCLE("parentCode"),
    /** args: code */
    UNKNOWN_SUCCESSOR("intoCode"),
    /** Retired, or a part of another; args: name of the successor */
    SUCCESSOR_RETIRED("intoCode"),
    /** An entry would become itself */
    SUCCESSOR_CIRCLE("intoCode"),
    /** A dictionary is not left without any entry */
    LAST_ENTRY("code"),
    /** Files under {@code config/policies} say something of every entry, so entries only change their names */
    KEPT_WITH_POLICIES("code");

    private final String field;

    DictionaryRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
