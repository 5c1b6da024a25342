package dev.wuwei.crm.projections.worklist;

import dev.wuwei.crm.projections.project.DueTask;
import dev.wuwei.crm.projections.project.OverdueMilestone;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The desk of a person: what is due, what is late, and what happened meanwhile. */
@Component
public class WorklistQuery {
    /** How far ahead a deadline is shown. Progress is due all the time, so it is shown only when it is near. */
    private static final int CLOCK_DAYS = 10;

    private static final int PROGRESS_DAYS = 3;
    private static final int COMING_DAYS = 7;
    private static final int ROWS = 200;

    private final TaskQuery tasks;
    private final TimelineQuery timeline;
    private final StaffQuery staff;
    private final Thresholds thresholds;

    public WorklistQuery(TaskQuery tasks, TimelineQuery timeline, StaffQuery staff, Thresholds thresholds) {
        this.tasks = tasks;
        this.timeline = timeline;
        this.staff = staff;
        this.thresholds = thresholds;
    }

    /**
     * @param lastLooked instant after which things are news, or {@code null} for none
     * @param overdueRows at most that many overdue milestones; how many there are stands in the figures
     * @param newsRows at most that many news
     */
    public Worklist worklist(
            WorkScope scope, Viewer viewer, LocalDate today, Instant lastLooked, int overdueRows, int newsRows) {
        List<DueTask> contacts = tasks.due(Set.of(TaskKind.NEXT_CONTACT), null, today, scope, ROWS, viewer, today)
                .reversed();
        int missed =
                (int) contacts.stream().filter(task -> task.clock().isPast()).count();
        List<DueTask> clocks = clocks(scope, viewer, today);
        List<OverdueMilestone> overdue = tasks.overdue(scope, overdueRows, viewer, today);
        List<DueTask> coming = Stream.concat(
                        tasks
                                .due(
                                        Set.of(TaskKind.NEXT_CONTACT),
                                        today.plusDays(1),
                                        today.plusDays(COMING_DAYS),
                                        scope,
                                        ROWS,
                                        viewer,
                                        today)
                                .stream(),
                        tasks
                                .due(
                                        Set.of(TaskKind.MILESTONE),
                                        today,
                                        today.plusDays(COMING_DAYS),
                                        scope,
                                        ROWS,
                                        viewer,
                                        today)
                                .stream())
                .sorted(java.util.Comparator.comparing(
                                (DueTask task) -> task.clock().dueOn())
                        .thenComparing(DueTask::projectNo))
                .toList();
        Collection<StaffId> workers = workers(scope, viewer);
        List<TimelineEntry> news =
                lastLooked == null ? List.of() : timeline.since(lastLooked, workers, newsRows, viewer);
        Worklist.Figures figures = new Worklist.Figures(
                contacts.size() - missed,
                missed,
                clocks.size(),
                clocks.isEmpty() ? null : clocks.getFirst().clock().dueOn(),
                tasks.overdueCount(scope, viewer, today),
                overdue.isEmpty() ? 0 : overdue.getFirst().milestone().daysLate(),
                (int) clocks.stream()
                        .filter(task -> task.silentDays() >= thresholds.silentDays())
                        .count(),
                lastLooked == null ? 0 : timeline.sinceCount(lastLooked, workers, viewer));
        return new Worklist(
                today, figures, contacts, clocks, overdue, coming, lastLooked, news, names(contacts, coming, news));
    }

    private List<DueTask> clocks(WorkScope scope, Viewer viewer, LocalDate today) {
        return Stream.concat(
                        tasks
                                .due(TaskKind.DEADLINES, null, today.plusDays(CLOCK_DAYS), scope, ROWS, viewer, today)
                                .stream(),
                        tasks
                                .due(
                                        Set.of(TaskKind.PROGRESS),
                                        null,
                                        today.plusDays(PROGRESS_DAYS),
                                        scope,
                                        ROWS,
                                        viewer,
                                        today)
                                .stream())
                .sorted(java.util.Comparator.comparing(
                                (DueTask task) -> task.clock().dueOn())
                        .thenComparing(task -> task.clock().kind())
                        .thenComparing(DueTask::projectNo))
                .toList();
    }

    /** @return whose projects the news are about; {@code null} for all in scope */
    private Collection<StaffId> workers(WorkScope scope, Viewer viewer) {
        return switch (scope) {
            case MINE -> viewer.staffId() == null ? Set.of() : Set.of(viewer.staffId());
            case TEAM -> viewer.staffId() == null ? Set.of() : staff.teamOf(viewer.staffId());
            case PARK -> null;
        };
    }

    private Map<StaffId, String> names(List<DueTask> contacts, List<DueTask> coming, List<TimelineEntry> news) {
        Set<StaffId> mentioned = new HashSet<>();
        Stream.concat(contacts.stream(), coming.stream()).forEach(task -> mentioned.addAll(task.ours()));
        news.forEach(entry -> mentioned.add(entry.recordedBy()));
        Map<StaffId, String> names = new HashMap<>();
        staff.names(mentioned.stream().filter(java.util.Objects::nonNull).toList())
                .forEach((id, name) -> names.put(id, name.name()));
        return names;
    }
}
