package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.ReinstatePhase;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPhase;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseReinstated;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WithdrawPhaseTest {
    private static final LocalDate ON = LocalDate.of(2025, 6, 1);
    private static final PhaseWithdrawn WITHDRAWN =
            new PhaseWithdrawn(FOLLOW_UP, PROJECT, SECOND, Cause.ENTERPRISE, ON);

    private final AggregateScenario<FollowUp> followUp = followUp().given(opened());

    private static WithdrawPhase withdraw(Cause cause, LocalDate on, String reason) {
        return new WithdrawPhase(FOLLOW_UP, SECOND, cause, on, reason);
    }

    @Test
    void emits_withdrawal() {
        followUp.when(withdraw(Cause.ENTERPRISE, ON, "企业放弃二期")).emits(WITHDRAWN);
    }

    @Test
    void rejects_withdrawal_twice_and_bad_input() {
        followUp.given(justOpened(WITHDRAWN))
                .when(withdraw(Cause.ENTERPRISE, ON, "企业放弃二期"))
                .rejects(FollowUpRule.PHASE_WITHDRAWN);
        followUp.given(opened()).when(withdraw(null, ON, "放弃")).rejectsAt("cause", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(withdraw(Cause.ENTERPRISE, TODAY.plusDays(1), "放弃"))
                .rejects(SharedRule.IN_FUTURE);
        followUp.given(opened()).when(withdraw(Cause.ENTERPRISE, ON, " ")).rejects(SharedRule.REASON_REQUIRED);
    }

    @Nested
    class Reinstate {
        private ReinstatePhase reinstate(LocalDate on, String reason) {
            return new ReinstatePhase(FOLLOW_UP, SECOND, on, reason);
        }

        @Test
        void emits_reinstatement_as_a_correction() {
            var outcome = followUp.given(justOpened(WITHDRAWN)).when(reinstate(ON.plusDays(5), "企业恢复建设"));
            outcome.emits(new PhaseReinstated(FOLLOW_UP, PROJECT, SECOND, ON.plusDays(5)))
                    .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 1));
        }

        @Test
        void rejects_active_phase_earlier_dates_and_missing_reason() {
            followUp.given(opened()).when(reinstate(ON, "恢复")).rejects(FollowUpRule.NOT_WITHDRAWN);
            followUp.given(justOpened(WITHDRAWN))
                    .when(reinstate(ON.minusDays(1), "恢复"))
                    .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
            followUp.given(justOpened(WITHDRAWN)).when(reinstate(ON, null)).rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
