package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.StandardBook;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.Standards;
import dev.wuwei.crm.standard.StandardsId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The thresholds of the tests, and what a test adopts. */
public final class TestStandardBook implements StandardBook {
    private Standards standards = Standards.of(new TestThresholds());

    public static StandardAdopted adopted(Standard standard, String limit, LocalDate from) {
        return new StandardAdopted(
                StandardsId.ALL, standard, new BigDecimal(limit), new TestThresholds().standard(standard), from, from);
    }

    public TestStandardBook adopt(Standard standard, String limit, LocalDate from) {
        standards = standards.after(adopted(standard, limit, from));
        return this;
    }

    @Override
    public Standards standards() {
        return standards;
    }
}
