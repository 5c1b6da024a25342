package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.RecogniseMilestone;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionStopped;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecogniseMilestoneTest {
    private final AggregateScenario<FollowUp> followUp = followUp();

    private static RecogniseMilestone recognise(Milestone milestone, LocalDate on, String reason) {
        return new RecogniseMilestone(FOLLOW_UP, FIRST, milestone, Money.wan("2600"), "认定表", NONE, on, reason);
    }

    private static RecogniseMilestone recognise(Milestone milestone, LocalDate on) {
        return recognise(milestone, on, null);
    }

    private static List<FollowUpEvent> verifiedAfter(List<FollowUpEvent> before, Milestone milestone) {
        List<FollowUpEvent> events = new ArrayList<>(before);
        LocalDate on = usual(milestone);
        events.addAll(List.of(reported(milestone, on), verified(milestone, on)));
        return events;
    }

    @Test
    void emits_recognition_with_the_date_that_was_agreed() {
        followUp.given(verifiedAfter(justOpened(), Milestone.CONSTRUCTION_START))
                .when(recognise(Milestone.CONSTRUCTION_START, START))
                .emits(new MilestoneRecognised(
                        FOLLOW_UP,
                        PROJECT,
                        FIRST,
                        Milestone.CONSTRUCTION_START,
                        null,
                        AGREED_FIRST.startBy(),
                        false,
                        "认定表",
                        NONE,
                        START));
    }

    @Test
    void rejects_what_was_not_reported_or_not_verified() {
        followUp.given(opened())
                .when(recognise(Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.NOT_REPORTED);
        followUp.given(justOpened(reported(Milestone.CONSTRUCTION_START, START)))
                .when(recognise(Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.NOT_VERIFIED);
    }

    @Test
    void rejects_what_is_recognised() {
        followUp.given(reached(Milestone.CONSTRUCTION_START))
                .when(recognise(Milestone.CONSTRUCTION_START, START))
                .rejects(FollowUpRule.ALREADY_RECOGNISED);
    }

    @Test
    void rejects_future_and_missing_dates() {
        var ready = followUp.given(verifiedAfter(justOpened(), Milestone.CONSTRUCTION_START));
        ready.when(recognise(Milestone.CONSTRUCTION_START, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        ready.when(recognise(Milestone.CONSTRUCTION_START, null)).rejectsAt("occurredOn", SharedRule.REQUIRED);
    }

    @Nested
    class Order {
        @Test
        void rejects_milestone_before_signing() {
            followUp.given(verifiedAfter(justOpened(), Milestone.CONSTRUCTION_START))
                    .when(recognise(Milestone.CONSTRUCTION_START, SIGNED_ON.minusDays(1)))
                    .rejects(FollowUpRule.BEFORE_SIGNING);
        }

        @Test
        void rejects_milestone_whose_forerunner_is_missing() {
            var outcome = followUp.given(verifiedAfter(justOpened(), Milestone.COMPLETION))
                    .when(recognise(Milestone.COMPLETION, COMPLETION));
            outcome.rejects(FollowUpRule.OUT_OF_ORDER);
            assertThat(outcome.violations().getFirst().args()).containsExactly(Milestone.CONSTRUCTION_START, "");
        }

        @Test
        void rejects_milestone_earlier_than_its_forerunner() {
            var outcome = followUp.given(verifiedAfter(reached(Milestone.CONSTRUCTION_START), Milestone.COMPLETION))
                    .when(recognise(Milestone.COMPLETION, START.minusDays(1)));
            outcome.rejects(FollowUpRule.OUT_OF_ORDER);
            assertThat(outcome.violations().getFirst().args()).containsExactly(Milestone.CONSTRUCTION_START, START);
        }

        @Test
        void rejects_milestone_later_than_one_that_comes_after_it() {
            var production = new MilestoneRecognised(
                    FOLLOW_UP, PROJECT, FIRST, Milestone.PRODUCTION_START, null, null, true, null, NONE, PRODUCTION);
            followUp.given(verifiedAfter(reached(Milestone.CONSTRUCTION_START, production), Milestone.COMPLETION))
                    .when(recognise(Milestone.COMPLETION, PRODUCTION.plusDays(1)))
                    .rejects(FollowUpRule.OUT_OF_ORDER);
        }

        @Test
        void emits_out_of_order_with_a_reason() {
            var event = followUp.given(verifiedAfter(justOpened(), Milestone.COMPLETION))
                    .when(recognise(Milestone.COMPLETION, COMPLETION, "先竣工后补手续"))
                    .event(MilestoneRecognised.class);
            assertThat(event.outOfOrder()).isTrue();
        }

        @Test
        void emits_in_order_over_a_skipped_forerunner() {
            var skipped = new MilestoneSkipped(
                    FOLLOW_UP, PROJECT, FIRST, Milestone.COMPLETION, SkipCause.RENTED_FACTORY, START);
            var event = followUp.given(
                            verifiedAfter(reached(Milestone.CONSTRUCTION_START, skipped), Milestone.PRODUCTION_START))
                    .when(recognise(Milestone.PRODUCTION_START, PRODUCTION))
                    .event(MilestoneRecognised.class);
            assertThat(event.outOfOrder()).isFalse();
        }
    }

    @Nested
    class AboveScale {
        private final List<FollowUpEvent> producing =
                verifiedAfter(reached(Milestone.PRODUCTION_START), Milestone.SCALE_UP);

        private RecogniseMilestone scaleUp(Money revenue) {
            return new RecogniseMilestone(FOLLOW_UP, FIRST, Milestone.SCALE_UP, revenue, null, NONE, SCALE, null);
        }

        @Test
        void emits_revenue_that_proves_it() {
            assertThat(followUp.given(producing)
                            .when(scaleUp(Money.wan("2000")))
                            .event(MilestoneRecognised.class)
                            .annualRevenue())
                    .isEqualTo(Money.wan("2000"));
        }

        @Test
        void rejects_revenue_missing_below_the_line_or_in_dollars() {
            followUp.given(producing).when(scaleUp(null)).rejects(FollowUpRule.REVENUE_MISSING);
            followUp.given(producing).when(scaleUp(Money.wan("1999.99"))).rejects(FollowUpRule.REVENUE_BELOW_SCALE);
            followUp.given(producing)
                    .when(scaleUp(Money.wanUsd("2600")))
                    .rejectsAt("annualRevenue", SharedRule.WRONG_CURRENCY);
        }

        @Test
        void rejects_scale_regained_before_it_was_lost() {
            followUp.given(verifiedAfter(
                            reached(
                                    Milestone.SCALE_UP,
                                    new ScaleDropped(FOLLOW_UP, PROJECT, FIRST, SCALE.plusMonths(2))),
                            Milestone.SCALE_UP))
                    .when(scaleUp(Money.wan("2600")))
                    .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
        }
    }

    @Test
    void rejects_full_capacity_without_evidence() {
        promised(year("50000", "1500"))
                .when(new RecogniseMilestone(
                        FOLLOW_UP, FIRST, Milestone.FULL_CAPACITY, null, " ", NONE, CAPACITY, null))
                .rejectsAt("evidence", SharedRule.REQUIRED);
    }

    private static ActualsReported year(String output, String tax) {
        YearMonth last = YearMonth.from(CAPACITY).minusMonths(1);
        return new ActualsReported(
                FOLLOW_UP,
                PROJECT,
                last.minusMonths(11),
                last,
                new EnterpriseActuals(Money.wan(output), null, Money.wan(tax), null, "统计"),
                last.atEndOfMonth());
    }

    private static RecogniseMilestone capacity(String reason) {
        return new RecogniseMilestone(FOLLOW_UP, FIRST, Milestone.FULL_CAPACITY, null, "统计月报", NONE, CAPACITY, reason);
    }

    private AggregateScenario<FollowUp> promised(FollowUpEvent... actuals) {
        followUp.agreements.with(
                SIGNING,
                new AgreementTerms(
                        Money.yi("2"),
                        null,
                        null,
                        Area.mu("100"),
                        List.of(),
                        List.of(AGREED_FIRST),
                        List.of(promise("1", Metric.OUTPUT, "50000"), promise("2", Metric.TAX_PER_MU, "15")),
                        List.of()));
        List<FollowUpEvent> history = new ArrayList<>(reached(Milestone.SCALE_UP));
        history.addAll(List.of(actuals));
        return followUp.given(verifiedAfter(history, Milestone.FULL_CAPACITY));
    }

    private static CompanyCommitment promise(String clause, Metric metric, String value) {
        return new CompanyCommitment(
                clause, null, metric, CompanyCommitment.Operator.AT_LEAST, value, "万元", null, null, null);
    }

    @Test
    void full_capacity_is_recognised_when_the_last_twelve_months_reach_what_was_agreed() {
        promised(year("50000", "1500")).when(capacity(null)).event(MilestoneRecognised.class);
    }

    @Test
    void rejects_full_capacity_below_what_was_agreed_or_without_twelve_months() {
        promised(year("49999", "1500")).when(capacity(null)).rejects(FollowUpRule.OUTPUT_BELOW_AGREED);
        promised(year("50000", "1499.99")).when(capacity(null)).rejects(FollowUpRule.TAX_BELOW_AGREED);
        promised().when(capacity(null)).rejects(FollowUpRule.YEAR_MISSING);
    }

    @Test
    void a_share_of_what_was_agreed_is_enough_from_the_day_on_that_it_was_adopted_for() {
        var adopted = promised(year("45000", "1350"));
        LocalDate recognised = capacity(null).occurredOn();
        followUp.standards.adopt(Standard.FULL_CAPACITY, "90", recognised.plusDays(1));
        adopted.when(capacity(null)).rejectsAll(FollowUpRule.OUTPUT_BELOW_AGREED, FollowUpRule.TAX_BELOW_AGREED);
        followUp.standards.adopt(Standard.FULL_CAPACITY, "90", recognised);
        adopted.when(capacity(null)).event(MilestoneRecognised.class);
    }

    @Test
    void a_reason_overrides_the_figures_of_full_capacity() {
        promised(year("49999", "1")).when(capacity("县政府专题会议认定")).event(MilestoneRecognised.class);
    }

    @Test
    void rejects_what_is_said_to_happen_while_the_site_stands_still() {
        var suspended = new PhaseSuspended(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, true, START.plusDays(10));
        followUp.given(verifiedAfter(reached(Milestone.CONSTRUCTION_START, suspended), Milestone.COMPLETION))
                .when(recognise(Milestone.COMPLETION, COMPLETION))
                .rejects(FollowUpRule.SUSPENDED);
        var stopped = new ProductionStopped(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, PRODUCTION.plusDays(10));
        followUp.given(verifiedAfter(reached(Milestone.PRODUCTION_START, stopped), Milestone.SCALE_UP))
                .when(recognise(Milestone.SCALE_UP, SCALE))
                .rejects(FollowUpRule.PRODUCTION_STOPPED);
    }
}
