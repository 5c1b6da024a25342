package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Rule;

/** What a document must be to be made. */
public enum DocumentRule implements Rule {
    /** The template names something that has no source; args: what it names */
    NO_SOURCE;

    @Override
    public String field() {
        return null;
    }
}
