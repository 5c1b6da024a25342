package dev.wuwei.crm.job;

import dev.wuwei.crm.counting.TotalsCheckCommand.RecordTotalsCheck;
import dev.wuwei.crm.counting.TotalsCheckId;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.ledger.TotalsRecount;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.Role;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every night: all figures are counted once more from the events, apart from the ledger (数据核对). What came of it is recorded;
 * a difference is told to those who look after the system and to those who audit it.
 */
@Component
class RecountTotals implements BusinessJob {
    private static final int RECIPIENTS = 500;

    private final TotalsRecount recount;
    private final StaffQuery staff;

    RecountTotals(TotalsRecount recount, StaffQuery staff) {
        this.recount = recount;
        this.staff = staff;
    }

    @Override
    public String name() {
        return "totals-check";
    }

    @Override
    public void run(JobRun run) {
        TotalsRecount.Result result = recount.of(run.today());
        run.send(new RecordTotalsCheck(
                TotalsCheckId.next(),
                result.position(),
                result.policies(),
                result.projects(),
                result.figures(),
                result.differences(),
                run.today()));
        if (!result.differences().isEmpty()) {
            Stream.of(Role.ADMINISTRATOR, Role.AUDITOR)
                    .flatMap(role -> staff.choose(null, role, null, RECIPIENTS).stream())
                    .map(StaffName::staffId)
                    .distinct()
                    .forEach(recipient -> run.send(RaiseReminder.about(
                            recipient,
                            ReminderKind.TOTALS_CHECK,
                            null,
                            null,
                            null,
                            null,
                            String.valueOf(result.differences().size()),
                            run.today(),
                            run.today())));
        }
    }
}
