package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.ResumePhase;
import dev.wuwei.crm.followup.FollowUpCommand.SuspendPhase;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseResumed;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuspendPhaseTest {
    private static final LocalDate ON = LocalDate.of(2025, 5, 10);
    private static final PhaseSuspended SUSPENDED =
            new PhaseSuspended(FOLLOW_UP, PROJECT, FIRST, Cause.FORCE_MAJEURE, false, ON);

    private final AggregateScenario<FollowUp> followUp = followUp().given(reached(Milestone.CONSTRUCTION_START));

    private static SuspendPhase suspend(Cause cause, LocalDate on, String reason) {
        return new SuspendPhase(FOLLOW_UP, FIRST, cause, false, on, reason);
    }

    @Test
    void emits_suspension_with_cause_and_clock() {
        followUp.when(suspend(Cause.FORCE_MAJEURE, ON, "暴雨")).emits(SUSPENDED);
    }

    @Test
    void rejects_suspension_twice_and_of_what_produces() {
        followUp.given(reached(Milestone.CONSTRUCTION_START, SUSPENDED))
                .when(suspend(Cause.MARKET, ON, "资金"))
                .rejects(FollowUpRule.ALREADY_SUSPENDED);
        followUp.given(reached(Milestone.PRODUCTION_START))
                .when(suspend(Cause.MARKET, PRODUCTION, "订单"))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(suspend(null, ON, "暴雨")).rejectsAt("cause", SharedRule.REQUIRED);
        followUp.when(suspend(Cause.MARKET, ON, " ")).rejects(SharedRule.REASON_REQUIRED);
        followUp.when(suspend(Cause.MARKET, TODAY.plusDays(1), "资金")).rejects(SharedRule.IN_FUTURE);
        followUp.when(suspend(Cause.MARKET, SIGNED_ON.minusDays(1), "资金")).rejects(FollowUpRule.BEFORE_SIGNING);
    }

    @Nested
    class Resume {
        @Test
        void emits_resumption() {
            followUp.given(reached(Milestone.CONSTRUCTION_START, SUSPENDED))
                    .when(new ResumePhase(FOLLOW_UP, FIRST, ON.plusDays(20)))
                    .emits(new PhaseResumed(FOLLOW_UP, PROJECT, FIRST, ON.plusDays(20)));
        }

        @Test
        void rejects_what_is_not_suspended_and_dates_before_the_suspension() {
            followUp.when(new ResumePhase(FOLLOW_UP, FIRST, ON)).rejects(FollowUpRule.NOT_SUSPENDED);
            followUp.given(reached(Milestone.CONSTRUCTION_START, SUSPENDED))
                    .when(new ResumePhase(FOLLOW_UP, FIRST, ON.minusDays(1)))
                    .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
        }
    }
}
