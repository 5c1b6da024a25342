package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseResumed;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseProgressTest {
    private static final LightLimits LIMITS = new TestThresholds().lights();

    private static final Thresholds THRESHOLDS = new TestThresholds();

    private static PhaseProgress fold(AgreedPhase agreed, List<FollowUpEvent> events) {
        PhaseProgress phase = PhaseProgress.of(agreed);
        for (FollowUpEvent event : events) {
            phase = phase.after(event);
        }
        return phase;
    }

    private static PhaseProgress first(List<FollowUpEvent> events) {
        return fold(AGREED_FIRST, events);
    }

    private static MilestoneSkipped skipped(Milestone milestone) {
        return new MilestoneSkipped(FOLLOW_UP, PROJECT, FIRST, milestone, SkipCause.OTHER, START);
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void state_follows_the_furthest_recognised_milestone(Milestone milestone) {
        assertThat(first(reached(milestone)).state()).isEqualTo(PhaseState.after(milestone));
    }

    @Test
    void reports_and_verifications_move_nothing() {
        var phase = first(justOpened(
                reported(Milestone.CONSTRUCTION_START, START), verified(Milestone.CONSTRUCTION_START, START)));
        assertThat(phase.state()).isEqualTo(PhaseState.SIGNED);
    }

    @Test
    void skipped_milestone_is_passed_once_the_one_before_it_is() {
        assertThat(first(justOpened(skipped(Milestone.COMPLETION))).state()).isEqualTo(PhaseState.SIGNED);
        assertThat(first(reached(Milestone.CONSTRUCTION_START, skipped(Milestone.COMPLETION)))
                        .state())
                .isEqualTo(PhaseState.COMPLETED);
    }

    @Test
    void recognition_ends_the_sub_state() {
        var trial = new FollowUpEvent.SubStateEntered(FOLLOW_UP, PROJECT, FIRST, SubState.TRIAL_PRODUCTION, COMPLETION);
        assertThat(first(reached(Milestone.COMPLETION, trial)).subState()).isEqualTo(SubState.TRIAL_PRODUCTION);
        assertThat(first(reached(Milestone.COMPLETION, trial, recognised(Milestone.PRODUCTION_START, PRODUCTION)))
                        .subState())
                .isNull();
    }

    @Test
    void events_of_another_phase_move_nothing() {
        assertThat(fold(AGREED_SECOND, reached(Milestone.COMPLETION)).state()).isEqualTo(PhaseState.SIGNED);
    }

    @Nested
    class Project {
        @Test
        void officially_stands_where_its_least_advanced_active_phase_stands() {
            var project = ProjectProgress.of(
                    List.of(first(reached(Milestone.PRODUCTION_START)), PhaseProgress.of(AGREED_SECOND)));
            assertThat(project.state()).contains(PhaseState.SIGNED);
            assertThat(project.mostAdvanced().state()).isEqualTo(PhaseState.PRODUCING);
            assertThat(project.withdrawn()).isFalse();
        }

        @Test
        void leaves_withdrawn_phases_aside_and_is_withdrawn_when_all_are() {
            var withdrawn = fold(
                    AGREED_SECOND, List.of(new PhaseWithdrawn(FOLLOW_UP, PROJECT, SECOND, Cause.ENTERPRISE, START)));
            assertThat(ProjectProgress.of(List.of(first(reached(Milestone.PRODUCTION_START)), withdrawn))
                            .state())
                    .contains(PhaseState.PRODUCING);
            assertThat(ProjectProgress.of(List.of(withdrawn)).withdrawn()).isTrue();
            assertThat(ProjectProgress.of(List.of(withdrawn)).state()).isEmpty();
        }
    }

    @Nested
    class Late {
        private Deadline at(PhaseProgress phase, LocalDate asOf) {
            return Deadline.of(phase, asOf, THRESHOLDS);
        }

        @Test
        void stage_and_overdue_are_two_things() {
            var phase = first(reached(Milestone.CONSTRUCTION_START));
            var inTime = LocalDate.of(2025, 9, 30);
            assertThat(at(phase, inTime).daysLate(inTime)).isZero();
            var late = LocalDate.of(2025, 10, 2);
            assertThat(at(phase, late).daysLate(late)).isEqualTo(2);
            assertThat(phase.state()).isEqualTo(PhaseState.STARTED);
        }

        @Test
        void light_turns_yellow_with_the_first_missed_month_and_red_with_the_third() {
            var phase = PhaseProgress.of(AGREED_FIRST);
            var due = AGREED_FIRST.startBy();
            assertThat(at(phase, due).light(due, LIMITS)).isEqualTo(Light.GREEN);
            assertThat(at(phase, due).light(LocalDate.of(2025, 4, 1), LIMITS)).isEqualTo(Light.YELLOW);
            assertThat(at(phase, due).light(LocalDate.of(2025, 5, 31), LIMITS)).isEqualTo(Light.YELLOW);
            assertThat(at(phase, due).light(LocalDate.of(2025, 6, 1), LIMITS)).isEqualTo(Light.RED);
        }

        @Test
        void scale_up_is_due_by_default_some_months_after_production() {
            var phase = first(reached(Milestone.PRODUCTION_START));
            assertThat(at(phase, PRODUCTION).dueOn()).isEqualTo(PRODUCTION.plusMonths(24));
        }

        @Test
        void nothing_is_late_where_nothing_was_agreed_or_left_to_do() {
            var scaled = first(reached(Milestone.SCALE_UP));
            assertThat(at(scaled, CAPACITY).dueOn()).isNull();
            assertThat(at(scaled, CAPACITY).daysLate(CAPACITY.plusYears(9))).isZero();
            assertThat(at(first(reached(Milestone.FULL_CAPACITY)), CAPACITY).milestone())
                    .isNull();
        }

        @Test
        void suspension_that_stops_the_clock_moves_the_date_and_quiets_the_light() {
            var suspended =
                    new PhaseSuspended(FOLLOW_UP, PROJECT, FIRST, Cause.FORCE_MAJEURE, false, LocalDate.of(2025, 6, 1));
            var standing = first(reached(Milestone.CONSTRUCTION_START, suspended));
            var asOf = LocalDate.of(2026, 2, 1);
            assertThat(at(standing, asOf).daysLate(asOf)).isZero();
            assertThat(at(standing, asOf).light(asOf, LIMITS)).isEqualTo(Light.GREEN);

            var resumed = standing.after(new PhaseResumed(FOLLOW_UP, PROJECT, FIRST, LocalDate.of(2025, 7, 1)));
            assertThat(at(resumed, asOf).dueOn())
                    .isEqualTo(AGREED_FIRST.completeBy().plusDays(30));
        }

        @Test
        void suspension_whose_clock_runs_moves_nothing() {
            var suspended =
                    new PhaseSuspended(FOLLOW_UP, PROJECT, FIRST, Cause.ENTERPRISE, true, LocalDate.of(2025, 6, 1));
            var standing = first(reached(Milestone.CONSTRUCTION_START, suspended));
            var asOf = LocalDate.of(2026, 2, 1);
            assertThat(at(standing, asOf).dueOn()).isEqualTo(AGREED_FIRST.completeBy());
            assertThat(at(standing, asOf).light(asOf, LIMITS)).isEqualTo(Light.RED);
        }

        @Test
        void new_agreed_dates_have_the_pauses_before_them_in_mind() {
            var suspended =
                    new PhaseSuspended(FOLLOW_UP, PROJECT, FIRST, Cause.FORCE_MAJEURE, false, LocalDate.of(2025, 6, 1));
            var resumed = new PhaseResumed(FOLLOW_UP, PROJECT, FIRST, LocalDate.of(2025, 7, 1));
            var revised = first(reached(Milestone.CONSTRUCTION_START, suspended, resumed))
                    .revised(AGREED_FIRST, LocalDate.of(2025, 7, 15));
            assertThat(at(revised, COMPLETION).dueOn()).isEqualTo(AGREED_FIRST.completeBy());
        }

        @Test
        void withdrawn_phase_is_never_late() {
            var withdrawn = first(justOpened(new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.ENTERPRISE, START)));
            assertThat(at(withdrawn, CAPACITY).daysLate(CAPACITY)).isZero();
            assertThat(at(withdrawn, CAPACITY).light(CAPACITY, LIMITS)).isEqualTo(Light.GREEN);
        }
    }

    @Nested
    class Actions {
        @Test
        void milestone_goes_step_by_step() {
            var opened = first(justOpened());
            assertThat(FollowUpActions.of(opened, Milestone.CONSTRUCTION_START))
                    .containsExactlyInAnyOrder(FollowUpAction.REPORT_MILESTONE, FollowUpAction.SKIP_MILESTONE);
            var reported = first(justOpened(reported(Milestone.CONSTRUCTION_START, START)));
            assertThat(FollowUpActions.of(reported, Milestone.CONSTRUCTION_START))
                    .contains(FollowUpAction.VERIFY_MILESTONE, FollowUpAction.WITHDRAW_MILESTONE)
                    .doesNotContain(FollowUpAction.RECOGNISE_MILESTONE);
            var recognised = first(reached(Milestone.CONSTRUCTION_START));
            assertThat(FollowUpActions.of(recognised, Milestone.CONSTRUCTION_START))
                    .containsExactly(FollowUpAction.WITHDRAW_MILESTONE);
        }

        @Test
        void withdrawn_phase_can_be_reinstated_only() {
            var withdrawn = first(justOpened(new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.ENTERPRISE, START)));
            assertThat(FollowUpActions.of(withdrawn))
                    .containsExactlyInAnyOrder(FollowUpAction.REINSTATE_PHASE, FollowUpAction.CORRECT_MONTHLY_RETURN);
        }

        @ParameterizedTest
        @EnumSource(FollowUpAction.class)
        void every_action_has_a_command_that_says_who_may(FollowUpAction action) {
            assertThat(action.command().getAnnotation(Allowed.class).value()).isNotEmpty();
        }
    }
}
