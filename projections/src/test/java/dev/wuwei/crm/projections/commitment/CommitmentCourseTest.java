package dev.wuwei.crm.projections.commitment;

import static dev.wuwei.crm.projections.commitment.CourseScenario.date;
import static dev.wuwei.crm.projections.commitment.CourseScenario.day;
import static dev.wuwei.crm.projections.commitment.CourseScenario.figure;
import static dev.wuwei.crm.projections.commitment.CourseScenario.incentive;
import static dev.wuwei.crm.projections.commitment.CourseScenario.land;
import static dev.wuwei.crm.projections.commitment.CourseScenario.words;
import static dev.wuwei.crm.signing.CommitmentState.BREACHED;
import static dev.wuwei.crm.signing.CommitmentState.DUE;
import static dev.wuwei.crm.signing.CommitmentState.HONOURED;
import static dev.wuwei.crm.signing.CommitmentState.MET;
import static dev.wuwei.crm.signing.CommitmentState.MET_LATE;
import static dev.wuwei.crm.signing.CommitmentState.PARTLY_MET;
import static dev.wuwei.crm.signing.CommitmentState.PENDING;
import static dev.wuwei.crm.signing.CommitmentState.PERSISTENT;
import static dev.wuwei.crm.signing.CommitmentState.PROMISED;
import static dev.wuwei.crm.signing.CommitmentState.RECTIFYING;
import static dev.wuwei.crm.signing.CommitmentState.SUPERSEDED;
import static dev.wuwei.crm.signing.CommitmentState.VERIFIED;
import static dev.wuwei.crm.signing.CommitmentState.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.signing.CommitmentVerdict;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.PromiseStep;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CommitmentCourseTest {
    private final CourseScenario agreement = new CourseScenario();

    @Test
    void a_date_is_due_on_its_day_breached_the_day_after_and_kept_late_when_it_is_reached() {
        agreement
                .signed(date("05", Metric.COMPLETION_DATE, "2022-10-31"))
                .recognised(Milestone.COMPLETION, "2022-11-26");
        assertThat(agreement.on("05", "2022-10-30").state()).isEqualTo(PENDING);
        assertThat(agreement.on("05", "2022-10-31").state()).isEqualTo(DUE);
        assertThat(agreement.on("05", "2022-11-01").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("05", "2022-11-26"))
                .returns(MET_LATE, Standing::state)
                .returns(day("2022-11-26"), Standing::actualOn)
                .returns(FactSource.MILESTONE, Standing::source);
    }

    @Test
    void a_date_that_runs_from_the_hand_over_of_the_land_has_no_day_until_then() {
        agreement
                .signed(new CompanyCommitment(
                        "02",
                        CourseScenario.PHASE,
                        Metric.START_DATE,
                        Operator.NOT_LATER_THAN,
                        null,
                        null,
                        DueRule.monthsAfter(Anchor.LAND_HANDOVER, 3),
                        null,
                        null))
                .handedOver("2021-06-22");
        assertThat(agreement.on("02", "2021-06-21"))
                .returns(PENDING, Standing::state)
                .returns(null, Standing::dueOn);
        assertThat(agreement.on("02", "2021-06-22").dueOn()).isEqualTo("2021-09-22");
        assertThat(agreement.on("02", "2021-09-23").state()).isEqualTo(BREACHED);
    }

    @Test
    void a_figure_waits_for_the_return_that_speaks_of_its_day() {
        agreement
                .signed(figure("03", Metric.FIXED_ASSET_INVESTMENT, "35000", DueRule.on(day("2022-12-15"))))
                .invested("2022-11", "20000")
                .invested("2022-12", "30000");
        assertThat(agreement.on("03", "2022-12-14"))
                .returns(PENDING, Standing::state)
                .returns("20000", Standing::actual);
        assertThat(agreement.on("03", "2022-12-20").state()).isEqualTo(DUE);
        assertThat(agreement.on("03", "2022-12-31"))
                .as("more than four fifths")
                .returns(PARTLY_MET, Standing::state)
                .returns("30000", Standing::actual)
                .returns(new BigDecimal("-5000"), Standing::gap);
    }

    @Test
    void a_figure_below_four_fifths_is_a_breach_and_what_comes_later_is_late() {
        agreement
                .signed(figure("03", Metric.FIXED_ASSET_INVESTMENT, "35000", DueRule.on(day("2022-12-31"))))
                .invested("2022-12", "27999")
                .invested("2023-03", "35000");
        assertThat(agreement.on("03", "2023-01-01").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("03", "2023-03-31"))
                .returns(MET_LATE, Standing::state)
                .returns("35000", Standing::actual);
    }

    @Test
    void a_figure_reached_early_is_met_and_what_may_not_be_exceeded_waits_for_its_day() {
        agreement
                .signed(
                        figure("03", Metric.FIXED_ASSET_INVESTMENT, "35000", DueRule.on(day("2022-12-31"))),
                        new CompanyCommitment(
                                "04",
                                CourseScenario.PHASE,
                                Metric.FIXED_ASSET_INVESTMENT,
                                Operator.AT_MOST,
                                "40000",
                                null,
                                DueRule.on(day("2022-12-31")),
                                null,
                                null))
                .invested("2022-06", "36200")
                .invested("2022-12", "40000");
        assertThat(agreement.on("03", "2022-06-30").state()).isEqualTo(MET);
        assertThat(agreement.on("04", "2022-06-30").state()).isEqualTo(PENDING);
        assertThat(agreement.on("04", "2022-12-31").state()).isEqualTo(MET);
    }

    @Test
    void intensity_is_computed_and_says_of_what() {
        agreement
                .signed(figure("04", Metric.INVESTMENT_INTENSITY, "250", DueRule.on(day("2022-12-31"))))
                .invested("2022-12", "36200");
        assertThat(agreement.on("04", "2022-12-31"))
                .returns(MET, Standing::state)
                .returns("258.5714", Standing::actual)
                .returns("36200 ÷ 140", Standing::inputs)
                .returns(FactSource.MONTHLY_RETURN, Standing::source);
    }

    @Test
    void tax_per_mu_takes_twelve_months_without_a_gap() {
        agreement
                .signed(figure("08", Metric.TAX_PER_MU, "5", DueRule.on(day("2024-12-31"))))
                .taxed("2024-01", "2024-09", "500")
                .taxed("2024-11", "2024-12", "100")
                .taxed("2024-10", "2024-10", "100");
        assertThat(agreement.on("08", "2024-12-30").actual()).isNull();
        assertThat(agreement.on("08", "2024-12-31"))
                .returns("5", Standing::actual)
                .returns("700 ÷ 140", Standing::inputs)
                .returns(MET, Standing::state);
    }

    @Test
    void an_audited_figure_outweighs_what_was_reported() {
        agreement
                .signed(figure("03", Metric.FIXED_ASSET_INVESTMENT, "35000", DueRule.on(day("2022-12-31"))))
                .invested("2022-12", "36200")
                .assessed("03", "34000", null, "2023-02-10");
        assertThat(agreement.on("03", "2023-02-09").state()).isEqualTo(MET);
        assertThat(agreement.on("03", "2023-02-10"))
                .returns(PARTLY_MET, Standing::state)
                .returns(FactSource.ASSESSMENT, Standing::source);
    }

    @Test
    void a_supplement_does_not_wash_away_a_breach_and_its_own_words_have_a_line_of_their_own() {
        agreement
                .signed(date("11", Metric.COMPLETION_DATE, "2023-06-30"))
                .amended("2023-08-10", date("11", Metric.COMPLETION_DATE, "2024-03-31"))
                .recognised(Milestone.COMPLETION, "2024-03-01");
        assertThat(agreement.lines("11", "2023-08-10"))
                .extracting(Standing::state, Standing::judgedBy, Standing::dueOn, Standing::frozenOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(BREACHED, 1, day("2023-06-30"), day("2023-08-10")),
                        org.assertj.core.groups.Tuple.tuple(PENDING, 2, day("2024-03-31"), null));
        assertThat(agreement.lines("11", "2024-03-01"))
                .extracting(Standing::state)
                .containsExactly(BREACHED, MET);
    }

    @Test
    void words_that_were_not_due_yet_are_superseded_and_the_same_words_go_on() {
        agreement
                .signed(
                        date("11", Metric.COMPLETION_DATE, "2023-12-31"),
                        date("12", Metric.PRODUCTION_DATE, "2024-06-30"))
                .amended(
                        "2023-08-10",
                        date("11", Metric.COMPLETION_DATE, "2024-03-31"),
                        date("12", Metric.PRODUCTION_DATE, "2024-06-30"));
        assertThat(agreement.lines("11", "2023-08-10"))
                .extracting(Standing::state)
                .containsExactly(SUPERSEDED, PENDING);
        assertThat(agreement.lines("12", "2023-08-10"))
                .singleElement()
                .returns(PENDING, Standing::state)
                .returns(2, Standing::judgedBy);
    }

    @Test
    void a_clause_that_was_dropped_after_its_breach_can_still_be_put_right() {
        agreement
                .signed(date("11", Metric.COMPLETION_DATE, "2023-06-30"))
                .amended("2023-08-10")
                .recognised(Milestone.COMPLETION, "2023-09-01");
        assertThat(agreement.on("11", "2023-08-31").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("11", "2023-09-01").state()).isEqualTo(MET_LATE);
    }

    @Test
    void a_rectification_runs_until_its_deadline_and_persists_after_it() {
        agreement
                .signed(date("11", Metric.COMPLETION_DATE, "2023-06-30"))
                .ordered("11", "2023-07-10", "2023-09-30")
                .recognised(Milestone.COMPLETION, "2023-11-01");
        assertThat(agreement.on("11", "2023-07-09").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("11", "2023-09-30"))
                .returns(RECTIFYING, Standing::state)
                .returns(day("2023-09-30"), Standing::deadline);
        assertThat(agreement.on("11", "2023-10-01").state()).isEqualTo(PERSISTENT);
        assertThat(agreement.on("11", "2023-11-01").state()).isEqualTo(MET_LATE);
    }

    @Test
    void what_is_waived_is_not_held_against_the_company_from_that_day_on() {
        agreement.signed(date("11", Metric.COMPLETION_DATE, "2023-06-30")).waived("11", "2023-07-20");
        assertThat(agreement.on("11", "2023-07-19").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("11", "2023-07-20").state()).isEqualTo(WAIVED);
    }

    @Test
    void a_commitment_in_words_waits_for_the_verdict_of_a_reviewer() {
        agreement
                .signed(words("15", "污水自行预处理", "2022-12-31"))
                .assessed("15", "抽样不达标", CommitmentVerdict.BREACHED, "2023-01-10")
                .assessed("15", "复核达标", CommitmentVerdict.MET, "2023-04-10");
        assertThat(agreement.on("15", "2023-01-01").state()).isEqualTo(DUE);
        assertThat(agreement.on("15", "2023-01-10").state()).isEqualTo(BREACHED);
        assertThat(agreement.on("15", "2023-04-10").state()).isEqualTo(MET_LATE);
    }

    @Test
    void an_agreement_that_ends_leaves_breaches_as_they_are() {
        agreement
                .signed(date("05", Metric.START_DATE, "2022-03-31"), date("06", Metric.COMPLETION_DATE, "2023-03-31"))
                .rescinded("2022-08-01")
                .recognised(Milestone.CONSTRUCTION_START, "2022-09-01");
        assertThat(agreement.on("05", "2022-09-01"))
                .returns(BREACHED, Standing::state)
                .returns(day("2022-08-01"), Standing::frozenOn);
        assertThat(agreement.on("06", "2022-08-01").state()).isEqualTo(SUPERSEDED);
    }

    @Test
    void money_is_honoured_once_all_of_it_was_paid() {
        agreement
                .promised(incentive("25", "724", "2023-09-30"))
                .advanced("25", PromiseStep.CLAIMED, "2023-05-01")
                .advanced("25", PromiseStep.VERIFIED, "2023-06-01")
                .paid("25", "500", "2023-08-01")
                .paid("25", "224", "2023-12-01");
        assertThat(agreement.on("25", "2023-04-30").state()).isEqualTo(PROMISED);
        assertThat(agreement.on("25", "2023-08-01"))
                .returns(VERIFIED, Standing::state)
                .returns("500", Standing::actual)
                .returns(new BigDecimal("-224"), Standing::gap);
        assertThat(agreement.on("25", "2023-12-01"))
                .returns(HONOURED, Standing::state)
                .returns(day("2023-12-01"), Standing::actualOn);
    }

    @Test
    void land_is_honoured_by_handing_it_over() {
        agreement.promised(land("21", "2021-06-30")).handedOver("2021-07-08");
        assertThat(agreement.on("21", "2021-07-07").state()).isEqualTo(PROMISED);
        assertThat(agreement.on("21", "2021-07-08"))
                .returns(HONOURED, Standing::state)
                .returns(day("2021-07-08"), Standing::actualOn)
                .returns(FactSource.ELEMENT, Standing::source);
    }
}
