package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.DropScale;
import dev.wuwei.crm.followup.FollowUpCommand.EnterSubState;
import dev.wuwei.crm.followup.FollowUpCommand.ExplainDelay;
import dev.wuwei.crm.followup.FollowUpCommand.JustifyDelay;
import dev.wuwei.crm.followup.FollowUpCommand.RecogniseMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.ReinstatePhase;
import dev.wuwei.crm.followup.FollowUpCommand.ReportMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.RestartProduction;
import dev.wuwei.crm.followup.FollowUpCommand.ResumePhase;
import dev.wuwei.crm.followup.FollowUpCommand.SkipMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.StopProduction;
import dev.wuwei.crm.followup.FollowUpCommand.SuspendPhase;
import dev.wuwei.crm.followup.FollowUpCommand.VerifyMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPhase;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawScaleDrop;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawSubState;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.testing.InMemoryStaffDirectory;
import dev.wuwei.crm.testing.TestAgreements;
import dev.wuwei.crm.testing.TestStandardBook;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is asked in whatever order, the recognised milestones of a phase stay in order, unless a reason overrode it. */
class FollowUpPropertiesTest {
    private static final TestThresholds THRESHOLDS = new TestThresholds();

    enum Kind {
        PASS,
        PASS_AGAINST_ORDER,
        REPORT,
        VERIFY,
        SKIP,
        WITHDRAW,
        ENTER_SUB_STATE,
        WITHDRAW_SUB_STATE,
        SUSPEND,
        RESUME,
        STOP,
        RESTART,
        DROP_SCALE,
        WITHDRAW_DROP,
        DROP_CAPACITY,
        WITHDRAW_CAPACITY_DROP,
        WITHDRAW_PHASE,
        REINSTATE,
        EXPLAIN_DELAY,
        JUSTIFY_DELAY,
        INCLUDE
    }

    record Step(Kind kind, Milestone milestone, int day) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(Kind.PASS)), Tuple.of(3, Arbitraries.of(Kind.class))),
                        Arbitraries.of(Milestone.class),
                        Arbitraries.integers().between(-20, 520))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static void recognise(FollowUpCourse course, Step step, LocalDate on, String reason) {
        accept(
                course,
                course.recognise(
                        new RecogniseMilestone(
                                FOLLOW_UP, FIRST, step.milestone(), Money.wan("2600"), "证", NONE, on, reason),
                        META,
                        new TestThresholds(),
                        new TestStandardBook(),
                        new TestAgreements()));
    }

    private static void take(FollowUpCourse course, Step step) {
        LocalDate on = SIGNED_ON.plusDays(step.day());
        var report = new ReportMilestone(FOLLOW_UP, FIRST, step.milestone(), null, NONE, on);
        var verify = new VerifyMilestone(FOLLOW_UP, FIRST, step.milestone(), null, NONE, on);
        switch (step.kind()) {
            case PASS, PASS_AGAINST_ORDER -> {
                if (!course.phase(FIRST).stand(step.milestone()).isVerified()) {
                    accept(course, course.report(report, META));
                    accept(course, course.verify(verify, META));
                }
                recognise(course, step, on, step.kind() == Kind.PASS ? null : "补录");
            }
            case REPORT -> accept(course, course.report(report, META));
            case VERIFY -> accept(course, course.verify(verify, META));
            case SKIP ->
                accept(
                        course,
                        course.skip(
                                new SkipMilestone(FOLLOW_UP, FIRST, step.milestone(), SkipCause.OTHER, on, "不适用"),
                                META));
            case WITHDRAW ->
                accept(course, course.withdraw(new WithdrawMilestone(FOLLOW_UP, FIRST, step.milestone(), "误录"), META));
            case ENTER_SUB_STATE ->
                accept(
                        course,
                        course.enter(
                                new EnterSubState(
                                        FOLLOW_UP, FIRST, SubState.values()[Math.floorMod(step.day(), 2)], on),
                                META));
            case WITHDRAW_SUB_STATE ->
                accept(course, course.withdraw(new WithdrawSubState(FOLLOW_UP, FIRST, "误录"), META));
            case SUSPEND ->
                accept(
                        course,
                        course.suspend(
                                new SuspendPhase(FOLLOW_UP, FIRST, Cause.MARKET, step.day() % 2 == 0, on, "资金"), META));
            case RESUME -> accept(course, course.resume(new ResumePhase(FOLLOW_UP, FIRST, on), META));
            case STOP ->
                accept(course, course.stop(new StopProduction(FOLLOW_UP, FIRST, Cause.MARKET, on, "订单"), META));
            case RESTART -> accept(course, course.restart(new RestartProduction(FOLLOW_UP, FIRST, on), META));
            case DROP_SCALE -> accept(course, course.drop(new DropScale(FOLLOW_UP, FIRST, on, "回落"), META));
            case WITHDRAW_DROP -> accept(course, course.withdraw(new WithdrawScaleDrop(FOLLOW_UP, FIRST, "误录"), META));
            case DROP_CAPACITY -> accept(course, course.drop(new RecordCapacityDrop(FOLLOW_UP, FIRST, on, "回落"), META));
            case WITHDRAW_CAPACITY_DROP ->
                accept(course, course.withdraw(new WithdrawCapacityDrop(FOLLOW_UP, FIRST, "误录"), META));
            case WITHDRAW_PHASE ->
                accept(course, course.withdraw(new WithdrawPhase(FOLLOW_UP, FIRST, Cause.MARKET, on, "退出"), META));
            case EXPLAIN_DELAY ->
                accept(
                        course,
                        course.explain(
                                new ExplainDelay(
                                        FOLLOW_UP,
                                        FIRST,
                                        Cause.values()[Math.floorMod(step.day(), 4)],
                                        "原因 " + step.day(),
                                        SENDER,
                                        "走访",
                                        TODAY.plusDays(5)),
                                META,
                                new InMemoryStaffDirectory().withStaff(SENDER)));
            case JUSTIFY_DELAY ->
                accept(
                        course,
                        course.justify(
                                new JustifyDelay(FOLLOW_UP, FIRST, TODAY.plusDays(Math.floorMod(step.day(), 50)), "属实"),
                                META));
            case INCLUDE ->
                accept(
                        course,
                        course.include(
                                new RecordStatisticalInclusion(FOLLOW_UP, FIRST, "5115", null, null, NONE, on), META));
            case REINSTATE -> accept(course, course.reinstate(new ReinstatePhase(FOLLOW_UP, FIRST, on, "恢复"), META));
        }
    }

    @Property(tries = 500)
    void recognised_milestones_stay_in_order(@ForAll("steps") List<Step> steps) {
        var course = new FollowUpCourse();
        accept(course, opened());
        for (Step step : steps) {
            Set<FollowUpAction> allowed = FollowUpActions.of(course.phase(FIRST));
            try {
                take(course, step);
                assertThat(allowed).as("%s was not offered", step).containsAnyOf(offered(step.kind()));
            } catch (RuleViolated refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
            inOrder(course.phase(FIRST));
            lights(course.phase(FIRST));
        }
    }

    /**
     * A light belongs to what comes next; a phase that is withdrawn or has arrived shows none, but for having fallen below full
     * capacity since.
     */
    private static void lights(PhaseProgress phase) {
        for (int days = 0; days <= 1200; days += 60) {
            LocalDate day = SIGNED_ON.plusDays(days);
            Deadline deadline = Deadline.of(phase, day, THRESHOLDS);
            LightFacts facts = new LightFacts(
                    deadline.milestone(),
                    deadline.dueOn(),
                    deadline.quiet() ? day : null,
                    null,
                    phase.recognisedOn(Milestone.CONSTRUCTION_START),
                    phase.includedOn(),
                    null);
            LightVerdict verdict = LightVerdict.of(facts, day, THRESHOLDS.lights());
            if (!phase.isActive() || phase.state() == PhaseState.FULL_CAPACITY && !phase.isBelowCapacity()) {
                assertThat(verdict.reasons()).isEmpty();
            }
            if (phase.isActive() && phase.state() == PhaseState.FULL_CAPACITY) {
                assertThat(verdict.reasons())
                        .allMatch(reason -> reason.kind() == LightReason.Kind.BELOW_CAPACITY
                                && phase.capacityDroppedOn().isBefore(day));
            }
            assertThat(verdict.reasons())
                    .filteredOn(reason -> reason.kind() == LightReason.Kind.START_MISSED)
                    .allMatch(reason -> phase.state() == PhaseState.SIGNED && deadline.daysLate(day) > 0);
            assertThat(verdict.reasons())
                    .filteredOn(reason -> reason.kind() == LightReason.Kind.NOT_IN_STATISTICS)
                    .allMatch(reason -> phase.includedOn() == null && phase.isActive());
            assertThat(verdict.reasons())
                    .filteredOn(reason -> reason.kind() == LightReason.Kind.MILESTONE_LATE)
                    .allMatch(reason -> phase.next().orElseThrow() == deadline.milestone());
        }
    }

    /** @return one of these was on offer, or else the screens hide what the rules allow */
    private static FollowUpAction[] offered(Kind kind) {
        return switch (kind) {
            case PASS, PASS_AGAINST_ORDER ->
                new FollowUpAction[] {FollowUpAction.REPORT_MILESTONE, FollowUpAction.RECOGNISE_MILESTONE};
            case REPORT -> new FollowUpAction[] {FollowUpAction.REPORT_MILESTONE};
            case VERIFY -> new FollowUpAction[] {FollowUpAction.VERIFY_MILESTONE};
            case SKIP -> new FollowUpAction[] {FollowUpAction.SKIP_MILESTONE};
            case WITHDRAW -> new FollowUpAction[] {FollowUpAction.WITHDRAW_MILESTONE};
            case ENTER_SUB_STATE -> new FollowUpAction[] {FollowUpAction.ENTER_SUB_STATE};
            case WITHDRAW_SUB_STATE -> new FollowUpAction[] {FollowUpAction.WITHDRAW_SUB_STATE};
            case SUSPEND -> new FollowUpAction[] {FollowUpAction.SUSPEND_PHASE};
            case RESUME -> new FollowUpAction[] {FollowUpAction.RESUME_PHASE};
            case STOP -> new FollowUpAction[] {FollowUpAction.STOP_PRODUCTION};
            case RESTART -> new FollowUpAction[] {FollowUpAction.RESTART_PRODUCTION};
            case DROP_SCALE -> new FollowUpAction[] {FollowUpAction.DROP_SCALE};
            case WITHDRAW_DROP -> new FollowUpAction[] {FollowUpAction.WITHDRAW_SCALE_DROP};
            case DROP_CAPACITY -> new FollowUpAction[] {FollowUpAction.RECORD_CAPACITY_DROP};
            case WITHDRAW_CAPACITY_DROP -> new FollowUpAction[] {FollowUpAction.WITHDRAW_CAPACITY_DROP};
            case WITHDRAW_PHASE -> new FollowUpAction[] {FollowUpAction.WITHDRAW_PHASE};
            case REINSTATE -> new FollowUpAction[] {FollowUpAction.REINSTATE_PHASE};
            case EXPLAIN_DELAY -> new FollowUpAction[] {FollowUpAction.EXPLAIN_DELAY};
            case JUSTIFY_DELAY -> new FollowUpAction[] {FollowUpAction.JUSTIFY_DELAY};
            case INCLUDE -> new FollowUpAction[] {FollowUpAction.RECORD_STATISTICAL_INCLUSION};
        };
    }

    private static void inOrder(PhaseProgress phase) {
        LocalDate latest = SIGNED_ON;
        for (Milestone milestone : Milestone.values()) {
            MilestoneStand stand = phase.stand(milestone);
            if (stand.isRecognised() && !stand.outOfOrder()) {
                assertThat(stand.recognisedOn()).as("%s", milestone).isAfterOrEqualTo(latest);
                latest = stand.recognisedOn();
            }
            if (stand.isRecognised()) {
                assertThat(stand.isVerified()).isTrue();
                assertThat(phase.state()).isGreaterThanOrEqualTo(PhaseState.after(milestone));
            }
            assertThat(stand.isRecognised() && stand.isSkipped()).isFalse();
        }
    }

    private static void accept(FollowUpCourse course, FollowUpEvent event) {
        course.evolve(event, event.getClass().getSimpleName());
    }
}
