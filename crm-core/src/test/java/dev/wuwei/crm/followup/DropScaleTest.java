package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.DropScale;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawScaleDrop;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DropScaleTest {
    private static final LocalDate ON = SCALE.plusMonths(2);
    private static final ScaleDropped DROPPED = new ScaleDropped(FOLLOW_UP, PROJECT, FIRST, ON);

    private final AggregateScenario<FollowUp> followUp = followUp().given(reached(Milestone.SCALE_UP));

    private static DropScale drop(LocalDate on, String reason) {
        return new DropScale(FOLLOW_UP, FIRST, on, reason);
    }

    @Test
    void emits_loss_of_scale() {
        followUp.when(drop(ON, "营收回落")).emits(DROPPED);
    }

    @Test
    void rejects_phase_that_is_not_above_scale() {
        followUp.given(reached(Milestone.PRODUCTION_START))
                .when(drop(ON, "营收回落"))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
        followUp.given(reached(Milestone.SCALE_UP, DROPPED))
                .when(drop(ON, "营收回落"))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(drop(ON, null)).rejects(SharedRule.REASON_REQUIRED);
        followUp.when(drop(TODAY.plusDays(1), "营收回落")).rejects(SharedRule.IN_FUTURE);
        followUp.when(drop(SCALE.minusDays(1), "营收回落")).rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Nested
    class Withdraw {
        @Test
        void emits_withdrawal_after_which_scale_holds_as_recognised() {
            var outcome = followUp.given(reached(Milestone.SCALE_UP, DROPPED))
                    .when(new WithdrawScaleDrop(FOLLOW_UP, FIRST, "统计口径有误"));
            var withdrawn = new ScaleDropWithdrawn(FOLLOW_UP, PROJECT, FIRST, ON);
            outcome.emits(withdrawn).withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 13));

            var regained = followUp.given(reached(Milestone.SCALE_UP, DROPPED, withdrawn))
                    .when(new WithdrawMilestone(FOLLOW_UP, FIRST, Milestone.SCALE_UP, "误录"));
            regained.withMetadata("correctionOf", regained.eventId(FOLLOW_UP.toString(), 12));
        }

        @Test
        void rejects_where_nothing_dropped_where_it_was_regained_and_without_reason() {
            followUp.when(new WithdrawScaleDrop(FOLLOW_UP, FIRST, "误录")).rejects(FollowUpRule.NO_SCALE_DROP);
            followUp.given(reached(Milestone.SCALE_UP, DROPPED, reported(Milestone.SCALE_UP, ON)))
                    .when(new WithdrawScaleDrop(FOLLOW_UP, FIRST, "误录"))
                    .rejects(FollowUpRule.LATER_MILESTONE_STANDS);
            followUp.given(reached(Milestone.SCALE_UP, DROPPED))
                    .when(new WithdrawScaleDrop(FOLLOW_UP, FIRST, null))
                    .rejects(SharedRule.REASON_REQUIRED);
        }

        @Test
        void state_falls_back_and_returns() {
            var phase = PhaseProgress.of(AGREED_FIRST);
            for (FollowUpEvent event : reached(Milestone.FULL_CAPACITY)) {
                phase = phase.after(event);
            }
            assertThat(phase.state()).isEqualTo(PhaseState.FULL_CAPACITY);
            assertThat(phase.after(DROPPED).state()).isEqualTo(PhaseState.PRODUCING);
            assertThat(phase.after(DROPPED)
                            .after(new ScaleDropWithdrawn(FOLLOW_UP, PROJECT, FIRST, ON))
                            .state())
                    .isEqualTo(PhaseState.FULL_CAPACITY);
        }
    }
}
