package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.shared.Rule;

/** Why a rebuild does not begin. */
public enum RebuildRule implements Rule {
    /** args: the name that was asked for */
    UNKNOWN_READ_MODEL("name"),
    ALREADY_RUNNING(null);

    private final String field;

    RebuildRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
