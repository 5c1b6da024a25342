package dev.wuwei.crm.job;

import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.reminder.DigestQuery;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.projections.staff.Account;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffState;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.reminder.Digest;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Every working day before work: department heads, leaders and supervisors are told in one line what happened in their parks
 * since the last working day and what is late there. It is a reminder like any other: in the inbox, by mail, to be muted.
 */
@Component
class SendDigests implements BusinessJob {
    private static final List<Role> READERS = List.of(Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR);

    private final DigestQuery digests;
    private final ReminderQuery reminders;
    private final StaffQuery staff;
    private final WorkingCalendar calendar;

    SendDigests(DigestQuery digests, ReminderQuery reminders, StaffQuery staff, WorkingCalendar calendar) {
        this.digests = digests;
        this.reminders = reminders;
        this.staff = staff;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "daily-digest";
    }

    @Override
    public void run(JobRun run) {
        if (!calendar.isWorkingDay(run.today())) {
            return;
        }
        LocalDate since = run.today().minusDays(1);
        while (!calendar.isWorkingDay(since)) {
            since = since.minusDays(1);
        }
        for (Account reader : readers()) {
            if (reminders.wishes(reader.staffId()).muted().contains(ReminderKind.DIGEST)) {
                continue;
            }
            Digest digest = digests.of(viewer(reader), since, run.today());
            if (!digest.isEmpty()) {
                run.send(RaiseReminder.about(reader.staffId(), digest, run.today()));
            }
        }
    }

    private List<Account> readers() {
        return READERS.stream()
                .flatMap(
                        role -> staff
                                .accounts("", role, StaffState.ACTIVE, Page.first(Page.LARGEST), Viewer.everything())
                                .rows()
                                .stream())
                .distinct()
                .toList();
    }

    private static Viewer viewer(Account account) {
        return new Viewer(
                account.staffId(),
                account.roles(),
                account.parks().stream().map(Coded::code).collect(Collectors.toSet()));
    }
}
