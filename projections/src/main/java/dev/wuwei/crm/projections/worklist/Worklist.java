package dev.wuwei.crm.projections.worklist;

import dev.wuwei.crm.projections.project.DueTask;
import dev.wuwei.crm.projections.project.OverdueMilestone;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a person has to do today.
 *
 * @param contacts visits and rounds due today or before and not yet followed by another, today's first, then the latest
 * @param clocks deadlines that run out soon or have run out, the most urgent first
 * @param overdue milestones past their agreed date, the latest first; at most as many as were asked for
 * @param coming the next seven days: contacts and agreed milestones
 * @param since what others recorded on these projects since the person last looked, newest first
 * @param names of our people who take part
 */
public record Worklist(
        LocalDate today,
        Figures figures,
        List<DueTask> contacts,
        List<DueTask> clocks,
        List<OverdueMilestone> overdue,
        List<DueTask> coming,
        Instant lastLooked,
        List<TimelineEntry> since,
        Map<StaffId, String> names) {

    /**
     * The strip on top.
     *
     * @param contacts due today
     * @param missed contacts due before today
     * @param clocks that run out soon or have
     * @param nextClock day of the first of them, or {@code null}
     * @param overdue milestones past their agreed date
     * @param mostDaysLate of these
     * @param silent projects that were silent for so long that a reason is asked for
     * @param news recorded by others since the person last looked
     */
    public record Figures(
            int contacts,
            int missed,
            int clocks,
            LocalDate nextClock,
            long overdue,
            long mostDaysLate,
            int silent,
            long news) {}
}
