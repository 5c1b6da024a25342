package dev.wuwei.crm.ui.counting;

/** Where the pages about counting are. */
public final class CountingNavigation {
    /** 数据核对. */
    public static final String CHECKS = "checks";

    private CountingNavigation() {}
}
