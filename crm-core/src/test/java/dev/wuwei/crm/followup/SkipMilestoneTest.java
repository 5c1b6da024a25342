package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.SkipMilestone;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipMilestoneTest {
    private final AggregateScenario<FollowUp> followUp = followUp().given(opened());

    private static SkipMilestone skip(Milestone milestone, SkipCause cause, LocalDate on) {
        return new SkipMilestone(FOLLOW_UP, FIRST, milestone, cause, on, "租赁标准厂房");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETION, RENTED_FACTORY",
        "CONSTRUCTION_START, SAME_YEAR",
        "SCALE_UP, ALREADY_ABOVE_SCALE",
        "PRODUCTION_START, OTHER"
    })
    void emits_skip_for_a_cause_that_covers_it(Milestone milestone, SkipCause cause) {
        followUp.when(skip(milestone, cause, START))
                .emits(new MilestoneSkipped(FOLLOW_UP, PROJECT, FIRST, milestone, cause, START));
    }

    @ParameterizedTest
    @CsvSource({
        "FULL_CAPACITY, OTHER",
        "SCALE_UP, RENTED_FACTORY",
        "PRODUCTION_START, SAME_YEAR",
        "COMPLETION, ALREADY_ABOVE_SCALE"
    })
    void rejects_skip_that_the_cause_does_not_cover(Milestone milestone, SkipCause cause) {
        followUp.when(skip(milestone, cause, START)).rejects(FollowUpRule.NOT_SKIPPABLE);
    }

    @Test
    void rejects_what_is_recognised_or_skipped() {
        followUp.given(reached(Milestone.CONSTRUCTION_START))
                .when(skip(Milestone.CONSTRUCTION_START, SkipCause.OTHER, START))
                .rejects(FollowUpRule.ALREADY_RECOGNISED);
        followUp.given(justOpened(new MilestoneSkipped(
                        FOLLOW_UP, PROJECT, FIRST, Milestone.COMPLETION, SkipCause.RENTED_FACTORY, START)))
                .when(skip(Milestone.COMPLETION, SkipCause.OTHER, START))
                .rejects(FollowUpRule.ALREADY_SKIPPED);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(skip(Milestone.COMPLETION, null, START)).rejectsAt("cause", SharedRule.REQUIRED);
        followUp.when(skip(Milestone.COMPLETION, SkipCause.OTHER, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
        followUp.when(skip(Milestone.COMPLETION, SkipCause.OTHER, SIGNED_ON.minusDays(1)))
                .rejects(FollowUpRule.BEFORE_SIGNING);
        followUp.when(new SkipMilestone(FOLLOW_UP, FIRST, Milestone.COMPLETION, SkipCause.OTHER, START, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
