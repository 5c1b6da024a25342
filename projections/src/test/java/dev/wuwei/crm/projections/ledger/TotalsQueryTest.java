package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Excluded;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Explanation;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Request;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said beside a figure: the same period a year before, what was left out and why, who entered what. */
class TotalsQueryTest {
    private static final History HISTORY = new History();
    private static final Life LARGE = new Life("ZS-2022-0001", HISTORY);
    private static final Life SMALL = new Life("ZS-2022-0002", HISTORY);
    private static final Life DOLLARS = new Life("ZS-2022-0003", HISTORY);
    private static final Life NAMELESS = new Life("ZS-2022-0004", HISTORY);
    private static final Life SHELVED = new Life("ZS-2022-0005", HISTORY);
    private static final StaffId CLERK = StaffId.next();
    private static final CountingPolicyId CITY = CountingPolicyId.next();

    private static HikariDataSource dataSource;
    private static TotalsQuery totals;
    private static PolicyQuery policies;

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @BeforeAll
    static void tell() {
        HISTORY.on("2021-12-01").by(CLERK);
        HISTORY.record(new StaffEvent.AccountOpened(
                CLERK, "zhouwu", "周戊", "录入员", null, Set.of(Role.PROMOTER), List.of(), null, null, day("2021-12-01")));
        LARGE.registered("2022-01-10", Money.yi("8"));
        SMALL.registered("2022-01-11", Money.yi("0.5"));
        DOLLARS.registered("2022-01-12", Money.wanUsd("2000"));
        NAMELESS.inNoIndustry().registered("2022-01-13", Money.yi("2"));
        SigningId large = LARGE.signed("2022-05-01", "8", false);
        LARGE.paid(large, "2022-06-01", Money.yi("1"), Money.wanUsd("30"));
        SigningId small = SMALL.signed("2022-05-02", "0.5", false);
        SMALL.paid(small, "2022-06-02", Money.yi("0.1"), Money.wanUsd("20"));
        NAMELESS.signed("2022-12-20", "2023-02-10", "2", false);
        LARGE.renamed("2023-03-01", "更名后的项目", Money.yi("8"));
        SHELVED.registered("2022-01-14", Money.yi("3")).shelved("2022-03-01");
        HISTORY.on("2024-01-01").by(CLERK);
        HISTORY.record(new CountingEvent.CountingPolicyDefined(CITY, "city", 1, "市口径", city(10), day("2024-01-01")));
        HISTORY.on("2024-02-01").by(CLERK).because("放宽");
        HISTORY.record(new CountingEvent.CountingPolicyRevised(CITY, "city", 2, "市口径", city(100), day("2024-02-01")));

        dataSource = TestPostgres.migratedDataSource();
        History.play(TestLedger.model(dataSource, HISTORY), dataSource, HISTORY.entries(), 9);
        History.play(new TimelineReadModel(dataSource, HISTORY, new EventNames()), dataSource, HISTORY.entries(), 9);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        policies = new PolicyQuery(jdbc, TestCountingRules::standard);
        totals = new TotalsQuery(jdbc, policies, new CatalogueQuery(jdbc, new TestDictionaries()));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static CountingRules city(int lateAfterDays) {
        CountingRules rules = TestCountingRules.lateAfter(lateAfterDays);
        return TestCountingRules.rules(
                rules.kinds(),
                rules.upgrade(),
                rules.amountChange(),
                rules.ending(),
                lateAfterDays,
                true,
                List.of(new Exclusion(
                        "SMALL", "一亿元以下不计", List.of(), List.of(), List.of(), List.of(), List.of(), Money.yi("1"))));
    }

    private static Explanation explain(Request request, AsOf asOf) {
        return totals.explain(request, Map.of(), asOf, Viewer.everything());
    }

    private static Request of(Measure measure, String policy, String from, String to) {
        return Request.of(measure).under(policy).between(day(from), day(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-12-31, 2025-11-28, 2024-01-01, 2024-11-28",
        "2025-07-01, 2025-09-30, 2025-11-28, 2024-07-01, 2024-09-30",
        "2025-01-01, 2025-12-31, 2026-03-01, 2024-01-01, 2024-12-31",
        "2024-01-01, 2024-12-31, 2024-02-29, 2023-01-01, 2023-02-28",
        "2025-01-01, 2025-02-28, 2025-06-01, 2024-01-01, 2024-02-29"
    })
    void the_same_period_a_year_before_ends_on_the_same_day_where_this_one_is_not_over(
            String from, String to, String today, String before, String until) {
        Request request = Request.of(Measure.SIGNED).between(day(from), day(to));
        assertThat(request.yearBefore(day(today))).hasValue(request.between(day(before), day(until)));
    }

    @Test
    void nothing_is_held_against_a_period_that_has_no_end_or_has_not_begun() {
        assertThat(Request.of(Measure.SIGNED).yearBefore(day("2025-11-28"))).isEmpty();
        assertThat(Request.of(Measure.SIGNED)
                        .between(day("2026-01-01"), day("2026-12-31"))
                        .yearBefore(day("2025-11-28")))
                .isEmpty();
    }

    @Test
    void classes_of_either_year_stand_in_their_order_each_with_both_figures() {
        TotalsQuery.Totals now = classes("2025-01", "2025-04", null);
        assertThat(totals.beside(now, classes("2024-01", "2024-02", "2024-03", "2024-05")))
                .extracting(
                        each -> each.row().code().get(Dimension.MONTH),
                        each -> each.row().figure().count(),
                        each -> each.before().count())
                .containsExactly(
                        tuple("2025-01", 1L, 1L),
                        tuple("2025-02", 0L, 1L),
                        tuple("2025-03", 0L, 1L),
                        tuple("2025-04", 1L, 0L),
                        tuple("2025-05", 0L, 1L),
                        tuple(null, 1L, 0L));
    }

    private static TotalsQuery.Totals classes(String... codes) {
        return new TotalsQuery.Totals(
                Request.of(Measure.SIGNED, Dimension.MONTH),
                AsOf.NOW,
                Arrays.stream(codes)
                        .map(code -> new TotalsQuery.Row(
                                Collections.singletonMap(Dimension.MONTH, code),
                                Collections.singletonMap(Dimension.MONTH, null),
                                new Figure(1, List.of())))
                        .toList(),
                new Figure(codes.length, List.of()));
    }

    @Test
    void what_is_all_in_dollars_has_no_share_of_a_sum_in_yuan() {
        Figure yuan = new Figure(1, List.of(Money.yi("3")));
        Figure dollars = new Figure(1, List.of(Money.wanUsd("300")));
        Figure both = yuan.plus(dollars);
        assertThat(yuan.shareOf(both, Currency.CNY)).isEqualByComparingTo("1");
        assertThat(dollars.shareOf(both, Currency.CNY)).isNull();
        assertThat(dollars.shareOf(both, Currency.USD)).isEqualByComparingTo("1");
        assertThat(new Figure(1, List.of()).shareOf(both, Currency.CNY)).isEqualByComparingTo("0");
    }

    @Test
    void what_a_policy_leaves_out_is_named_beside_every_figure_that_it_is_missing_from() {
        for (Measure measure : List.of(
                Measure.SIGNED,
                Measure.NEWLY_INTRODUCED,
                Measure.RECOGNISED,
                Measure.ARRIVED,
                Measure.CONTRACTED_FOREIGN,
                Measure.ACTUAL_FOREIGN)) {
            Explanation year = explain(of(measure, "city@2", "2022-01-01", "2022-12-31"), AsOf.NOW);
            assertThat(year.excluded())
                    .as("%s", measure)
                    .extracting(Excluded::projectNo, Excluded::rule)
                    .containsExactly(tuple("ZS-2022-0002", "SMALL"));
            assertThat(explain(of(measure, "default@1", "2022-01-01", "2022-12-31"), AsOf.NOW)
                            .excluded())
                    .as("%s", measure)
                    .isEmpty();
            assertThat(explain(of(measure, "city@2", "2023-01-01", "2023-12-31"), AsOf.NOW)
                            .excluded())
                    .as("%s", measure)
                    .isEmpty();
        }
        assertThat(explain(of(Measure.ACTUAL_FOREIGN, "city@2", "2022-01-01", "2022-12-31"), AsOf.NOW)
                        .excluded()
                        .getFirst()
                        .amount())
                .isEqualTo(Money.wanUsd("20"));
        assertThat(explain(of(Measure.ARRIVED, "city@2", "2022-01-01", "2022-12-31"), AsOf.on(day("2022-06-01")))
                        .excluded())
                .as("before it came")
                .isEmpty();
    }

    @Test
    void an_estimate_in_dollars_is_not_below_an_amount_in_yuan() {
        assertThat(explain(Request.of(Measure.IN_TALKS).under("city@2"), AsOf.NOW))
                .satisfies(talks -> assertThat(talks.rows())
                        .extracting(TotalsQuery.ExplainedProject::projectNo)
                        .containsExactly("ZS-2022-0003"))
                .satisfies(talks -> assertThat(talks.excluded())
                        .extracting(Excluded::projectNo)
                        .doesNotContain("ZS-2022-0003"));
    }

    @Test
    void a_project_that_was_in_the_figure_once_is_left_out_under_the_rule_that_keeps_it_out_now() {
        assertThat(explain(Request.of(Measure.IN_TALKS).under("default"), AsOf.NOW)
                        .excluded())
                .extracting(Excluded::projectNo, Excluded::rule)
                .contains(tuple("ZS-2022-0005", "SHELVED_NOT_COUNTED"));
    }

    @Test
    void an_entry_that_came_too_late_is_named_where_it_happened_with_the_day_that_it_counts_on() {
        for (AsOf asOf : List.of(AsOf.NOW, AsOf.on(day("2022-12-31")))) {
            assertThat(explain(of(Measure.SIGNED, "city@1", "2022-12-01", "2022-12-31"), asOf)
                            .excluded())
                    .as("%s", asOf)
                    .containsExactly(new Excluded(
                            NAMELESS.project,
                            "ZS-2022-0004",
                            "项目ZS-2022-0004",
                            "LATE_ENTRY",
                            Money.yi("2"),
                            day("2023-02-10")));
        }
        Explanation byMonth = totals.explain(
                Request.of(Measure.SIGNED, Dimension.MONTH).under("city@1"),
                Map.of(Dimension.MONTH, "2022-12"),
                AsOf.NOW,
                Viewer.everything());
        assertThat(byMonth.figure()).isEqualTo(Figure.NOTHING);
        assertThat(byMonth.excluded()).extracting(Excluded::rule).containsExactly("LATE_ENTRY");
        assertThat(explain(of(Measure.SIGNED, "city@2", "2022-12-01", "2022-12-31"), AsOf.NOW)
                        .excluded())
                .as("in time by the other version")
                .isEmpty();
        assertThat(explain(of(Measure.SIGNED, "city@1", "2023-02-01", "2023-02-28"), AsOf.NOW)
                        .rows())
                .extracting(TotalsQuery.ExplainedProject::projectNo)
                .containsExactly("ZS-2022-0004");
        assertThat(explain(
                                of(Measure.SIGNED, "city@1", "2022-12-01", "2022-12-31"),
                                new AsOf(null, Instant.parse("2023-02-01T00:00:00Z")))
                        .excluded())
                .as("before it was entered")
                .isEmpty();
    }

    @Test
    void each_entry_says_who_made_it() {
        assertThat(explain(of(Measure.SIGNED, "default", "2022-05-01", "2022-05-01"), AsOf.NOW)
                        .rows()
                        .getFirst()
                        .events())
                .extracting(TotalsQuery.ExplainedEvent::recordedBy)
                .containsOnly("周戊");
    }

    @Test
    void a_project_is_called_as_on_the_day_asked_for() {
        Request request = of(Measure.SIGNED, "default", "2022-05-01", "2022-05-01");
        AsOf then = AsOf.on(day("2022-12-31"));
        assertThat(explain(request, then).rows())
                .extracting(TotalsQuery.ExplainedProject::name)
                .containsExactly("项目ZS-2022-0001");
        assertThat(explain(request, AsOf.NOW).rows())
                .extracting(TotalsQuery.ExplainedProject::name)
                .containsExactly("更名后的项目");
        assertThat(totals.moves(request, Map.of(), day("2022-04-30"), then, Viewer.everything()))
                .extracting(TotalsQuery.Move::name)
                .containsOnly("项目ZS-2022-0001");
        assertThat(totals.compare(request, "default", "city@2", then, Viewer.everything())
                        .differences())
                .isEmpty();
        assertThat(totals.compare(Request.of(Measure.SIGNED), "default@1", "city@1", then, Viewer.everything())
                        .differences())
                .extracting(TotalsQuery.Difference::name)
                .contains("项目ZS-2022-0002");
    }

    @Test
    void a_policy_without_a_version_is_the_latest_one_that_was_known() {
        assertThat(policies.of("city", AsOf.NOW).id()).isEqualTo("city@2");
        assertThat(policies.of("city", new AsOf(null, Instant.parse("2024-01-15T00:00:00Z")))
                        .id())
                .isEqualTo("city@1");
        AsOf before = new AsOf(null, Instant.parse("2023-12-15T00:00:00Z"));
        assertThat(policies.of("city", before).id())
                .as("what it would have been: the same for ever, whatever version comes")
                .isEqualTo("city@1");
        assertThat(policies.of("city@2", before).id()).isEqualTo("city@2");
        assertThatThrownBy(() -> policies.of("county", before)).hasMessage("ledger.unknown-policy");
    }

    @Test
    void a_size_that_is_not_known_in_yuan_is_in_no_band_and_opens_all_the_same() {
        for (Request request : List.of(
                Request.of(Measure.IN_TALKS, Dimension.SIZE_BAND).under("default"),
                Request.of(Measure.IN_TALKS, Dimension.SIZE_BAND)
                        .under("default")
                        .inExclusiveBands())) {
            assertThat(totals.totals(request, AsOf.NOW, Viewer.everything()).rows())
                    .extracting(row -> row.code().get(Dimension.SIZE_BAND), TotalsQuery.Row::figure)
                    .containsExactly(tuple(null, new Figure(1, List.of(Money.wanUsd("2000")))));
            assertThat(totals.explain(
                                    request,
                                    Collections.singletonMap(Dimension.SIZE_BAND, null),
                                    AsOf.NOW,
                                    Viewer.everything())
                            .figure())
                    .isEqualTo(new Figure(1, List.of(Money.wanUsd("2000"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "industry, new-materials, new-materials",
        "industry, 电子信息, electronics",
        "industry, no-such-code,",
        "park, 经开区, park-a",
        "sizeBand, ge5, ge5",
        "sizeBand, ge7,",
        "year, 2031, 2031",
        "year, soon,",
        "half, 2023-H3,",
        "quarter, 2023-Q4, 2023-Q4",
        "month, 2023-13,",
        "kind, NEWLY_INTRODUCED, NEWLY_INTRODUCED",
        "fiveGap, PRODUCING, PRODUCING",
        "fiveGap, DREAMING,",
        "team, 三科,"
    })
    void a_class_is_found_by_code_or_name_even_where_nothing_counts_under_it(
            String dimension, String named, String code) {
        assertThat(totals.code(Dimension.of(dimension), named, Request.of(Measure.SIGNED), AsOf.NOW))
                .isEqualTo(Optional.ofNullable(code));
    }
}
