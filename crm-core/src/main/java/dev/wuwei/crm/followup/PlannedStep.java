package dev.wuwei.crm.followup;

import java.time.LocalDate;

/** A step with the last days on which it may begin and end, so that production starts in time. */
public record PlannedStep(ScheduleStep step, LocalDate latestStart, LocalDate latestFinish) {
    public String code() {
        return step.code();
    }
}
