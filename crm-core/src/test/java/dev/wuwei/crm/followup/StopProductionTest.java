package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.RestartProduction;
import dev.wuwei.crm.followup.FollowUpCommand.StopProduction;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionRestarted;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionStopped;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StopProductionTest {
    private static final LocalDate ON = PRODUCTION.plusMonths(1);
    private static final ProductionStopped STOPPED = new ProductionStopped(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, ON);

    private final AggregateScenario<FollowUp> followUp = followUp().given(reached(Milestone.PRODUCTION_START));

    private static StopProduction stop(Cause cause, LocalDate on, String reason) {
        return new StopProduction(FOLLOW_UP, FIRST, cause, on, reason);
    }

    @Test
    void emits_stop_and_restart() {
        followUp.when(stop(Cause.MARKET, ON, "订单不足")).emits(STOPPED);
        followUp.given(reached(Milestone.PRODUCTION_START, STOPPED))
                .when(new RestartProduction(FOLLOW_UP, FIRST, ON.plusDays(40)))
                .emits(new ProductionRestarted(FOLLOW_UP, PROJECT, FIRST, ON.plusDays(40)));
    }

    @Test
    void rejects_stop_of_what_does_not_produce_or_stands_already() {
        followUp.given(reached(Milestone.COMPLETION))
                .when(stop(Cause.MARKET, ON, "订单不足"))
                .rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
        followUp.given(reached(Milestone.PRODUCTION_START, STOPPED))
                .when(stop(Cause.MARKET, ON, "订单不足"))
                .rejects(FollowUpRule.ALREADY_STOPPED);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(stop(null, ON, "订单不足")).rejectsAt("cause", SharedRule.REQUIRED);
        followUp.when(stop(Cause.MARKET, ON, null)).rejects(SharedRule.REASON_REQUIRED);
        followUp.when(stop(Cause.MARKET, TODAY.plusDays(1), "订单不足")).rejects(SharedRule.IN_FUTURE);
        followUp.when(stop(Cause.MARKET, PRODUCTION.minusDays(1), "订单不足"))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_restart_of_what_runs_and_before_it_stopped() {
        followUp.when(new RestartProduction(FOLLOW_UP, FIRST, ON)).rejects(FollowUpRule.NOT_STOPPED);
        followUp.given(reached(Milestone.PRODUCTION_START, STOPPED))
                .when(new RestartProduction(FOLLOW_UP, FIRST, ON.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }
}
