package dev.wuwei.crm.followup;

import java.time.LocalDate;

/** When a step was begun and finished; {@code null} while it was not. */
public record StepDates(LocalDate startedOn, LocalDate finishedOn) {
    public static final StepDates NONE = new StepDates(null, null);
}
