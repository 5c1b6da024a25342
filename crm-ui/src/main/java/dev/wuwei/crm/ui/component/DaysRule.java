package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Rule;

/** What a list of days must be to be read. */
public enum DaysRule implements Rule {
    /** args: an example */
    UNREADABLE;

    @Override
    public String field() {
        return null;
    }
}
