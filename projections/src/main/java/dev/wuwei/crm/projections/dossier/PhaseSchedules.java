package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MilestoneStand;
import dev.wuwei.crm.followup.PlannedStep;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.StepDates;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.followup.TimePace;
import dev.wuwei.crm.projections.dossier.DossierView.PermitApplication;
import dev.wuwei.crm.projections.dossier.DossierView.PermitGrant;
import dev.wuwei.crm.projections.dossier.DossierView.Reached;
import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.projections.dossier.DossierView.SchedulePlan;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedules of one project's phases, with the dates that permits, milestones and entries have given their steps. */
final class PhaseSchedules {
    private final Values values;
    private final LocalDate day;
    private final WorkingCalendar calendar;

    PhaseSchedules(Values values, LocalDate day, WorkingCalendar calendar) {
        this.values = values;
        this.day = day;
        this.calendar = calendar;
    }

    List<Schedule> all() {
        return values.holding(ItemKind.SCHEDULE, SchedulePlan.class).stream()
                .map(SchedulePlan::phase)
                .distinct()
                .map(this::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** 序时进度 by the plan in force. */
    Optional<TimePace> pace(String phase) {
        List<SchedulePlan> plans = plans(phase);
        return plans.isEmpty() ? Optional.empty() : TimePace.of(plans.getLast().steps());
    }

    private List<SchedulePlan> plans(String phase) {
        return values.holding(ItemKind.SCHEDULE, SchedulePlan.class).stream()
                .filter(plan -> plan.phase().equals(phase))
                .sorted(Comparator.comparingInt(SchedulePlan::revision))
                .toList();
    }

    Optional<Schedule> of(String phase) {
        List<SchedulePlan> plans = plans(phase);
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        SchedulePlan plan = plans.getLast();
        Map<String, StepDates> actual = new HashMap<>();
        plan.steps().forEach(step -> actual.put(step.code(), dates(phase, step)));
        return Optional.of(new Schedule(
                phase,
                plan.projectType(),
                plan.revision(),
                plan.productionOn(),
                plan.planned(),
                plans.getFirst().steps(),
                StepForecast.of(plan.steps(), actual, day, calendar)));
    }

    private StepDates dates(String phase, PlannedStep planned) {
        ScheduleStep step = planned.step();
        StepDates entered = values.one(ItemKind.SCHEDULE_STEP, phase + ":" + step.code())
                .map(value -> value.as(StepDates.class))
                .orElse(StepDates.NONE);
        LocalDate started = upToDay(entered.startedOn());
        LocalDate finished = upToDay(entered.finishedOn());
        if (step.permitCode() != null) {
            PermitApplication application =
                    values.one(ItemKind.PERMIT_APPLICATION, step.permitCode(), PermitApplication.class);
            PermitGrant grant = values.one(ItemKind.PERMIT, step.permitCode(), PermitGrant.class);
            started = application == null ? null : application.on();
            finished = grant == null ? null : grant.grantedOn();
        }
        return new StepDates(
                step.begins() == null ? started : reachedOn(phase, step.begins()),
                step.ends() == null ? finished : reachedOn(phase, step.ends()));
    }

    /** A milestone that is skipped is behind the site as well. */
    private LocalDate reachedOn(String phase, Milestone milestone) {
        Reached there = values.one(ItemKind.MILESTONE, phase + ":" + milestone, Reached.class);
        if (there == null) {
            return null;
        }
        MilestoneStand stand = there.stand();
        return upToDay(stand.recognisedOn() == null ? stand.skippedOn() : stand.recognisedOn());
    }

    private LocalDate upToDay(LocalDate date) {
        return date == null || date.isAfter(day) ? null : date;
    }
}
