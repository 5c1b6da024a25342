package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.ticket.TicketLimits;
import java.math.BigDecimal;
import java.util.Map;

/** {@code config/policies/thresholds.yml}. */
final class ThresholdFile implements Thresholds {
    private static final Map<Standard, String> STANDARDS = Map.ofEntries(
            Map.entry(Standard.TAX_PER_MU, "tax-per-mu"),
            Map.entry(Standard.OUTPUT_PER_MU, "output-per-mu"),
            Map.entry(Standard.INVESTMENT_INTENSITY, "investment-intensity"),
            Map.entry(Standard.FULL_CAPACITY, "full-capacity-percent"),
            Map.entry(Standard.START_YELLOW, "light-start-yellow-months"),
            Map.entry(Standard.START_RED, "light-start-red-months"),
            Map.entry(Standard.LATE_YELLOW, "light-late-yellow-days"),
            Map.entry(Standard.LATE_RED, "light-late-red-days"),
            Map.entry(Standard.PROGRESS_YELLOW, "light-progress-yellow-points"),
            Map.entry(Standard.PROGRESS_RED, "light-progress-red-points"),
            Map.entry(Standard.STATISTICS_YELLOW, "light-statistics-yellow-months"),
            Map.entry(Standard.STATISTICS_RED, "light-statistics-red-months"));

    private final Map<String, String> values;

    ThresholdFile(ReferenceFiles files) {
        values = ReferenceFiles.texts(files.read("policies/thresholds.yml"));
        // Read all at once, so that a missing or mistyped value stops the start and not somebody's work.
        respondWithinWorkingDays();
        judgeWithinWorkingDays();
        judgeWithExpertsWithinWorkingDays();
        feedbackWithinWorkingDays();
        progressEveryDays();
        silentDays();
        poolAfterDays();
        opinionWithinWorkingDays();
        approvalValidDays();
        scaleUpWithinMonths();
        relapseAfterMonths();
        aboveScaleRevenue();
        partlyMetFromPercent();
        ticketLimits();
        for (Standard standard : Standard.values()) {
            standard(standard);
        }
        LightLimits.of(light -> standard(light).intValueExact());
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("config/policies/thresholds.yml lacks " + name);
        }
        return value;
    }

    private int number(String name) {
        try {
            return Integer.parseInt(value(name));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("config/policies/thresholds.yml: " + name + " is no whole number", e);
        }
    }

    private BigDecimal decimal(String name) {
        try {
            return new BigDecimal(value(name));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("config/policies/thresholds.yml: " + name + " is no number", e);
        }
    }

    @Override
    public int respondWithinWorkingDays() {
        return number("respond-within-working-days");
    }

    @Override
    public int judgeWithinWorkingDays() {
        return number("judge-within-working-days");
    }

    @Override
    public int judgeWithExpertsWithinWorkingDays() {
        return number("judge-with-experts-within-working-days");
    }

    @Override
    public int feedbackWithinWorkingDays() {
        return number("feedback-within-working-days");
    }

    @Override
    public int progressEveryDays() {
        return number("progress-every-days");
    }

    @Override
    public int silentDays() {
        return number("silent-days");
    }

    @Override
    public int poolAfterDays() {
        return number("pool-after-days");
    }

    @Override
    public int opinionWithinWorkingDays() {
        return number("opinion-within-working-days");
    }

    @Override
    public int approvalValidDays() {
        return number("approval-valid-days");
    }

    @Override
    public int partlyMetFromPercent() {
        return number("partly-met-from-percent");
    }

    @Override
    public int scaleUpWithinMonths() {
        return number("scale-up-within-months");
    }

    @Override
    public int relapseAfterMonths() {
        return number("relapse-after-months");
    }

    @Override
    public BigDecimal aboveScaleRevenue() {
        return decimal("above-scale-revenue");
    }

    TicketLimits ticketLimits() {
        return new TicketLimits(
                number("ticket-assign-within-working-days"),
                number("ticket-sign-for-within-working-days"),
                number("ticket-reply-within-working-days"),
                number("ticket-confirm-within-working-days"),
                number("ticket-close-within-working-days"),
                number("ticket-blue-before-working-days"),
                number("ticket-red-after-working-days"));
    }

    @Override
    public BigDecimal standard(Standard standard) {
        String name = STANDARDS.get(standard);
        return standard.isLight() ? BigDecimal.valueOf(number(name)) : decimal(name);
    }
}
