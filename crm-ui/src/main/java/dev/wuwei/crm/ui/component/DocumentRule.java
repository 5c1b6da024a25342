package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Rule;

/** What a document must be to be made. */
public enum DocumentRule implements Rule {
    /** The template names something that has no source; args: what it names */
    NO_SOURCE,
    /** The template has figures typed into it; args: these */
    TYPED_FIGURE;

    @Override
    public String field() {
        return null;
    }
}
