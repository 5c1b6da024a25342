package dev.wuwei.crm.job;

import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.ticket.RunningLimit;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketCommand.SendNotice;
import dev.wuwei.crm.ticket.TicketLimits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Every working day, a blue, yellow or red notice about every limit of a ticket that has come to that level and has none of
 * it yet. A level that was passed over while nobody ran the job is not made up for.
 */
@Component
class SendTicketNotices implements BusinessJob {
    private final TicketQuery tickets;
    private final TicketLimits limits;
    private final WorkingCalendar calendar;

    SendTicketNotices(TicketQuery tickets, TicketLimits limits, WorkingCalendar calendar) {
        this.tickets = tickets;
        this.limits = limits;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "ticket-notices";
    }

    @Override
    public void run(JobRun run) {
        if (!calendar.isWorkingDay(run.today())) {
            return;
        }
        tickets.limitsUntil(calendar.plusWorkingDays(run.today(), limits.blueBefore()))
                .forEach(limit -> due(limit, run)
                        .ifPresent(level ->
                                run.send(new SendNotice(limit.ticketId(), NoticeId.next(), level, run.today()))));
    }

    private Optional<NoticeLevel> due(RunningLimit limit, JobRun run) {
        return NoticeLevel.reached(limit.limit(), run.today(), limits, calendar)
                .filter(level -> limit.sent() == null || level.compareTo(limit.sent()) > 0);
    }
}
