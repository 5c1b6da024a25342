package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Rule;

/** What one who looks at the past must not do. */
public enum PastRule implements Rule {
    READ_ONLY;

    @Override
    public String field() {
        return null;
    }
}
