package dev.wuwei.crm.job;

import dev.wuwei.crm.delivery.ReminderProperties;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.reminder.DueThing;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Every working day: whoever is in charge is reminded of what comes near, and once more when the day has passed. What was
 * missed longer ago than a month is on the desk and in the lists; it is no news.
 */
@Component
class RaiseReminders implements BusinessJob {
    private static final int NEWS_DAYS = 31;

    private final ReminderQuery reminders;
    private final ReminderProperties properties;
    private final WorkingCalendar calendar;

    RaiseReminders(ReminderQuery reminders, ReminderProperties properties, WorkingCalendar calendar) {
        this.reminders = reminders;
        this.properties = properties;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "reminders";
    }

    /** Before days off, what falls due until work begins again is as near as tomorrow. */
    private Map<ReminderKind, Integer> daysAhead(LocalDate today) {
        long off = ChronoUnit.DAYS.between(today, calendar.plusWorkingDays(today, 1)) - 1;
        return properties.daysAhead().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, kind -> kind.getValue() + (int) off));
    }

    @Override
    public void run(JobRun run) {
        if (!calendar.isWorkingDay(run.today())) {
            return;
        }
        Map<ReminderKind, Integer> daysAhead = daysAhead(run.today());
        LocalDate since = run.today().minusDays(NEWS_DAYS);
        reminders.tasks(daysAhead, run.today(), since).forEach(thing -> raise(thing, run));
        reminders.commitments(daysAhead, run.today(), since).forEach(thing -> raise(thing, run));
        Integer campaignDays = daysAhead.get(ReminderKind.CAMPAIGN);
        if (campaignDays != null) {
            reminders.campaigns(campaignDays, run.today(), since).forEach(thing -> raise(thing, run));
        }
        YearMonth last = YearMonth.from(run.today()).minusMonths(1);
        reminders
                .missingReturns(last, run.today().withDayOfMonth(properties.monthlyReturnDay()), run.today())
                .forEach(thing -> raise(thing, run));
    }

    private static void raise(DueThing thing, JobRun run) {
        run.send(RaiseReminder.about(
                thing.recipient(),
                thing.kind(),
                thing.projectId(),
                thing.projectNo(),
                thing.projectName(),
                thing.parkCode(),
                thing.item(),
                thing.dueOn(),
                run.today()));
    }
}
