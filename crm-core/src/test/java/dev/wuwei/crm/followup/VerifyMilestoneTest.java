package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.VerifyMilestone;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneVerified;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VerifyMilestoneTest {
    private final AggregateScenario<FollowUp> followUp =
            followUp().given(justOpened(reported(Milestone.CONSTRUCTION_START, START)));

    private static VerifyMilestone verify(Milestone milestone, LocalDate on) {
        return new VerifyMilestone(FOLLOW_UP, FIRST, milestone, "现场照片", NONE, on);
    }

    @Test
    void emits_verification_on_a_day_of_its_own() {
        followUp.when(verify(Milestone.CONSTRUCTION_START, START.plusDays(4)))
                .emits(new MilestoneVerified(
                        FOLLOW_UP, PROJECT, FIRST, Milestone.CONSTRUCTION_START, "现场照片", NONE, START.plusDays(4)));
    }

    @Test
    void rejects_what_nobody_has_reported() {
        followUp.when(verify(Milestone.COMPLETION, COMPLETION)).rejects(FollowUpRule.NOT_REPORTED);
    }

    @Test
    void rejects_what_is_recognised() {
        followUp.given(reached(Milestone.CONSTRUCTION_START))
                .when(verify(Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.ALREADY_RECOGNISED);
    }

    @Test
    void rejects_future_and_missing_dates() {
        followUp.when(verify(Milestone.CONSTRUCTION_START, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        followUp.when(verify(Milestone.CONSTRUCTION_START, null)).rejectsAt("occurredOn", SharedRule.REQUIRED);
    }
}
