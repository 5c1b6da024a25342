package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.LightLimits;
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
    public LightLimits lights() {
        return new LightLimits(1, 3, 1, 90, 10, 30, 1, 2);
    }

    @Override
    public int partlyMetFromPercent() {
        return 80;
    }
}
