package dev.wuwei.crm.ui.target;

import dev.wuwei.crm.ui.component.AsOf;

/** The way to targets and scorecards. */
public final class TargetNavigation {
    public static final String PATH = "targets";
    static final String YEAR = "year";
    static final String VIEW = "view";
    static final String SCOPE = "scope";
    static final String COURSE = "course";

    private TargetNavigation() {}

    public static String link(int year) {
        return AsOf.current().link(PATH + "?" + YEAR + "=" + year);
    }
}
