package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReplanSchedule;
import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.followup.FollowUpEvent.StepProgressRecorded;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The schedules (倒排工期) of the phases: the plan in force of each, and how far its steps have come. */
final class Schedules {
    private final Map<String, SchedulePlanned> plans = new HashMap<>();
    private final Map<String, Map<String, StepDates>> progress = new HashMap<>();

    SchedulePlanned plan(
            PlanSchedule command, ProjectId project, LocalDate signedOn, EventMeta meta, SchedulePlanner planner) {
        SchedulePlanned known = plans.get(command.phase());
        if (known != null) {
            throw new RuleViolated(FollowUpRule.ALREADY_PLANNED, known.productionOn());
        }
        return planner.planned(
                command.followUpId(),
                project,
                command.phase(),
                1,
                command.projectTypeCode(),
                command.productionOn(),
                signedOn,
                meta);
    }

    /** The first plan stays the baseline against which every later one is shown. */
    SchedulePlanned replan(
            ReplanSchedule command, ProjectId project, LocalDate signedOn, EventMeta meta, SchedulePlanner planner) {
        Checks.reason(command.reason());
        SchedulePlanned before = inForce(command.phase());
        SchedulePlanned planned = planner.planned(
                command.followUpId(),
                project,
                command.phase(),
                before.revision() + 1,
                command.projectTypeCode(),
                command.productionOn(),
                signedOn,
                meta);
        if (planned.steps().equals(before.steps())) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return planned;
    }

    private SchedulePlanned inForce(String phase) {
        SchedulePlanned plan = plans.get(phase);
        if (plan == null) {
            throw new RuleViolated(FollowUpRule.NO_SCHEDULE);
        }
        return plan;
    }

    StepProgressRecorded record(RecordStepProgress command, ProjectId project, LocalDate signedOn, EventMeta meta) {
        SchedulePlanned plan = inForce(command.phase());
        String code = Checks.required(command.stepCode(), Checks.NAME, "stepCode");
        ScheduleStep step = plan.steps().stream()
                .map(PlannedStep::step)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(FollowUpRule.UNKNOWN_STEP, code));
        Violations found = new Violations();
        if (command.startedOn() != null) {
            found.when(
                    step.startComesFromElsewhere(),
                    FollowUpRule.START_FROM_ELSEWHERE,
                    step.step().name());
            found.check(() -> happened(command.startedOn(), "startedOn", signedOn, meta));
        }
        if (command.finishedOn() != null) {
            found.when(
                    step.finishComesFromElsewhere(),
                    FollowUpRule.FINISH_FROM_ELSEWHERE,
                    step.step().name());
            found.check(() -> happened(command.finishedOn(), "finishedOn", signedOn, meta));
        }
        found.when(
                command.finishedOn() != null && command.startedOn() == null && !step.startComesFromElsewhere(),
                FollowUpRule.FINISHED_BUT_NOT_STARTED);
        found.throwIfAny();
        if (command.startedOn() != null && command.finishedOn() != null) {
            Checks.notBefore(command.finishedOn(), command.startedOn(), "finishedOn");
        }
        StepDates before = dates(command.phase(), code);
        StepDates now = new StepDates(command.startedOn(), command.finishedOn());
        if (now.equals(before)) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        if (changed(before.startedOn(), now.startedOn()) || changed(before.finishedOn(), now.finishedOn())) {
            Checks.reason(command.reason());
        }
        return new StepProgressRecorded(
                command.followUpId(),
                project,
                command.phase(),
                step.step(),
                now.startedOn(),
                now.finishedOn(),
                now.finishedOn() != null ? now.finishedOn() : now.startedOn() != null ? now.startedOn() : meta.today());
    }

    private static void happened(LocalDate day, String field, LocalDate signedOn, EventMeta meta) {
        Checks.happened(day, meta.today(), field);
        if (day.isBefore(signedOn)) {
            throw RuleViolated.at(field, FollowUpRule.BEFORE_SIGNING, signedOn);
        }
    }

    private static boolean changed(LocalDate before, LocalDate now) {
        return before != null && !before.equals(now);
    }

    void on(SchedulePlanned planned) {
        plans.put(planned.phase(), planned);
    }

    void on(StepProgressRecorded recorded) {
        progress.computeIfAbsent(recorded.phase(), phase -> new HashMap<>())
                .put(recorded.step().code(), new StepDates(recorded.startedOn(), recorded.finishedOn()));
    }

    private StepDates dates(String phase, String step) {
        return progress.getOrDefault(phase, Map.of()).getOrDefault(step, StepDates.NONE);
    }
}
