package dev.wuwei.crm.projections.tenure;

import dev.wuwei.crm.shared.Rule;

/** What a question about a tenure must obey. */
public enum TenureRule implements Rule {
    /** A promoter looks at nobody but themself. */
    NOT_YOURS("who");

    private final String field;

    TenureRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
