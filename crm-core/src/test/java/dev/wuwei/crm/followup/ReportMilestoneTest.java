package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;

import dev.wuwei.crm.followup.FollowUpCommand.ReportMilestone;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportMilestoneTest {
    private final AggregateScenario<FollowUp> followUp = followUp().given(opened());

    private static ReportMilestone report(String phase, Milestone milestone, LocalDate on) {
        return new ReportMilestone(FOLLOW_UP, phase, milestone, " 打桩 ", NONE, on);
    }

    @Test
    void emits_report() {
        followUp.when(report(FIRST, Milestone.CONSTRUCTION_START, START))
                .emits(new MilestoneReported(
                        FOLLOW_UP, PROJECT, FIRST, Milestone.CONSTRUCTION_START, "打桩", NONE, START));
    }

    @Test
    void emits_another_report_as_long_as_nobody_has_verified() {
        followUp.given(justOpened(reported(Milestone.CONSTRUCTION_START, START)))
                .when(report(FIRST, Milestone.CONSTRUCTION_START, START.plusDays(3)))
                .emitsTypes(MilestoneReported.class);
    }

    @Test
    void rejects_what_is_verified_recognised_or_skipped() {
        followUp.given(justOpened(
                        reported(Milestone.CONSTRUCTION_START, START), verified(Milestone.CONSTRUCTION_START, START)))
                .when(report(FIRST, Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.ALREADY_VERIFIED);
        followUp.given(reached(Milestone.CONSTRUCTION_START))
                .when(report(FIRST, Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.ALREADY_RECOGNISED);
        followUp.given(justOpened(new MilestoneSkipped(
                        FOLLOW_UP, PROJECT, FIRST, Milestone.COMPLETION, SkipCause.RENTED_FACTORY, START)))
                .when(report(FIRST, Milestone.COMPLETION, START))
                .rejects(FollowUpRule.ALREADY_SKIPPED);
    }

    @Test
    void rejects_unknown_and_withdrawn_phases() {
        followUp.when(report("三期", Milestone.CONSTRUCTION_START, START)).rejects(FollowUpRule.UNKNOWN_PHASE);
        followUp.when(report(" ", Milestone.CONSTRUCTION_START, START)).rejectsAt("phase", SharedRule.REQUIRED);
        followUp.given(justOpened(new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, START)))
                .when(report(FIRST, Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.PHASE_WITHDRAWN);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(report(FIRST, null, START)).rejectsAt("milestone", SharedRule.REQUIRED);
        followUp.when(report(FIRST, Milestone.CONSTRUCTION_START, null)).rejectsAt("occurredOn", SharedRule.REQUIRED);
        followUp.when(report(FIRST, Milestone.CONSTRUCTION_START, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
        followUp.when(new ReportMilestone(FOLLOW_UP, FIRST, Milestone.CONSTRUCTION_START, "长".repeat(501), NONE, START))
                .rejectsAt("evidence", SharedRule.TOO_LONG);
        followUp.when(new ReportMilestone(
                        FOLLOW_UP,
                        FIRST,
                        Milestone.CONSTRUCTION_START,
                        null,
                        List.of(new Attachment("x", "照片.jpg", "image/jpeg", 1)),
                        START))
                .rejectsAt("attachments[0].sha256", SharedRule.NOT_FOUND);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        followUp.seeing(OTHER_PARK.code())
                .when(report(FIRST, Milestone.CONSTRUCTION_START, START))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
