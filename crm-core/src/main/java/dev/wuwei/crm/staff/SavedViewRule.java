package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Rule;

/** Rules about the views of lists that people save for themselves. */
public enum SavedViewRule implements Rule {
    NOT_YOURS(null),
    /** Just as it is, it is saved already. */
    NOTHING_CHANGED("name"),
    /** Args: how many one may have of a list. */
    TOO_MANY_VIEWS("name"),
    UNKNOWN_VIEW("name"),
    /** Not the path of a list. */
    NOT_A_LIST("page");

    private final String field;

    SavedViewRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
