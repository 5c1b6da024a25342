package dev.wuwei.crm.projections.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Reached;
import dev.wuwei.crm.projections.commitment.WhatIfQuery.Trial;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One agreement over 260亩 that promises an output of 49,800万元, and a tax of 1,160万元 of its second phase; 12 months with output
 * 44,800万元 and tax 1,040万元, twelve more with output alone, and 8,900万元 invested.
 */
class WhatIfQueryTest extends ReadModelContract {
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 1);

    WhatIfQueryTest() {
        story.history.on("2024-11-05").by(story.promoter);
        story.history.record(new FollowUpEvent.ActualsReported(
                story.foodFollowUp,
                story.food,
                YearMonth.of(2023, 11),
                YearMonth.of(2024, 10),
                new EnterpriseActuals(Money.wan("44800"), null, Money.wan("1040"), 85, "统计"),
                LocalDate.of(2024, 10, 31)));
        story.history.record(
                new FollowUpEvent.PhaseResumed(story.foodFollowUp, story.food, "二期", LocalDate.of(2024, 11, 1)));
        story.history.record(new SigningEvent.AgreementAmended(
                story.foodAgreement,
                story.food,
                3,
                "LQ-2023-006-B2",
                new AgreementTerms(
                        Money.yi("10.5"),
                        null,
                        null,
                        Area.mu("260"),
                        List.of(),
                        List.of(),
                        List.of(promise(null, Metric.OUTPUT, "49800"), promise("二期", Metric.TAX, "1160")),
                        List.of()),
                List.of(),
                LocalDate.of(2024, 10, 1)));
        story.history.record(new LeadEvent.LeadRevised(
                story.foodLead, story.food, story.foodProfile("甲子食品新厂", "9.6"), LocalDate.of(2024, 11, 20)));
        story.history.on("2025-11-05");
        story.history.record(new FollowUpEvent.ActualsReported(
                story.foodFollowUp,
                story.food,
                YearMonth.of(2024, 11),
                YearMonth.of(2025, 10),
                new EnterpriseActuals(Money.wan("60000"), null, null, 85, "统计"),
                LocalDate.of(2025, 10, 31)));
    }

    private static CompanyCommitment promise(String phase, Metric metric, String value) {
        return new CompanyCommitment(
                "09", phase, metric, CompanyCommitment.Operator.AT_LEAST, value, "万元", null, null, null);
    }

    @Override
    protected ReadModel model() {
        return new CommitmentReadModel(dataSource, new TestThresholds());
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(
                new ProjectReadModel(dataSource, new TestThresholds()), TestLedger.model(dataSource, story.history));
    }

    private WhatIfQuery query() {
        return new WhatIfQuery(jdbc, gaps());
    }

    private FiveGapsQuery gaps() {
        return new FiveGapsQuery(jdbc, new TestThresholds());
    }

    private Trial trial(Standard standard, String holds, String tried, AsOf asOf, Viewer viewer) {
        return query().trial(standard, new BigDecimal(holds), new BigDecimal(tried), asOf, viewer, TODAY);
    }

    @Test
    void a_project_falls_out_when_the_standard_is_raised_above_what_it_has_come_to() {
        Trial trial = trial(Standard.TAX_PER_MU, "3", "5", AsOf.NOW, Viewer.everything());

        assertThat(trial)
                .extracting(Trial::measured, Trial::before, Trial::after)
                .containsExactly(1, 1, 0);
        assertThat(trial.entering()).isEmpty();
        assertThat(trial.leaving())
                .extracting(Reached::projectNo, each -> each.value().stripTrailingZeros(), Reached::inputs, Reached::on)
                .containsExactly(tuple("ZS-2023-0001", new BigDecimal("4"), "1040 ÷ 260", LocalDate.of(2024, 10, 31)));
    }

    @Test
    void it_comes_in_when_the_standard_is_lowered_and_reaching_it_exactly_is_enough() {
        Trial trial = trial(Standard.TAX_PER_MU, "4.01", "4", AsOf.NOW, Viewer.everything());

        assertThat(trial).extracting(Trial::before, Trial::after).containsExactly(0, 1);
        assertThat(trial.entering()).hasSize(1);
        assertThat(trial.leaving()).isEmpty();
    }

    @Test
    void nothing_is_told_before_twelve_months_were_reported_nor_as_known_before() {
        assertThat(trial(Standard.TAX_PER_MU, "3", "5", AsOf.on(LocalDate.of(2024, 10, 30)), Viewer.everything())
                        .measured())
                .isZero();
        AsOf before = new AsOf(null, Instant.parse("2024-11-01T00:00:00Z"));
        assertThat(trial(Standard.TAX_PER_MU, "3", "5", before, Viewer.everything())
                        .measured())
                .isZero();
    }

    @Test
    void full_capacity_is_reached_by_output_and_tax_alike_of_every_phase_and_not_by_what_is_rounded() {
        Trial trial = trial(Standard.FULL_CAPACITY, "89.7", "89.65", AsOf.NOW, Viewer.everything());

        assertThat(trial)
                .extracting(Trial::measured, Trial::before, Trial::after)
                .containsExactly(1, 0, 1);
        assertThat(trial.entering())
                .extracting(Reached::value, Reached::inputs, Reached::on)
                .containsExactly(tuple(new BigDecimal("89.65"), "1040 ÷ 1160", LocalDate.of(2024, 10, 31)));
        assertThat(trial(Standard.FULL_CAPACITY, "89.66", "89", AsOf.NOW, Viewer.everything())
                        .before())
                .isZero();
    }

    @Test
    void output_alone_is_no_full_capacity_when_the_tax_of_those_months_was_not_told() {
        AsOf later = AsOf.on(LocalDate.of(2025, 12, 1));

        assertThat(trial(Standard.FULL_CAPACITY, "100", "50", later, Viewer.everything())
                        .measured())
                .isZero();
        assertThat(trial(Standard.OUTPUT_PER_MU, "100", "50", later, Viewer.everything())
                        .measured())
                .isOne();
    }

    @Test
    void a_project_has_the_name_that_it_had_on_the_day() {
        assertThat(trial(Standard.TAX_PER_MU, "3", "5", AsOf.on(LocalDate.of(2024, 11, 19)), Viewer.everything())
                        .leaving())
                .extracting(Reached::name)
                .containsExactly("甲子食品产业园");
        assertThat(trial(Standard.TAX_PER_MU, "3", "5", AsOf.on(LocalDate.of(2024, 11, 20)), Viewer.everything())
                        .leaving())
                .extracting(Reached::name)
                .containsExactly("甲子食品新厂");
    }

    @Test
    void a_light_turns_red_when_the_days_that_are_let_pass_are_fewer_than_those_it_is_late() {
        AsOf day = AsOf.on(LocalDate.of(2027, 6, 1));
        FiveGapsQuery.PhaseView late = gaps().phases(FiveGapsQuery.Request.ALL, day, Viewer.everything()).stream()
                .filter(phase -> phase.daysLate() > 0 && phase.state() != PhaseState.SIGNED)
                .findFirst()
                .orElseThrow();
        String days = String.valueOf(late.daysLate());

        assertThat(trial(Standard.LATE_RED, days, String.valueOf(late.daysLate() - 1), day, Viewer.everything())
                        .entering())
                .extracting(Reached::projectNo, each -> each.value().toString(), Reached::on)
                .containsExactly(tuple(late.projectNo(), days, late.dueOn()));
    }

    @Test
    void a_start_that_was_missed_is_tried_in_months_and_turns_on_the_first_day_of_one() {
        AsOf resumed = AsOf.on(LocalDate.of(2024, 11, 30));
        LocalDate due = gaps().phases(FiveGapsQuery.Request.ALL, resumed, Viewer.everything()).stream()
                .filter(phase -> phase.state() == PhaseState.SIGNED)
                .findFirst()
                .orElseThrow()
                .dueOn();
        LocalDate second = YearMonth.from(due).plusMonths(2).atDay(1);
        Trial late = trial(Standard.START_RED, "3", "2", AsOf.on(second), Viewer.everything());
        assertThat(late).extracting(Trial::before, Trial::after).containsExactly(0, 1);
        assertThat(late.entering())
                .extracting(Reached::inputs, each -> each.value().longValue(), Reached::on)
                .containsExactly(tuple("二期", ChronoUnit.DAYS.between(due, second), due));
        assertThat(trial(Standard.START_RED, "3", "2", AsOf.on(second.minusDays(1)), Viewer.everything()))
                .extracting(Trial::before, Trial::after)
                .containsExactly(0, 0);
        assertThat(trial(Standard.START_YELLOW, "1", "2", AsOf.on(second.minusDays(1)), Viewer.everything())
                        .leaving())
                .hasSize(1);
    }

    @Test
    void what_is_not_in_the_statistics_is_tried_in_months_after_the_start() {
        Trial trial =
                trial(Standard.STATISTICS_RED, "2", "1", AsOf.on(LocalDate.of(2023, 10, 19)), Viewer.everything());
        assertThat(trial.entering())
                .extracting(Reached::inputs, each -> each.value().intValue(), Reached::on)
                .containsExactly(tuple("一期", 60, LocalDate.of(2023, 8, 20)));
        assertThat(trial(Standard.STATISTICS_RED, "2", "1", AsOf.on(LocalDate.of(2023, 9, 19)), Viewer.everything())
                        .after())
                .isZero();
    }

    @Test
    void a_light_tried_at_the_limit_that_holds_shows_what_the_lists_show() {
        for (LocalDate day : List.of(
                LocalDate.of(2023, 9, 15), LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 1), TODAY.plusYears(3))) {
            List<FiveGapsQuery.PhaseView> phases =
                    gaps().phases(FiveGapsQuery.Request.ALL, AsOf.on(day), Viewer.everything());
            for (Standard standard : Standard.values()) {
                String limit = new TestThresholds().standard(standard).toString();
                if (standard.isLight()) {
                    assertThat(trial(standard, limit, limit, AsOf.on(day), Viewer.everything())
                                    .before())
                            .as("%s on %s", standard, day)
                            .isEqualTo((int) phases.stream()
                                    .filter(phase -> !phase.verdict().quiet())
                                    .filter(phase -> phase.verdict().reasons().stream()
                                            .anyMatch(
                                                    reason -> WhatIfQuery.standardOf(reason.kind()) == standard.yellow()
                                                            && (!standard.isRed() || reason.light() == Light.RED)))
                                    .count());
                }
            }
        }
    }

    @Test
    void those_below_the_standard_that_holds_are_named() {
        assertThat(trial(Standard.TAX_PER_MU, "5", "3", AsOf.NOW, Viewer.everything())
                        .below())
                .extracting(Reached::projectNo)
                .containsExactly("ZS-2023-0001");
        assertThat(trial(Standard.TAX_PER_MU, "3", "5", AsOf.NOW, Viewer.everything())
                        .below())
                .isEmpty();
    }

    @Test
    void a_project_of_another_park_is_not_among_them() {
        Viewer south = new Viewer(StaffId.next(), Set.of(Role.LEADER), Set.of("south"));

        assertThat(trial(Standard.TAX_PER_MU, "3", "5", AsOf.NOW, south).measured())
                .isZero();
    }
}
