package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.shared.RuleViolated;

/** How much one may ask for at a time. */
final class Bounds {
    private static final int LAST_PAGE = 1_000_000;

    private Bounds() {}

    /** @throws RuleViolated {@link ApiRule#PAGE_RANGE} */
    static void within(String name, int value, int smallest, int largest) {
        if (value < smallest || value > largest) {
            throw RuleViolated.at(name, ApiRule.PAGE_RANGE, smallest, largest);
        }
    }

    /** @throws RuleViolated {@link ApiRule#PAGE_RANGE} */
    static Page page(int page, int size) {
        within("size", size, 1, Page.LARGEST);
        within("page", page, 0, LAST_PAGE);
        return new Page(page, size);
    }
}
