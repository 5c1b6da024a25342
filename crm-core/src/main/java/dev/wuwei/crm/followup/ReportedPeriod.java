package dev.wuwei.crm.followup;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** What an enterprise did in some months, as reported. */
public record ReportedPeriod(YearMonth from, YearMonth to, EnterpriseActuals figures) {
    public long months() {
        return ChronoUnit.MONTHS.between(from, to) + 1;
    }
}
