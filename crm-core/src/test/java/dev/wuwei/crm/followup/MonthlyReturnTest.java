package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.CorrectMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpCommand.FileMonthlyReturn;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MonthlyReturnTest {
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    private final AggregateScenario<FollowUp> followUp = followUp().given(opened());

    /** Amounts in 万元. */
    private static MonthlyReturn figures(String month, String toDate, String percent) {
        return new MonthlyReturn(Money.wan(month), Money.wan(toDate), new BigDecimal(percent), "基础施工", null, NONE);
    }

    private static MonthlyReturnFiled filed(YearMonth month, MonthlyReturn figures) {
        return new MonthlyReturnFiled(FOLLOW_UP, PROJECT, FIRST, month, figures, month.atEndOfMonth());
    }

    @Nested
    class File {
        private FileMonthlyReturn file(YearMonth month, MonthlyReturn figures) {
            return new FileMonthlyReturn(FOLLOW_UP, FIRST, month, figures, null);
        }

        @Test
        void emits_return_on_the_last_day_of_its_month() {
            followUp.when(file(MARCH, figures("100", "100", "5"))).emits(filed(MARCH, figures("100", "100", "5")));
        }

        @Test
        void emits_return_of_the_month_that_runs_on_the_day_of_filing() {
            var event = followUp.when(file(YearMonth.from(TODAY), figures("100", "100", "5")))
                    .event(MonthlyReturnFiled.class);
            assertThat(event.occurredOn()).isEqualTo(TODAY);
        }

        @Test
        void a_return_of_a_closed_month_comes_late_and_says_why() {
            MonthCloseId closed = MonthCloseId.of(TestDictionaries.PARK.code(), MARCH);
            followUp.uniqueness.holding(
                    "followup.closed-month",
                    TestDictionaries.PARK.code() + "|" + MARCH,
                    closed,
                    AggregateScenario.SENDER,
                    AggregateScenario.at(TODAY));
            followUp.given(opened())
                    .when(file(MARCH, figures("100", "100", "5")))
                    .rejects(FollowUpRule.LATE_RETURN_NEEDS_REASON);
            followUp.given(opened())
                    .when(new FileMonthlyReturn(FOLLOW_UP, FIRST, MARCH, figures("100", "100", "5"), "报表退回重报"))
                    .emits(filed(MARCH, figures("100", "100", "5")));
            followUp.given(opened())
                    .when(file(MARCH.plusMonths(1), figures("100", "100", "5")))
                    .emits(filed(MARCH.plusMonths(1), figures("100", "100", "5")));
        }

        @Test
        void rejects_month_twice_in_the_future_and_before_signing() {
            followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))))
                    .when(file(MARCH, figures("100", "200", "6")))
                    .rejects(FollowUpRule.RETURN_ALREADY_FILED);
            followUp.given(opened())
                    .when(file(YearMonth.from(TODAY).plusMonths(1), figures("1", "1", "1")))
                    .rejects(FollowUpRule.MONTH_IN_FUTURE);
            followUp.given(opened())
                    .when(file(YearMonth.of(2024, 12), figures("1", "1", "1")))
                    .rejectsAt("month", FollowUpRule.BEFORE_SIGNING);
            followUp.given(opened()).when(file(null, figures("1", "1", "1"))).rejectsAt("month", SharedRule.REQUIRED);
        }

        @Test
        void rejects_a_document_for_a_photo() {
            MonthlyReturn figures = figures("100", "100", "5");
            followUp.when(file(
                            MARCH,
                            new MonthlyReturn(
                                    figures.investedThisMonth(),
                                    figures.investedToDate(),
                                    figures.progressPercent(),
                                    figures.progress(),
                                    null,
                                    List.of(new Attachment("0".repeat(64), "月报.pdf", "application/pdf", 1)))))
                    .rejectsAt("figures.photos[0]", SharedRule.NOT_A_PICTURE);
        }

        @Test
        void rejects_figures_that_go_down() {
            var march = followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))));
            march.when(file(MARCH.plusMonths(1), figures("0", "90", "6"))).rejects(FollowUpRule.INVESTED_GOES_DOWN);
            march.when(file(MARCH.plusMonths(1), figures("10", "110", "4.5"))).rejects(FollowUpRule.PROGRESS_GOES_DOWN);
        }

        @Test
        void rejects_late_return_above_the_month_after_it() {
            followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))))
                    .when(file(MARCH.minusMonths(1), figures("120", "120", "5")))
                    .rejects(FollowUpRule.INVESTED_GOES_DOWN);
        }

        @Test
        void rejects_month_above_what_the_total_grew_by() {
            followUp.when(file(MARCH, figures("120", "100", "5"))).rejects(FollowUpRule.MONTH_ABOVE_TOTAL);
            followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))))
                    .when(file(MARCH.plusMonths(1), figures("60", "150", "6")))
                    .rejects(FollowUpRule.MONTH_ABOVE_TOTAL);
        }

        @Test
        void rejects_figures_that_cannot_be() {
            followUp.when(file(MARCH, null)).rejectsAt("figures", SharedRule.REQUIRED);
            followUp.when(file(MARCH, figures("1", "1", "100.1"))).rejects(FollowUpRule.PERCENT_RANGE);
            followUp.when(file(MARCH, figures("1", "1", "-1"))).rejects(FollowUpRule.PERCENT_RANGE);
            followUp.when(file(MARCH, figures("1", "1", "1.001")))
                    .rejectsAt("figures.progressPercent", SharedRule.TOO_PRECISE);
            followUp.when(file(MARCH, figures("-1", "1", "1")))
                    .rejectsAt("figures.investedThisMonth", SharedRule.NEGATIVE_AMOUNT);
            followUp.when(file(
                            MARCH,
                            new MonthlyReturn(
                                    Money.wan("1"), Money.wanUsd("1"), BigDecimal.ONE, null, "多".repeat(4001), null)))
                    .rejectsAll(SharedRule.WRONG_CURRENCY, SharedRule.TOO_LONG);
            followUp.when(file(MARCH, new MonthlyReturn(null, Money.wan("1"), null, null, null, null)))
                    .rejectsAll(SharedRule.REQUIRED);
        }

        @Test
        void rejects_phase_that_was_withdrawn() {
            followUp.given(justOpened(new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, START)))
                    .when(file(MARCH, figures("1", "1", "1")))
                    .rejects(FollowUpRule.PHASE_WITHDRAWN);
        }
    }

    @Nested
    class Correct {
        private CorrectMonthlyReturn correct(YearMonth month, MonthlyReturn figures, String reason) {
            return new CorrectMonthlyReturn(FOLLOW_UP, FIRST, month, figures, reason);
        }

        @Test
        void emits_lower_figures_with_a_reason_as_a_correction() {
            var lower = figures("40", "40", "2");
            var outcome = followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))))
                    .when(correct(MARCH, lower, "重复统计"));
            outcome.emits(new MonthlyReturnCorrected(FOLLOW_UP, PROJECT, FIRST, MARCH, lower, MARCH.atEndOfMonth()))
                    .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 1));
        }

        @Test
        void rejects_what_was_never_filed_missing_reason_and_nothing_changed() {
            followUp.when(correct(MARCH, figures("1", "1", "1"), "误录")).rejects(FollowUpRule.NO_RETURN_TO_CORRECT);
            var march = followUp.given(justOpened(filed(MARCH, figures("100", "100", "5"))));
            march.when(correct(MARCH, figures("1", "1", "1"), null)).rejects(SharedRule.REASON_REQUIRED);
            march.when(correct(MARCH, figures("100", "100", "5"), "误录")).rejects(FollowUpRule.NOTHING_CHANGED);
            march.when(correct(MARCH, figures("2", "1", "1"), "误录")).rejects(FollowUpRule.MONTH_ABOVE_TOTAL);
        }
    }
}
