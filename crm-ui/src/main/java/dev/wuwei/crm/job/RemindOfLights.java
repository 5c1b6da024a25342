package dev.wuwei.crm.job;

import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.shared.StaffId;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every night: a light that is worse than the day before is told to the liaison and to the leader; after nights that were missed
 * one that is worse than on the last day that was seen to, once. The light itself is reckoned
 * from the facts of any day (docs/adr/0037); the job stores none.
 */
@Component
class RemindOfLights implements BusinessJob {
    private final FiveGapsQuery gaps;

    RemindOfLights(FiveGapsQuery gaps) {
        this.gaps = gaps;
    }

    @Override
    public String name() {
        return "milestone-lights";
    }

    @Override
    public void run(JobRun run) {
        gaps.turnedWorse(run.since(), run.today(), Viewer.everything())
                .forEach(phase -> Stream.of(phase.owner(), phase.leader())
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(recipient -> run.send(about(phase, recipient, run))));
    }

    private static RaiseReminder about(PhaseView phase, StaffId recipient, JobRun run) {
        return RaiseReminder.about(
                recipient,
                ReminderKind.LIGHT,
                phase.projectId(),
                phase.projectNo(),
                phase.projectName(),
                phase.park().code(),
                phase.phase() + "|" + phase.light(),
                run.today(),
                run.today());
    }
}
