package dev.wuwei.crm.projections.worklist;

import dev.wuwei.crm.projections.project.DueTask;
import dev.wuwei.crm.projections.project.TaskKind;
import dev.wuwei.crm.projections.project.TaskQuery;
import dev.wuwei.crm.projections.project.WorkScope;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.ticket.RunningTicket;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * 推演日历: which clocks of leads and tickets would be past if some days were free, or worked on, that are not. Of the clocks that run
 * now; nothing is stored. An opinion's day may be one that somebody named, which no calendar moves, so opinions are left out.
 */
@Component
public class CalendarTrialQuery {
    private static final Set<TaskKind> CLOCKS = EnumSet.of(TaskKind.RESPOND, TaskKind.JUDGE, TaskKind.FEEDBACK);

    /**
     * A clock that is past by one calendar and not by the other.
     *
     * @param task of a lead; {@code null} where it is of a ticket, and so are the next two where it is of a lead
     * @param step in which the ticket is
     * @param dueOn by the calendar that holds
     * @param then by the other
     * @param overdueThen whether it is past by the other; then it is not by the one that holds
     */
    public record Moved(
            TaskKind task,
            String ticketNo,
            TicketState step,
            String projectNo,
            String projectName,
            LocalDate dueOn,
            LocalDate then,
            boolean overdueThen) {}

    /**
     * @param running clocks that a changed day may move
     * @param moved the earliest first
     */
    public record Trial(int running, List<Moved> moved) {}

    private final TaskQuery tasks;
    private final TicketQuery tickets;
    private final WorkingCalendar calendar;
    private final Thresholds thresholds;

    public CalendarTrialQuery(TaskQuery tasks, TicketQuery tickets, WorkingCalendar calendar, Thresholds thresholds) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.calendar = calendar;
        this.thresholds = thresholds;
    }

    /**
     * @param free days that would be free; on a day that is in both one works
     * @param work days on which one would work
     */
    public Trial trial(Set<LocalDate> free, Set<LocalDate> work, Viewer viewer, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>(free);
        days.addAll(work);
        if (days.isEmpty()) {
            return new Trial(0, List.of());
        }
        WorkingCalendar tried = calendar.with(free, work);
        // A day moves what is due on it or later, and no clock by more days than there are.
        LocalDate last = calendar.plusWorkingDays(today, days.size() + 1);
        List<DueTask> due = tasks.due(CLOCKS, days.getFirst(), last, WorkScope.PARK, Integer.MAX_VALUE, viewer, today);
        List<RunningTicket> running = tickets.running(days.getFirst(), last, viewer, today);
        List<Moved> moved = new ArrayList<>();
        due.forEach(task -> {
            LocalDate dueOn = task.clock().dueOn();
            int count = workingDays(task.clock().kind());
            LocalDate then = tried.reckonAnew(began(dueOn, count), dueOn, calendar);
            boolean past = dueOn.isBefore(today);
            if (past != then.isBefore(today)) {
                moved.add(new Moved(
                        task.clock().kind(), null, null, task.projectNo(), task.projectName(), dueOn, then, !past));
            }
        });
        running.forEach(ticket -> {
            LocalDate dueOn = ticket.limit().dueOn();
            LocalDate then = tried.reckonAnew(ticket.limit().since(), dueOn, calendar);
            boolean past = dueOn.isBefore(calendar.workingDayUpTo(today));
            if (past != then.isBefore(tried.workingDayUpTo(today))) {
                moved.add(new Moved(
                        null,
                        ticket.ticketNo(),
                        ticket.state(),
                        ticket.projectNo(),
                        ticket.projectName(),
                        dueOn,
                        then,
                        !past));
            }
        });
        moved.sort(Comparator.comparing(Moved::dueOn).thenComparing(Moved::projectNo));
        return new Trial(due.size() + running.size(), moved);
    }

    private int workingDays(TaskKind clock) {
        return switch (clock) {
            case RESPOND -> thresholds.respondWithinWorkingDays();
            case JUDGE -> thresholds.judgeWithinWorkingDays();
            default -> thresholds.feedbackWithinWorkingDays();
        };
    }

    /** @return the working day on which a clock of so many working days began; one that began on a free day is due on the same */
    private LocalDate began(LocalDate dueOn, int workingDays) {
        LocalDate day = dueOn;
        for (int back = workingDays; back > 0; back--) {
            day = calendar.workingDayUpTo(day.minusDays(1));
        }
        return day;
    }
}
