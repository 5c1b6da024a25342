package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.CorrectActuals;
import dev.wuwei.crm.followup.FollowUpCommand.ReportActuals;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ActualsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final ActualsReported REPORTED =
            new ActualsReported(FOLLOW_UP, PROJECT, JANUARY, MARCH, figures("1200"), MARCH.atEndOfMonth());

    private final AggregateScenario<FollowUp> followUp = followUp();

    /** @param output in 万元 */
    private static EnterpriseActuals figures(String output) {
        return new EnterpriseActuals(Money.wan(output), Money.wan("1000"), Money.wan("36"), 85, "统计");
    }

    private static ReportActuals report(YearMonth from, YearMonth to) {
        return new ReportActuals(FOLLOW_UP, from, to, figures("1200"));
    }

    private static CorrectActuals correct(YearMonth from, YearMonth to, EnterpriseActuals figures) {
        return new CorrectActuals(FOLLOW_UP, from, to, figures, "统计局核减");
    }

    @Test
    void emits_what_the_enterprise_did_in_a_quarter_and_its_correction() {
        followUp.given(opened()).when(report(JANUARY, MARCH)).emits(REPORTED);
        followUp.given(justOpened(REPORTED))
                .when(correct(JANUARY, MARCH, figures("1150")))
                .emits(new ActualsCorrected(FOLLOW_UP, PROJECT, JANUARY, MARCH, figures("1150"), MARCH.atEndOfMonth()));
    }

    @Test
    void rejects_a_month_twice_a_period_that_runs_and_one_that_is_too_long() {
        followUp.given(justOpened(REPORTED))
                .when(report(MARCH, MARCH.plusMonths(1)))
                .rejects(FollowUpRule.PERIOD_REPORTED);
        followUp.given(opened())
                .when(report(YearMonth.from(TODAY), YearMonth.from(TODAY)))
                .rejects(FollowUpRule.PERIOD_NOT_OVER);
        followUp.given(opened()).when(report(MARCH.minusYears(1), MARCH)).rejects(FollowUpRule.PERIOD_UNFIT);
        followUp.given(opened()).when(report(MARCH, JANUARY)).rejects(FollowUpRule.PERIOD_UNFIT);
    }

    @Test
    void rejects_figures_that_say_nothing_or_cannot_be() {
        followUp.given(opened())
                .when(new ReportActuals(FOLLOW_UP, JANUARY, MARCH, new EnterpriseActuals(null, null, null, null, "统计")))
                .rejects(FollowUpRule.NO_FIGURES);
        followUp.given(opened())
                .when(new ReportActuals(FOLLOW_UP, JANUARY, MARCH, new EnterpriseActuals(null, null, null, -1, "企业")))
                .rejects(FollowUpRule.JOBS_RANGE);
        followUp.given(opened())
                .when(new ReportActuals(FOLLOW_UP, JANUARY, MARCH, new EnterpriseActuals(null, null, null, 8, " ")))
                .rejectsAt("figures.source", SharedRule.REQUIRED);
    }

    @Test
    void rejects_a_correction_of_nothing_or_that_changes_nothing() {
        followUp.given(justOpened(REPORTED))
                .when(correct(JANUARY, JANUARY, figures("1150")))
                .rejects(FollowUpRule.PERIOD_UNKNOWN);
        followUp.given(justOpened(REPORTED))
                .when(correct(JANUARY, MARCH, figures("1200")))
                .rejects(FollowUpRule.NOTHING_CHANGED);
    }
}
