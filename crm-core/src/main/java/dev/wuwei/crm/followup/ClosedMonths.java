package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Uniqueness;
import java.time.YearMonth;

/** Which months of a park are closed, as of this very transaction. */
final class ClosedMonths {
    private static final String SCOPE = "followup.closed-month";

    private final Uniqueness uniqueness;

    ClosedMonths(Uniqueness uniqueness) {
        this.uniqueness = uniqueness;
    }

    boolean isClosed(Coded park, YearMonth month) {
        return uniqueness.holder(SCOPE, key(park, month)).isPresent();
    }

    void close(Coded park, YearMonth month, MonthCloseId id, EventMeta meta) {
        uniqueness.take(SCOPE, key(park, month), id, "month", meta);
    }

    void reopen(Coded park, YearMonth month, MonthCloseId id) {
        uniqueness.release(SCOPE, key(park, month), id);
    }

    private static String key(Coded park, YearMonth month) {
        return park.code() + "|" + month;
    }
}
