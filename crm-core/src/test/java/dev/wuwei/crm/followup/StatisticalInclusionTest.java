package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.RecordStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawStatisticalInclusion;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionRecorded;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatisticalInclusionTest {
    private static final String CODE = "511500-2025-0007";
    private static final StatisticalInclusionRecorded INCLUDED =
            new StatisticalInclusionRecorded(FOLLOW_UP, PROJECT, FIRST, CODE, "食品公司", "直报平台审核通过", NONE, START);
    private static final StatisticalInclusionWithdrawn WITHDRAWN =
            new StatisticalInclusionWithdrawn(FOLLOW_UP, PROJECT, FIRST, START);

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static RecordStatisticalInclusion include(String phase, String code, LocalDate on) {
        return new RecordStatisticalInclusion(FOLLOW_UP, phase, code, "食品公司", "直报平台审核通过", NONE, on);
    }

    private static WithdrawStatisticalInclusion withdraw(String reason) {
        return new WithdrawStatisticalInclusion(FOLLOW_UP, FIRST, reason);
    }

    @Test
    void emits_since_when_a_phase_is_in_the_library_and_that_it_is_not() {
        followUp.given(opened()).when(include(FIRST, " " + CODE + " ", START)).emits(INCLUDED);
        followUp.given(justOpened(INCLUDED)).when(withdraw("统计局退回")).emits(WITHDRAWN);
        followUp.given(justOpened(INCLUDED, WITHDRAWN))
                .when(include(FIRST, CODE, START))
                .emits(INCLUDED);
    }

    @Test
    void each_phase_has_its_own() {
        followUp.given(justOpened(INCLUDED))
                .when(include(SECOND, CODE, START))
                .emits(new StatisticalInclusionRecorded(
                        FOLLOW_UP, PROJECT, SECOND, CODE, "食品公司", "直报平台审核通过", NONE, START));
        assertThat(PhaseProgress.of(AGREED_FIRST).after(INCLUDED).includedOn()).isEqualTo(START);
        assertThat(PhaseProgress.of(AGREED_SECOND).after(INCLUDED).includedOn()).isNull();
        assertThat(PhaseProgress.of(AGREED_FIRST)
                        .after(INCLUDED)
                        .after(WITHDRAWN)
                        .includedOn())
                .isNull();
    }

    @Test
    void rejects_it_twice_without_a_code_before_signing_and_in_the_future() {
        followUp.given(justOpened(INCLUDED)).when(include(FIRST, CODE, TODAY)).rejects(FollowUpRule.ALREADY_INCLUDED);
        followUp.given(opened()).when(include(FIRST, " ", START)).rejectsAt("libraryCode", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(include(FIRST, CODE, SIGNED_ON.minusDays(1)))
                .rejects(FollowUpRule.BEFORE_SIGNING);
        followUp.given(opened())
                .when(include(FIRST, CODE, TODAY.plusDays(1)))
                .rejectsAt("occurredOn", SharedRule.IN_FUTURE);
        followUp.given(opened()).when(include("三期", CODE, START)).rejects(FollowUpRule.UNKNOWN_PHASE);
    }

    @Test
    void rejects_a_withdrawal_of_nothing_or_without_reason() {
        followUp.given(opened()).when(withdraw("统计局退回")).rejects(FollowUpRule.NOT_INCLUDED);
        followUp.given(justOpened(INCLUDED)).when(withdraw(" ")).rejects(SharedRule.REASON_REQUIRED);
    }
}
