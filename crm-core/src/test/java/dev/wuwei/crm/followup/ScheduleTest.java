package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.PROJECT_TYPE;

import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReplanSchedule;
import dev.wuwei.crm.followup.FollowUpEvent.SchedulePlanned;
import dev.wuwei.crm.followup.FollowUpEvent.StepProgressRecorded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestScheduleTemplates;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final LocalDate BY = LocalDate.of(2026, 12, 31);
    private static final LocalDate LATER = LocalDate.of(2027, 3, 31);

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static SchedulePlanned planned(int revision, LocalDate by) {
        return new SchedulePlanned(
                FOLLOW_UP,
                PROJECT,
                FIRST,
                revision,
                PROJECT_TYPE,
                "schedules@1",
                by,
                BackSchedule.of(TestScheduleTemplates.STEPS, by, new TestCalendar()),
                TODAY);
    }

    private static PlanSchedule plan(String type, LocalDate by) {
        return new PlanSchedule(FOLLOW_UP, FIRST, type, by);
    }

    private static ReplanSchedule replan(LocalDate by, String reason) {
        return new ReplanSchedule(FOLLOW_UP, FIRST, PROJECT_TYPE.code(), by, reason);
    }

    private static RecordStepProgress progress(String step, LocalDate started, LocalDate finished, String reason) {
        return new RecordStepProgress(FOLLOW_UP, FIRST, step, started, finished, reason);
    }

    private static StepProgressRecorded water(LocalDate started, LocalDate finished, LocalDate on) {
        return new StepProgressRecorded(
                FOLLOW_UP, PROJECT, FIRST, TestScheduleTemplates.WATER.step(), started, finished, on);
    }

    @Test
    void emits_the_plan_counted_back_from_production() {
        followUp.given(opened()).when(plan(PROJECT_TYPE.code(), BY)).emits(planned(1, BY));
    }

    @Test
    void emits_another_plan_only_with_a_reason() {
        followUp.given(justOpened(planned(1, BY))).when(replan(LATER, "设备进口推迟")).emits(planned(2, LATER));
        followUp.given(justOpened(planned(1, BY))).when(replan(LATER, " ")).rejects(SharedRule.REASON_REQUIRED);
        followUp.given(justOpened(planned(1, BY))).when(replan(BY, "设备进口推迟")).rejects(FollowUpRule.NOTHING_CHANGED);
        followUp.given(opened()).when(replan(LATER, "设备进口推迟")).rejects(FollowUpRule.NO_SCHEDULE);
    }

    @Test
    void rejects_a_second_first_plan_an_unknown_kind_and_production_before_signing() {
        followUp.given(justOpened(planned(1, BY)))
                .when(plan(PROJECT_TYPE.code(), LATER))
                .rejects(FollowUpRule.ALREADY_PLANNED);
        followUp.given(opened()).when(plan("castle", BY)).rejectsAt("projectTypeCode", SharedRule.UNKNOWN_CODE);
        followUp.given(opened())
                .when(plan(PROJECT_TYPE.code(), SIGNED_ON.minusDays(1)))
                .rejectsAt("productionOn", FollowUpRule.BEFORE_SIGNING);
        followUp.given(opened()).when(plan(PROJECT_TYPE.code(), null)).rejectsAt("productionOn", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(new PlanSchedule(FOLLOW_UP, "三期", PROJECT_TYPE.code(), BY))
                .rejects(FollowUpRule.UNKNOWN_PHASE);
    }

    @Test
    void emits_when_a_step_was_begun_and_finished() {
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("water", START, null, null))
                .emits(water(START, null, START));
        followUp.given(justOpened(planned(1, BY), water(START, null, START)))
                .when(progress("water", START, COMPLETION, null))
                .emits(water(START, COMPLETION, COMPLETION));
        followUp.given(justOpened(planned(1, BY), water(START, COMPLETION, COMPLETION), planned(2, LATER)))
                .when(progress("water", START, null, "误录"))
                .emits(water(START, null, START));
    }

    @Test
    void rejects_a_changed_date_without_a_reason_and_the_same_again() {
        followUp.given(justOpened(planned(1, BY), water(START, null, START)))
                .when(progress("water", START.plusDays(1), null, null))
                .rejects(SharedRule.REASON_REQUIRED);
        followUp.given(justOpened(planned(1, BY), water(START, null, START)))
                .when(progress("water", START, null, "误录"))
                .rejects(FollowUpRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_dates_that_a_permit_or_milestone_says() {
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("permit", START, null, null))
                .rejects(FollowUpRule.START_FROM_ELSEWHERE);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("building", null, COMPLETION, null))
                .rejects(FollowUpRule.FINISH_FROM_ELSEWHERE);
    }

    @Test
    void rejects_impossible_progress() {
        followUp.given(opened()).when(progress("water", START, null, null)).rejects(FollowUpRule.NO_SCHEDULE);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("roof", START, null, null))
                .rejects(FollowUpRule.UNKNOWN_STEP);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("water", null, COMPLETION, null))
                .rejects(FollowUpRule.FINISHED_BUT_NOT_STARTED);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("water", COMPLETION, START, null))
                .rejectsAt("finishedOn", SharedRule.TOO_EARLY);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("water", TODAY.plusDays(1), null, null))
                .rejectsAt("startedOn", SharedRule.IN_FUTURE);
        followUp.given(justOpened(planned(1, BY)))
                .when(progress("water", SIGNED_ON.minusDays(1), null, null))
                .rejectsAt("startedOn", FollowUpRule.BEFORE_SIGNING);
    }
}
