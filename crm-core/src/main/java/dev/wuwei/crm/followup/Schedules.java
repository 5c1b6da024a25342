package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReplanSchedule;
import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.followup.FollowUpEvent.StepProgressRecorded;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The schedules (倒排工期) of the phases: the plan in force of each, and how far its steps have come. */
final class Schedules {
    private final ScheduleTemplates templates;
    private final Dictionaries dictionaries;
    private final WorkingCalendar calendar;

    /** What was planned and entered, phase by phase. */
    static final class Entered {
        private final Map<String, SchedulePlanned> plans = new HashMap<>();
        private final Map<String, Map<String, StepDates>> progress = new HashMap<>();

        boolean hasPlan(String phase) {
            return plans.containsKey(phase);
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

        StepProgressRecorded record(RecordStepProgress command, ProjectId project, LocalDate signedOn, EventMeta meta) {
            SchedulePlanned plan = plans.get(command.phase());
            if (plan == null) {
                throw new RuleViolated(FollowUpRule.NO_SCHEDULE);
            }
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
                    now.finishedOn() != null
                            ? now.finishedOn()
                            : now.startedOn() != null ? now.startedOn() : meta.today());
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
    }

    Schedules(ScheduleTemplates templates, Dictionaries dictionaries, WorkingCalendar calendar) {
        this.templates = templates;
        this.dictionaries = dictionaries;
        this.calendar = calendar;
    }

    SchedulePlanned plan(PlanSchedule command, Entered entered, ProjectId project, LocalDate signedOn, EventMeta meta) {
        if (entered.hasPlan(command.phase())) {
            throw new RuleViolated(
                    FollowUpRule.ALREADY_PLANNED,
                    entered.plans.get(command.phase()).productionOn());
        }
        return planned(
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
            ReplanSchedule command, Entered entered, ProjectId project, LocalDate signedOn, EventMeta meta) {
        Checks.reason(command.reason());
        SchedulePlanned before = entered.plans.get(command.phase());
        if (before == null) {
            throw new RuleViolated(FollowUpRule.NO_SCHEDULE);
        }
        SchedulePlanned planned = planned(
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

    private SchedulePlanned planned(
            FollowUpId id,
            ProjectId project,
            String phase,
            int revision,
            String typeCode,
            LocalDate productionOn,
            LocalDate signedOn,
            EventMeta meta) {
        Violations found = new Violations();
        Coded type = found.value(() -> dictionaries.require(DictionaryKind.PROJECT_TYPE, typeCode, "projectTypeCode"));
        LocalDate production =
                found.value(() -> Checks.plausible(Checks.present(productionOn, "productionOn"), "productionOn"));
        if (production != null && production.isBefore(signedOn)) {
            found.check(() -> {
                throw RuleViolated.at("productionOn", FollowUpRule.BEFORE_SIGNING, signedOn);
            });
        }
        found.throwIfAny();
        return new SchedulePlanned(
                id,
                project,
                phase,
                revision,
                type,
                templates.version(),
                production,
                BackSchedule.of(templates.of(type.code()), production, calendar),
                meta.today());
    }
}
