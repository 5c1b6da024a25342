package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityDrop;
import dev.wuwei.crm.followup.FollowUpCommand.RecordCapacityRegained;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawCapacityDrop;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropped;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityRegained;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CapacityDropTest {
    private static final LocalDate ON = CAPACITY.plusDays(20);
    private static final CapacityDropped DROPPED = new CapacityDropped(FOLLOW_UP, PROJECT, FIRST, ON);

    private final AggregateScenario<FollowUp> followUp = followUp().given(reached(Milestone.FULL_CAPACITY));

    private static RecordCapacityDrop drop(LocalDate on, String reason) {
        return new RecordCapacityDrop(FOLLOW_UP, FIRST, on, reason);
    }

    private static PhaseProgress after(FollowUpEvent... then) {
        PhaseProgress phase = PhaseProgress.of(AGREED_FIRST);
        for (FollowUpEvent event : reached(Milestone.FULL_CAPACITY, then)) {
            phase = phase.after(event);
        }
        return phase;
    }

    @Test
    void emits_a_fall_that_leaves_the_stage_and_makes_it_overdue() {
        followUp.when(drop(ON, "订单不足")).emits(DROPPED);
        PhaseProgress fallen = after(DROPPED);
        assertThat(fallen.state()).isEqualTo(PhaseState.FULL_CAPACITY);
        Deadline deadline = Deadline.of(fallen, ON.plusDays(10), new TestThresholds());
        assertThat(deadline.daysLate(ON.plusDays(10))).isEqualTo(10);
        assertThat(deadline.light(ON.plusDays(10), new TestThresholds().lights()))
                .isEqualTo(Light.YELLOW);
    }

    @Test
    void rejects_a_phase_that_is_not_at_full_capacity_or_fell_already() {
        followUp.given(reached(Milestone.SCALE_UP)).when(drop(ON, "订单不足")).rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
        followUp.given(reached(Milestone.FULL_CAPACITY, DROPPED))
                .when(drop(ON, "订单不足"))
                .rejects(FollowUpRule.ALREADY_BELOW_CAPACITY);
    }

    @Test
    void rejects_bad_input() {
        followUp.when(drop(ON, " ")).rejects(SharedRule.REASON_REQUIRED);
        followUp.when(drop(TODAY.plusDays(1), "订单不足")).rejects(SharedRule.IN_FUTURE);
        followUp.when(drop(CAPACITY.minusDays(1), "订单不足")).rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void what_drops_below_scale_is_no_longer_below_capacity() {
        assertThat(after(DROPPED, new ScaleDropped(FOLLOW_UP, PROJECT, FIRST, ON.plusDays(1)))
                        .isBelowCapacity())
                .isFalse();
    }

    @Nested
    class Regain {
        private final YearMonth last = YearMonth.from(ON);

        private RecordCapacityRegained regain(String evidence) {
            return new RecordCapacityRegained(FOLLOW_UP, FIRST, evidence, last.atEndOfMonth());
        }

        private AggregateScenario<FollowUp> fallen(String output) {
            followUp.agreements.with(
                    SIGNING,
                    new AgreementTerms(
                            Money.yi("2"),
                            null,
                            null,
                            Area.mu("100"),
                            List.of(),
                            List.of(AGREED_FIRST),
                            List.of(new CompanyCommitment(
                                    "1",
                                    null,
                                    Metric.OUTPUT,
                                    CompanyCommitment.Operator.AT_LEAST,
                                    "50000",
                                    "万元",
                                    null,
                                    null,
                                    null)),
                            List.of()));
            return followUp.given(reached(
                    Milestone.FULL_CAPACITY,
                    DROPPED,
                    new ActualsReported(
                            FOLLOW_UP,
                            PROJECT,
                            last.minusMonths(11),
                            last,
                            new EnterpriseActuals(Money.wan(output), null, Money.wan("1"), null, "统计"),
                            last.atEndOfMonth())));
        }

        @Test
        void emits_recovery_when_the_last_twelve_months_reach_what_was_agreed() {
            fallen("50000")
                    .when(regain("统计月报"))
                    .emits(new CapacityRegained(FOLLOW_UP, PROJECT, FIRST, "统计月报", last.atEndOfMonth()));
        }

        @Test
        void rejects_figures_below_what_was_agreed_missing_evidence_and_what_did_not_fall() {
            fallen("49999").when(regain("统计月报")).rejects(FollowUpRule.OUTPUT_BELOW_AGREED);
            fallen("50000").when(regain(null)).rejectsAt("evidence", SharedRule.REQUIRED);
            followUp.given(reached(Milestone.FULL_CAPACITY))
                    .when(regain("统计月报"))
                    .rejects(FollowUpRule.NOT_BELOW_CAPACITY);
        }
    }

    @Nested
    class Withdraw {
        @Test
        void emits_withdrawal_that_corrects_the_fall() {
            var outcome = followUp.given(reached(Milestone.FULL_CAPACITY, DROPPED))
                    .when(new WithdrawCapacityDrop(FOLLOW_UP, FIRST, "统计口径有误"));
            outcome.emits(new CapacityDropWithdrawn(FOLLOW_UP, PROJECT, FIRST, ON))
                    .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 16));
        }

        @Test
        void rejects_where_nothing_fell_and_without_reason() {
            followUp.when(new WithdrawCapacityDrop(FOLLOW_UP, FIRST, "误录")).rejects(FollowUpRule.NOT_BELOW_CAPACITY);
            followUp.given(reached(Milestone.FULL_CAPACITY, DROPPED))
                    .when(new WithdrawCapacityDrop(FOLLOW_UP, FIRST, null))
                    .rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
