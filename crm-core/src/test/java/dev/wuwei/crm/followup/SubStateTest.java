package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.EnterSubState;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawSubState;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateEntered;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SubStateTest {
    private static final LocalDate ON = LocalDate.of(2025, 8, 20);

    private final AggregateScenario<FollowUp> followUp = followUp().given(reached(Milestone.COMPLETION));

    private static EnterSubState enter(SubState subState, LocalDate on) {
        return new EnterSubState(FOLLOW_UP, FIRST, subState, on);
    }

    private static SubStateEntered entered(SubState subState) {
        return new SubStateEntered(FOLLOW_UP, PROJECT, FIRST, subState, ON);
    }

    @Test
    void emits_installation_and_then_trial_production() {
        followUp.when(enter(SubState.EQUIPMENT_INSTALLING, ON)).emits(entered(SubState.EQUIPMENT_INSTALLING));
        followUp.given(reached(Milestone.COMPLETION, entered(SubState.EQUIPMENT_INSTALLING)))
                .when(enter(SubState.TRIAL_PRODUCTION, ON))
                .emits(entered(SubState.TRIAL_PRODUCTION));
    }

    @Test
    void rejects_going_back_without_withdrawing() {
        followUp.given(reached(Milestone.COMPLETION, entered(SubState.TRIAL_PRODUCTION)))
                .when(enter(SubState.EQUIPMENT_INSTALLING, ON))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
        followUp.given(reached(Milestone.COMPLETION, entered(SubState.TRIAL_PRODUCTION)))
                .when(enter(SubState.TRIAL_PRODUCTION, ON))
                .rejects(FollowUpRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_before_start_and_after_production() {
        followUp.given(opened())
                .when(enter(SubState.EQUIPMENT_INSTALLING, ON))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
        followUp.given(reached(Milestone.PRODUCTION_START))
                .when(enter(SubState.TRIAL_PRODUCTION, ON))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(enter(null, ON)).rejectsAt("subState", SharedRule.REQUIRED);
        followUp.when(enter(SubState.TRIAL_PRODUCTION, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        followUp.given(reached(Milestone.COMPLETION, entered(SubState.EQUIPMENT_INSTALLING)))
                .when(enter(SubState.TRIAL_PRODUCTION, ON.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void emits_withdrawal_as_a_correction() {
        var outcome = followUp.given(reached(Milestone.COMPLETION, entered(SubState.TRIAL_PRODUCTION)))
                .when(new WithdrawSubState(FOLLOW_UP, FIRST, "尚未试产"));
        outcome.emits(new SubStateWithdrawn(FOLLOW_UP, PROJECT, FIRST, SubState.TRIAL_PRODUCTION, ON))
                .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 7));
    }

    @Test
    void rejects_withdrawal_of_nothing_and_without_reason() {
        followUp.when(new WithdrawSubState(FOLLOW_UP, FIRST, "误录")).rejects(FollowUpRule.NO_SUB_STATE);
        followUp.given(reached(Milestone.COMPLETION, entered(SubState.TRIAL_PRODUCTION)))
                .when(new WithdrawSubState(FOLLOW_UP, FIRST, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
