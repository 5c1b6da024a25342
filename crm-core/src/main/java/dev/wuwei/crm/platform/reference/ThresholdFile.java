package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.ticket.TicketLimits;
import java.math.BigDecimal;
import java.util.Map;

/** {@code config/policies/thresholds.yml}. */
final class ThresholdFile implements Thresholds {
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
        lights();
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
        return new BigDecimal(value("above-scale-revenue"));
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
    public LightLimits lights() {
        return new LightLimits(
                number("light-start-yellow-months"),
                number("light-start-red-months"),
                number("light-late-yellow-days"),
                number("light-late-red-days"),
                number("light-progress-yellow-points"),
                number("light-progress-red-points"),
                number("light-statistics-yellow-months"),
                number("light-statistics-red-months"));
    }
}
