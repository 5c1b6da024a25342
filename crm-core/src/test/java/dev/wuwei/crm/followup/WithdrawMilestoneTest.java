package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;

import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMilestone;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class WithdrawMilestoneTest {
    private static final String WHY = "现场未动工";

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static WithdrawMilestone withdraw(Milestone milestone, String reason) {
        return new WithdrawMilestone(FOLLOW_UP, FIRST, milestone, reason);
    }

    @Test
    void emits_withdrawal_as_a_correction_of_the_recognition() {
        var outcome =
                followUp.given(reached(Milestone.CONSTRUCTION_START)).when(withdraw(Milestone.CONSTRUCTION_START, WHY));
        outcome.emits(new MilestoneWithdrawn(FOLLOW_UP, PROJECT, FIRST, Milestone.CONSTRUCTION_START, START))
                .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 3));
    }

    @Test
    void emits_withdrawal_of_a_report_though_later_milestones_stand() {
        followUp.given(reached(
                        Milestone.CONSTRUCTION_START,
                        reported(Milestone.COMPLETION, COMPLETION),
                        reported(Milestone.PRODUCTION_START, PRODUCTION)))
                .when(withdraw(Milestone.COMPLETION, WHY))
                .emitsTypes(MilestoneWithdrawn.class);
    }

    @Test
    void emits_withdrawal_of_a_skip() {
        followUp.given(justOpened(new MilestoneSkipped(
                        FOLLOW_UP, PROJECT, FIRST, Milestone.COMPLETION, SkipCause.RENTED_FACTORY, START)))
                .when(withdraw(Milestone.COMPLETION, WHY))
                .emits(new MilestoneWithdrawn(FOLLOW_UP, PROJECT, FIRST, Milestone.COMPLETION, START));
    }

    @Test
    void rejects_while_a_later_milestone_stands() {
        followUp.given(reached(Milestone.COMPLETION))
                .when(withdraw(Milestone.CONSTRUCTION_START, WHY))
                .rejects(FollowUpRule.LATER_MILESTONE_STANDS);
    }

    @Test
    void rejects_where_nothing_stands_and_without_reason() {
        followUp.given(opened()).when(withdraw(Milestone.COMPLETION, WHY)).rejects(FollowUpRule.NOTHING_TO_WITHDRAW);
        followUp.given(reached(Milestone.CONSTRUCTION_START))
                .when(withdraw(Milestone.CONSTRUCTION_START, " "))
                .rejects(SharedRule.REASON_REQUIRED);
        followUp.given(opened()).when(withdraw(null, WHY)).rejectsAt("milestone", SharedRule.REQUIRED);
    }
}
