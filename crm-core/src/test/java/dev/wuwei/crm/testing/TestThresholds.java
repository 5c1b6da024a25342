package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import java.math.BigDecimal;

/** The defaults of the domain. */
public final class TestThresholds implements Thresholds {
    @Override
    public int respondWithinWorkingDays() {
        return 1;
    }

    @Override
    public int judgeWithinWorkingDays() {
        return 3;
    }

    @Override
    public int judgeWithExpertsWithinWorkingDays() {
        return 5;
    }

    @Override
    public int feedbackWithinWorkingDays() {
        return 5;
    }

    @Override
    public int progressEveryDays() {
        return 14;
    }

    @Override
    public int silentDays() {
        return 30;
    }

    @Override
    public int poolAfterDays() {
        return 45;
    }

    @Override
    public int opinionWithinWorkingDays() {
        return 5;
    }

    @Override
    public int approvalValidDays() {
        return 180;
    }

    @Override
    public int relapseAfterMonths() {
        return 3;
    }

    @Override
    public int scaleUpWithinMonths() {
        return 24;
    }

    @Override
    public BigDecimal aboveScaleRevenue() {
        return new BigDecimal("20000000");
    }

    @Override
    public BigDecimal standard(Standard standard) {
        return new BigDecimal(
                switch (standard) {
                    case TAX_PER_MU -> "3";
                    case OUTPUT_PER_MU, INVESTMENT_INTENSITY -> "200";
                    case FULL_CAPACITY -> "100";
                    case START_YELLOW, LATE_YELLOW, STATISTICS_YELLOW -> "1";
                    case START_RED -> "3";
                    case LATE_RED -> "90";
                    case PROGRESS_YELLOW -> "10";
                    case PROGRESS_RED -> "30";
                    case STATISTICS_RED -> "2";
                });
    }

    /** As long as nobody adopts others. */
    public LightLimits lights() {
        return LightLimits.of(light -> standard(light).intValue());
    }

    @Override
    public int partlyMetFromPercent() {
        return 80;
    }
}
