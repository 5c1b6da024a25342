package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DatedEntry;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import dev.wuwei.crm.standard.StandardsId;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestStandardBook;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerModelTest extends ReadModelContract {
    private static final TeamId SECOND_TEAM = TeamId.next();
    private static final Coded NORTH = new Coded("north", "北区");
    private static final Coded SOUTH = new Coded("south", "南区");
    private static final Coded COUNTY = new Coded("county", "全县");
    private final EventMeta redAfterFourMonths;

    LedgerModelTest() {
        story.history.on("2023-08-01").by(story.promoter);
        EventMeta wrong = story.history.record(land("40"));
        story.history.correcting(wrong);
        story.history.record(new FollowUpEvent.ElementDeliveryWithdrawn(
                story.foodFollowUp, story.food, ElementKind.LAND, LocalDate.parse("2023-07-20")));
        story.history.record(land("30"));
        story.history.on("2024-02-01").by(story.promoter);
        story.history.record(new StaffEvent.TeamRenamed(story.firstTeam, "投资促进一科", LocalDate.parse("2024-01-01")));
        story.history.record(new StaffEvent.TeamOpened(SECOND_TEAM, "投资促进二科", null, LocalDate.parse("2024-01-10")));
        story.history.record(
                new StaffEvent.TeamMerged(story.firstTeam, SECOND_TEAM, "投资促进二科", LocalDate.parse("2024-02-01")));
        DictionaryId parks = DictionaryId.of(DictionaryKind.PARK);
        story.history.record(new DictionaryEvent.EntryRenamed(
                parks, DictionaryKind.PARK, NORTH, "北部新区", LocalDate.parse("2023-09-01")));
        story.history.record(new DictionaryEvent.EntryMerged(
                parks, DictionaryKind.PARK, NORTH, SOUTH, LocalDate.parse("2024-01-01")));
        story.history.record(new DictionaryEvent.EntryAdded(
                parks, DictionaryKind.PARK, COUNTY, null, LocalDate.parse("2024-01-20")));
        story.history.record(new DictionaryEvent.EntryMoved(
                parks, DictionaryKind.PARK, SOUTH, COUNTY, LocalDate.parse("2024-01-20")));
        story.history.on("2024-02-02").by(story.leader).because("常务会议");
        redAfterFourMonths = story.history.record(
                TestStandardBook.adopted(Standard.STATISTICS_RED, "4", LocalDate.parse("2023-11-20")));
        story.history.on("2024-02-03").by(story.leader).because("对标省里");
        StandardAdopted tax = TestStandardBook.adopted(Standard.TAX_PER_MU, "5", LocalDate.parse("2024-01-01"));
        story.history.record(tax);
        story.history.on("2024-02-04").by(story.leader).because("省里推迟");
        story.history.record(new StandardWithdrawn(
                StandardsId.ALL, tax.standard(), tax.limit(), tax.formerly(), tax.from(), tax.occurredOn()));
    }

    private FollowUpEvent land(String mu) {
        return new FollowUpEvent.ElementDelivered(
                story.foodFollowUp,
                story.food,
                ElementKind.LAND,
                Area.mu(mu),
                new Coded("judicial-auction", "司法拍卖"),
                null,
                List.of(),
                LocalDate.parse("2023-07-20"));
    }

    @Override
    protected ReadModel model() {
        return TestLedger.model(dataSource, story.history);
    }

    @Test
    void the_list_shows_projects_as_they_stand() {
        var projects = new LedgerQuery(jdbc)
                .projects(
                        ProjectFilter.ALL, ProjectSort.of("projectNo"), Page.first(50), AsOf.NOW, Viewer.everything());
        assertThat(projects.rows()).extracting(ProjectView::projectNo).containsExactly("ZS-2023-0001", "ZS-2023-0002");
        assertThat(projects.total()).isEqualTo(new Figure(2, List.of(Money.yi("22.5"))));
        ProjectView food = projects.rows().getFirst();
        assertThat(food.signed()).isEqualTo(Money.yi("10.5"));
        assertThat(food.arrived()).isEqualTo(Money.yi("1.2"));
        assertThat(food.fiveGap()).isEqualTo(PhaseState.SIGNED);
        assertThat(food.mostAdvanced()).isEqualTo(PhaseState.STARTED);
        assertThat(food.investorName()).isEqualTo("甲子食品有限公司");
        assertThat(food.leaderName()).isEqualTo("孙丙");
    }

    private LedgerQuery.Projects asked(ProjectFilter filter, String sort, AsOf asOf) {
        return new LedgerQuery(jdbc).projects(filter, ProjectSort.of(sort), Page.first(50), asOf, Viewer.everything());
    }

    @Test
    void every_filter_holds_on_a_past_day_and_so_do_count_and_sum() {
        AsOf then = AsOf.on(LocalDate.parse("2023-10-20"));
        Map<ProjectFilter, String> only = Map.ofEntries(
                Map.entry(ProjectFilter.ALL.fromRegions(Set.of("510000")), "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.fromRegions(Set.of("350000")), "ZS-2023-0002"),
                Map.entry(ProjectFilter.ALL.byMethods(Set.of("chain")), "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.amountBetween(new BigDecimal("1050000000.01"), null), "ZS-2023-0002"),
                Map.entry(
                        ProjectFilter.ALL.amountBetween(new BigDecimal("1050000000"), new BigDecimal("1200000000")),
                        "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.registeredBetween(LocalDate.parse("2023-10-09"), null), "ZS-2023-0002"),
                Map.entry(ProjectFilter.ALL.registeredBetween(null, LocalDate.parse("2023-10-08")), "ZS-2023-0001"),
                Map.entry(
                        ProjectFilter.ALL.signedBetween(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-12-31")),
                        "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.ofAgreementKinds(Set.of(AgreementKind.FORMAL)), "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.inAgreementStates(EnumSet.allOf(AgreementState.class)), "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.inChargeIs(story.colleague), "ZS-2023-0002"),
                Map.entry(ProjectFilter.ALL.inChargeIs(story.leader), "ZS-2023-0001"),
                Map.entry(ProjectFilter.ALL.matching("lq-2023-006"), "ZS-2023-0001"));
        only.forEach((filter, no) -> {
            LedgerQuery.Projects found = asked(filter, "projectNo", then);
            assertThat(found.rows())
                    .as("%s", filter)
                    .extracting(ProjectView::projectNo)
                    .containsExactly(no);
            assertThat(found.total())
                    .as("%s", filter)
                    .isEqualTo(new Figure(1, List.of(found.rows().getFirst().amount())));
        });
        assertThat(asked(
                                ProjectFilter.ALL.inStages(Set.of(Stage.LEAD)).inLeadStates(Set.of(LeadState.JUDGED)),
                                "projectNo",
                                AsOf.on(LocalDate.parse("2023-10-11")))
                        .rows())
                .extracting(ProjectView::projectNo)
                .containsExactly("ZS-2023-0002");
    }

    @Test
    void a_past_list_is_sorted_by_what_it_shows() {
        AsOf then = AsOf.on(LocalDate.parse("2023-10-20"));
        List.of("namePinyin", "stage", "leadState", "parkName", "industryName", "regionName", "-amount")
                .forEach(sort -> {
                    List<ProjectView> upwards =
                            asked(ProjectFilter.ALL, sort, then).rows();
                    assertThat(upwards).as(sort).hasSize(2);
                    if (!sort.equals("leadState")) {
                        String downwards = sort.startsWith("-") ? sort.substring(1) : "-" + sort;
                        assertThat(asked(ProjectFilter.ALL, downwards, then).rows())
                                .as(sort)
                                .isEqualTo(upwards.reversed());
                    }
                });
        assertThat(asked(ProjectFilter.ALL, "stage", then).rows())
                .extracting(ProjectView::stage)
                .containsExactly(Stage.FIRST_CONTACT, Stage.SIGNED);
        assertThat(asked(ProjectFilter.ALL, "regionName", then).rows())
                .as("by pinyin, not by code")
                .extracting(view -> view.region().name())
                .containsExactly("福建", "四川");
    }

    @Test
    void rows_of_a_project_that_hold_on_the_same_day_are_not_stored() {
        assertThatThrownBy(() -> jdbc.sql("update ledger_past set effective_to = effective_to + 1 where project_id = ?")
                        .param(story.food.value())
                        .update())
                .hasMessageContaining("hold on the same day");
    }

    @Test
    void a_rebuild_does_not_take_rows_that_hold_on_the_same_day() {
        LedgerModel model = (LedgerModel) model();
        model.verify(jdbc);
        jdbc.sql("alter table ledger_past disable trigger ledger_past_apart").update();
        try {
            jdbc.sql("update ledger_past set effective_to = effective_to + 1 where project_id = ?")
                    .param(story.food.value())
                    .update();
        } finally {
            jdbc.sql("alter table ledger_past enable trigger ledger_past_apart").update();
        }
        assertThatThrownBy(() -> model.verify(jdbc)).hasMessageContaining("hold on the same day");
    }

    @Test
    void an_amount_corrected_later_was_known_otherwise_before() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        var request = TotalsQuery.Request.of(Measure.SIGNED);
        LocalDate day = LocalDate.parse("2023-09-30");
        Instant before = story.amountCorrected.recordedAt().minusSeconds(1);
        assertThat(totals.totals(request, new AsOf(day, before), Viewer.everything())
                        .total())
                .isEqualTo(new Figure(1, List.of(Money.yi("10.2"))));
        assertThat(totals.totals(request, AsOf.on(day), Viewer.everything()).total())
                .isEqualTo(new Figure(1, List.of(Money.yi("10.5"))));
        assertThat(totals.waterfall(
                        Measure.SIGNED,
                        Map.of(),
                        before,
                        story.amountCorrected.recordedAt(),
                        AsOf.on(day),
                        Viewer.everything()))
                .isEqualTo(new TotalsQuery.Waterfall(
                        Measure.SIGNED,
                        new Figure(1, List.of(Money.yi("10.2"))),
                        List.of(new TotalsQuery.Bar(MoveCause.CORRECTED, new Figure(0, List.of(Money.yi("0.3"))))),
                        new Figure(1, List.of(Money.yi("10.5")))));
    }

    @Test
    void a_policy_counts_from_its_day_on_for_whoever_knows_of_the_decision() {
        PolicyQuery policies = new PolicyQuery(jdbc, TestCountingRules::standard);
        assertThat(policies.all(AsOf.NOW))
                .extracting(version -> version.policy().id(), PolicyQuery.PolicyVersion::latest)
                .containsExactly(tuple("default@1", true), tuple("as-signed@2", true), tuple("as-signed@1", false));
        LocalDate october = LocalDate.parse("2023-10-01");
        assertThat(policies.inForce(AsOf.on(october)).id()).isEqualTo("as-signed@1");
        assertThat(policies.inForce(AsOf.on(october.minusDays(1))).id()).isEqualTo("default@1");
        assertThat(policies.inForce(AsOf.on(LocalDate.parse("2023-11-01"))).id())
                .isEqualTo("default@1");
        assertThat(policies.inForce(new AsOf(october, Instant.parse("2023-09-01T00:00:00Z")))
                        .id())
                .isEqualTo("default@1");
        assertThat(policies.of("as-signed", AsOf.NOW).id()).isEqualTo("as-signed@2");
    }

    @Test
    void a_change_of_policy_is_a_bar_of_its_own_and_the_waterfall_balances() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        var waterfall = totals.waterfall(
                Measure.SIGNED,
                Map.of(),
                LocalDate.parse("2023-09-30"),
                LocalDate.parse("2023-10-31"),
                AsOf.NOW,
                Viewer.everything());
        assertThat(waterfall.opening()).isEqualTo(new Figure(1, List.of(Money.yi("10.5"))));
        assertThat(waterfall.bars())
                .containsExactly(new TotalsQuery.Bar(
                        MoveCause.POLICY_CHANGED,
                        new Figure(0, List.of(Money.yi("0.9").negated()))));
        assertThat(waterfall.closing()).isEqualTo(new Figure(1, List.of(Money.yi("9.6"))));
        var comparison = totals.compare(
                TotalsQuery.Request.of(Measure.SIGNED), "default", "as-signed@1", AsOf.NOW, Viewer.everything());
        assertThat(comparison.differences())
                .extracting(
                        TotalsQuery.Difference::projectNo, TotalsQuery.Difference::one, TotalsQuery.Difference::other)
                .containsExactly(tuple(
                        "ZS-2023-0001",
                        new Figure(1, List.of(Money.yi("10.5"))),
                        new Figure(1, List.of(Money.yi("9.6")))));
    }

    /** As listed: 北区 was called 北部园区 up to the middle of 2023. */
    private static List<DatedEntry> listed(DictionaryKind kind) {
        return kind != DictionaryKind.PARK
                ? new TestDictionaries().entries(kind)
                : List.of(
                        new DatedEntry("north", "北区", Map.of(LocalDate.parse("2023-06-30"), "北部园区"), null, null),
                        DatedEntry.unchanged(SOUTH));
    }

    private TotalsQuery reorganised() {
        return new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, LedgerModelTest::listed));
    }

    @Test
    void a_reorganisation_does_not_rewrite_old_totals_and_todays_catalogue_takes_them_along() {
        TotalsQuery totals = reorganised();
        var byPark = TotalsQuery.Request.of(Measure.SIGNED, Dimension.PARK).under("default");
        assertThat(named(totals, byPark, AsOf.on(LocalDate.parse("2023-06-30"))))
                .containsExactly("north 北部园区");
        assertThat(named(totals, byPark, AsOf.on(LocalDate.parse("2023-08-31"))))
                .containsExactly("north 北区");
        assertThat(named(totals, byPark, AsOf.on(LocalDate.parse("2023-09-01"))))
                .containsExactly("north 北部新区");
        assertThat(named(totals, byPark, AsOf.NOW)).containsExactly("north 北部新区");

        var today = byPark.under(Roof.TODAY);
        assertThat(named(totals, today, AsOf.on(LocalDate.parse("2023-08-31")))).containsExactly("south 南区");
        var answer = totals.totals(today, AsOf.NOW, Viewer.everything());
        assertThat(answer.total())
                .isEqualTo(totals.totals(byPark, AsOf.NOW, Viewer.everything()).total());
        assertThat(totals.explain(today, Map.of(Dimension.PARK, "south"), AsOf.NOW, Viewer.everything())
                        .figure())
                .isEqualTo(answer.rows().getFirst().figure());
    }

    @Test
    void breakdowns_counted_at_once_are_those_counted_one_by_one() {
        for (Measure measure : Measure.values()) {
            var request = TotalsQuery.Request.of(
                            measure, Dimension.PARK, Dimension.SIZE_BAND, Dimension.METHOD, Dimension.FIVE_GAP)
                    .under("default");
            var together = reorganised().breakdowns(request, AsOf.NOW, Viewer.everything());
            assertThat(together.rows()).containsOnlyKeys(request.by());
            for (Dimension dimension : request.by()) {
                var alone = reorganised().totals(request.by(dimension), AsOf.NOW, Viewer.everything());
                assertThat(together.rows().get(dimension)).isEqualTo(alone.rows());
                assertThat(together.total()).isEqualTo(alone.total());
            }
        }
    }

    @Test
    void what_belongs_under_another_counts_there_up_to_the_top() {
        var top = TotalsQuery.Request.of(Measure.SIGNED, Dimension.PARK)
                .under("default")
                .under(Roof.TOP);
        assertThat(named(reorganised(), top, AsOf.NOW)).containsExactly("county 全县");
        assertThat(reorganised()
                        .explain(top, Map.of(Dimension.PARK, "county"), AsOf.NOW, Viewer.everything())
                        .figure())
                .isEqualTo(
                        reorganised().totals(top, AsOf.NOW, Viewer.everything()).total());
    }

    @Test
    void a_waterfall_narrowed_to_a_cell_has_what_became_a_part_of_it() {
        TotalsQuery totals = reorganised();
        LocalDate end = LocalDate.parse("2023-12-31");
        for (var classes : Map.of(Roof.TODAY, "south", Roof.TOP, "county").entrySet()) {
            var request =
                    TotalsQuery.Request.of(Measure.SIGNED).under("default").under(classes.getKey());
            Map<Dimension, String> cell = Map.of(Dimension.PARK, classes.getValue());
            Figure figure = totals.explain(request, cell, AsOf.on(end), Viewer.everything())
                    .figure();
            assertThat(figure).isEqualTo(new Figure(1, List.of(Money.yi("10.5"))));
            assertThat(totals.waterfall(
                                    request, cell, LocalDate.parse("2023-02-01"), end, AsOf.NOW, Viewer.everything())
                            .closing())
                    .isEqualTo(figure);
            assertThat(totals.waterfall(
                                    request,
                                    cell,
                                    story.amountCorrected.recordedAt().minusSeconds(1),
                                    Instant.parse("2024-03-01T00:00:00Z"),
                                    AsOf.on(end),
                                    Viewer.everything())
                            .closing())
                    .isEqualTo(figure);
        }
    }

    @Test
    void a_new_name_is_not_known_before_it_was_recorded() {
        var byPark = TotalsQuery.Request.of(Measure.SIGNED, Dimension.PARK).under("default");
        assertThat(named(
                        reorganised(),
                        byPark,
                        new AsOf(LocalDate.parse("2023-12-31"), Instant.parse("2024-01-31T00:00:00Z"))))
                .containsExactly("north 北区");
    }

    @Test
    void a_year_that_is_over_keeps_the_names_that_it_ended_with() {
        var firstHalf = TotalsQuery.Request.of(Measure.SIGNED, Dimension.PARK)
                .under("default")
                .between(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-06-30"));
        assertThat(named(reorganised(), firstHalf, AsOf.NOW)).containsExactly("north 北部园区");
    }

    @Test
    void a_team_that_became_a_part_of_another_keeps_its_figures_and_todays_catalogue_takes_them_along() {
        var byTeam = TotalsQuery.Request.of(Measure.SIGNED, Dimension.TEAM).under("default");
        assertThat(named(reorganised(), byTeam, AsOf.NOW)).containsExactly(story.firstTeam + " 投资促进一科");

        var today = byTeam.under(Roof.TODAY);
        assertThat(named(reorganised(), today, AsOf.on(LocalDate.parse("2023-08-31"))))
                .containsExactly(SECOND_TEAM + " 投资促进二科");
        assertThat(reorganised()
                        .explain(today, Map.of(Dimension.TEAM, SECOND_TEAM.toString()), AsOf.NOW, Viewer.everything())
                        .figure())
                .isEqualTo(reorganised()
                        .totals(today, AsOf.NOW, Viewer.everything())
                        .total());
    }

    @Test
    void only_what_was_renamed_or_became_another_reads_otherwise_today() {
        CatalogueQuery catalogues = new CatalogueQuery(jdbc, LedgerModelTest::listed);
        assertThat(Arrays.stream(Dimension.values()).filter(catalogues::hasPast))
                .containsExactly(Dimension.PARK, Dimension.TEAM);
    }

    private static List<String> named(TotalsQuery totals, TotalsQuery.Request request, AsOf asOf) {
        return totals.totals(request, asOf, Viewer.everything()).rows().stream()
                .map(row -> String.join(" ", row.code().values()) + " "
                        + String.join(" ", row.name().values()))
                .toList();
    }

    @Test
    void a_team_is_called_as_on_the_day_asked_for() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        var byTeam = TotalsQuery.Request.of(Measure.SIGNED, Dimension.TEAM).under("default");

        assertThat(named(totals, byTeam, AsOf.on(LocalDate.parse("2023-12-31"))))
                .allMatch(name -> name.endsWith("招商一科"));
        assertThat(named(totals, byTeam, AsOf.on(LocalDate.parse("2024-01-01"))))
                .allMatch(name -> name.endsWith("投资促进一科"));
        assertThat(named(
                        totals, byTeam, new AsOf(LocalDate.parse("2024-01-15"), Instant.parse("2024-01-16T00:00:00Z"))))
                .allMatch(name -> name.endsWith("招商一科"));
    }

    @Test
    void exclusive_bands_add_up_to_the_total() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        var answer = totals.totals(
                TotalsQuery.Request.of(Measure.SIGNED, Dimension.SIZE_BAND)
                        .under("default")
                        .inExclusiveBands(),
                AsOf.NOW,
                Viewer.everything());
        assertThat(answer.rows())
                .extracting(
                        row -> row.code().get(Dimension.SIZE_BAND),
                        row -> row.name().get(Dimension.SIZE_BAND))
                .containsExactly(tuple("10to50", "10–50亿"));
        assertThat(totals.explain(
                                answer.request(), Map.of(Dimension.SIZE_BAND, "10to50"), AsOf.NOW, Viewer.everything())
                        .figure())
                .isEqualTo(answer.total());
    }

    @Test
    void size_bands_contain_the_larger_ones_and_the_total_counts_once() {
        var totals = new TotalsQuery(
                        jdbc,
                        new PolicyQuery(jdbc, TestCountingRules::standard),
                        new CatalogueQuery(jdbc, new TestDictionaries()))
                .totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.SIZE_BAND), AsOf.NOW, Viewer.everything());
        assertThat(totals.rows())
                .extracting(row -> row.code().get(Dimension.SIZE_BAND))
                .containsExactly("ge1", "ge5", "ge10");
        assertThat(totals.total().count()).isEqualTo(1);
    }

    @Test
    void five_gaps_show_a_project_by_its_least_advanced_phase_and_tie_with_their_rows() {
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        var gaps = query.fiveGaps(FiveGapsQuery.Request.ALL, AsOf.NOW, Viewer.everything());
        assertThat(gaps.total()).isEqualTo(new Figure(1, List.of(Money.yi("10.5"))));
        assertThat(gaps.rows())
                .extracting(FiveGapsQuery.PhaseView::phase, FiveGapsQuery.PhaseView::decisive)
                .containsExactlyInAnyOrder(tuple("一期", false), tuple("二期", true));
        assertThat(query.states(FiveGapsQuery.Request.ALL, AsOf.NOW, Viewer.everything()))
                .isEqualTo(gaps.states());
    }

    @Test
    void a_light_that_turns_is_told_of_on_that_day_and_on_no_other() {
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        LocalDate first = LocalDate.of(2023, 4, 1);
        List<Light> seen = new ArrayList<>();
        List<LocalDate> turned = new ArrayList<>();
        List<LocalDate> told = new ArrayList<>();
        first.datesUntil(LocalDate.of(2023, 12, 31)).forEach(day -> {
            query.phases(FiveGapsQuery.Request.ALL, AsOf.on(day), Viewer.everything()).stream()
                    .filter(phase -> phase.phase().equals("一期"))
                    .forEach(phase -> seen.add(phase.light()));
            if (seen.size() > 1 && seen.getLast().compareTo(seen.get(seen.size() - 2)) > 0) {
                turned.add(day);
            }
            query.turnedWorse(day.minusDays(1), day, Viewer.everything()).stream()
                    .filter(phase -> phase.phase().equals("一期"))
                    .forEach(phase -> told.add(day));
        });
        assertThat(told).isNotEmpty().isEqualTo(turned);
        LocalDate turnedOn = turned.getLast();
        assertThat(query.turnedWorse(turnedOn.minusDays(9), turnedOn.plusDays(1), Viewer.everything()))
                .as("after nights that were missed")
                .extracting(FiveGapsQuery.PhaseView::phase)
                .contains("一期");
    }

    private Light lightOfFirstPhase(AsOf asOf) {
        FiveGapsQuery query = new FiveGapsQuery(jdbc, new TestThresholds());
        FiveGapsQuery.PhaseView first = query.phases(FiveGapsQuery.Request.ALL, asOf, Viewer.everything()).stream()
                .filter(phase -> phase.phase().equals("一期"))
                .findFirst()
                .orElseThrow();
        assertThat(query.phases(FiveGapsQuery.Request.ALL.showing(first.light()), asOf, Viewer.everything()))
                .as("by what is kept of %s", asOf)
                .contains(first);
        return first.light();
    }

    /** 一期 started on 20 August 2023 and is in no statistics, so it is red from 20 October on; by the other limit from 20 December on. */
    @Test
    void an_adopted_limit_of_a_light_holds_from_its_day_on_for_whoever_knows_of_it() {
        LocalDate from = LocalDate.parse("2023-11-20");
        Instant known = redAfterFourMonths.recordedAt();
        Map<LocalDate, Light> now = new LinkedHashMap<>();
        LocalDate.parse("2023-10-18").datesUntil(LocalDate.parse("2023-12-25")).forEach(day -> {
            now.put(day, lightOfFirstPhase(AsOf.on(day)));
            assertThat(lightOfFirstPhase(new AsOf(day, known))).as("%s", day).isEqualTo(now.get(day));
            Light before = lightOfFirstPhase(new AsOf(day, known.minusSeconds(1)));
            if (day.isBefore(from)) {
                assertThat(now.get(day)).as("%s", day).isEqualTo(before);
            } else {
                assertThat(before).as("%s", day).isEqualTo(Light.RED);
            }
        });
        assertThat(now.keySet().stream().filter(day -> now.get(day) != now.get(day.minusDays(1))))
                .containsExactly(
                        LocalDate.parse("2023-10-18"),
                        LocalDate.parse("2023-10-20"),
                        from,
                        LocalDate.parse("2023-12-20"));
    }

    @Test
    void a_standard_holds_from_its_day_on_until_its_adoption_is_withdrawn() {
        StandardQuery query = new StandardQuery(jdbc, new TestThresholds());
        LocalDate year = LocalDate.parse("2024-01-01");
        AsOf inBetween = new AsOf(null, Instant.parse("2024-02-04T00:00:00Z"));
        assertThat(query.standards(inBetween).limit(Standard.TAX_PER_MU, year)).isEqualTo("5");
        assertThat(query.standards(inBetween).limit(Standard.TAX_PER_MU, year.minusDays(1)))
                .isEqualTo("3");
        assertThat(query.standards(AsOf.NOW).limit(Standard.TAX_PER_MU, year)).isEqualTo("3");
        assertThat(query.decisions(Standard.TAX_PER_MU, AsOf.NOW))
                .extracting(StandardQuery.Decision::decidedBy, StandardQuery.Decision::reason)
                .containsExactly(tuple(story.leader, "省里推迟"), tuple(story.leader, "对标省里"));
        assertThat(query.decisions(Standard.TAX_PER_MU, inBetween))
                .extracting(StandardQuery.Decision::reason)
                .containsExactly("对标省里");
    }

    private MoversQuery.Movers movers(String after, AsOf asOf, Viewer viewer) {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        return new MoversQuery(jdbc, totals).movers(LocalDate.parse(after), 10, asOf, viewer);
    }

    @Test
    void what_moved_between_two_days_is_told_from_how_it_stood_on_both() {
        MoversQuery.Movers march = movers("2023-02-28", AsOf.on(LocalDate.parse("2023-03-31")), Viewer.everything());
        assertThat(march.signed()).isEqualTo(new Figure(1, List.of(Money.yi("9.6"))));
        assertThat(march.rows()).singleElement().satisfies(food -> {
            assertThat(food.now().projectNo()).isEqualTo("ZS-2023-0001");
            assertThat(food.before().stage()).isEqualTo(Stage.IN_DEPTH);
            assertThat(food.now().stage()).isEqualTo(Stage.SIGNED);
            assertThat(food.signed()).isEqualTo(march.signed());
            assertThat(food.isStatusMoved()).isFalse();
        });
        MoversQuery.Movers autumn = movers("2023-10-01", AsOf.on(LocalDate.parse("2023-11-30")), Viewer.everything());
        assertThat(autumn.rows()).singleElement().satisfies(textile -> {
            assertThat(textile.before()).isNull();
            assertThat(textile.now().projectNo()).isEqualTo("ZS-2023-0002");
            assertThat(textile.isStageMoved()).isTrue();
            assertThat(textile.isAmountMoved()).isFalse();
            assertThat(textile.signed()).isEqualTo(Figure.NOTHING);
        });
    }

    @Test
    void a_lead_that_just_came_in_and_an_amount_corrected_for_an_earlier_day_have_not_moved() {
        assertThat(movers("2023-10-01", AsOf.on(LocalDate.parse("2023-10-10")), Viewer.everything())
                        .rows())
                .isEmpty();
        assertThat(movers("2023-11-01", AsOf.on(LocalDate.parse("2023-11-10")), Viewer.everything())
                        .rows())
                .isEmpty();
    }

    @Test
    void nobody_sees_what_moved_in_another_park() {
        Viewer south = new Viewer(null, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(movers("2023-02-28", AsOf.on(LocalDate.parse("2023-03-31")), south))
                .isEqualTo(new MoversQuery.Movers(List.of(), 0, Figure.NOTHING));
    }

    @Test
    void the_funnel_of_a_period_tells_who_went_on_and_how_long_it_took() {
        FunnelQuery query = new FunnelQuery(jdbc);
        List<Stage> stages = List.of(Stage.LEAD, Stage.FIRST_CONTACT, Stage.SIGNED, Stage.STARTED);
        LocalDate from = LocalDate.parse("2023-01-01");
        LocalDate to = LocalDate.parse("2023-12-31");
        assertThat(query.funnel(stages, from, to, AsOf.NOW, Viewer.everything()))
                .containsExactly(
                        new FunnelQuery.Step(Stage.LEAD, 2, null, null),
                        new FunnelQuery.Step(Stage.FIRST_CONTACT, 2, 1.0, 3),
                        new FunnelQuery.Step(Stage.SIGNED, 1, 0.5, 51),
                        new FunnelQuery.Step(Stage.STARTED, 0, 0.0, null));
        assertThat(query.reached(Stage.SIGNED, from, to, AsOf.NOW, Viewer.everything()))
                .extracting(ProjectView::projectNo)
                .containsExactly("ZS-2023-0001");
        assertThat(query.funnel(stages, from, LocalDate.parse("2023-06-30"), AsOf.NOW, Viewer.everything())
                        .getFirst()
                        .reached())
                .isEqualTo(1);
        assertThat(query.funnel(stages, from, to, AsOf.on(LocalDate.parse("2023-03-20")), Viewer.everything()))
                .extracting(FunnelQuery.Step::reached)
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(query.funnel(stages, from, to, AsOf.NOW, new Viewer(null, Set.of(), Set.of("south"))))
                .extracting(FunnelQuery.Step::reached)
                .containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void origins_add_up_by_province_and_open_to_the_same_projects() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        var answer = totals.totals(
                TotalsQuery.Request.of(Measure.SIGNED, Dimension.PROVINCE), AsOf.NOW, Viewer.everything());
        assertThat(answer.rows())
                .extracting(row -> row.code().get(Dimension.PROVINCE))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(code).hasSize(2));
        answer.rows().forEach(row -> {
            var explained = totals.explain(answer.request(), row.code(), AsOf.NOW, Viewer.everything());
            assertThat(explained.figure()).isEqualTo(row.figure());
            assertThat(explained.rows()).isNotEmpty();
        });
    }

    @Test
    void nobody_sees_beyond_their_parks() {
        Viewer south = new Viewer(null, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(new LedgerQuery(jdbc)
                        .projects(ProjectFilter.ALL, ProjectSort.of("projectNo"), Page.first(50), AsOf.NOW, south)
                        .rows())
                .extracting(ProjectView::projectNo)
                .containsExactly("ZS-2023-0002");
        assertThat(new LedgerQuery(jdbc).project(story.food, AsOf.NOW, south)).isEmpty();
        assertThat(new TotalsQuery(
                                jdbc,
                                new PolicyQuery(jdbc, TestCountingRules::standard),
                                new CatalogueQuery(jdbc, new TestDictionaries()))
                        .explain(TotalsQuery.Request.of(Measure.SIGNED), Map.of(), AsOf.NOW, south)
                        .rows())
                .isEmpty();
        assertThat(new FiveGapsQuery(jdbc, new TestThresholds()).phases(FiveGapsQuery.Request.ALL, AsOf.NOW, south))
                .isEmpty();
        assertThat(new PipelineQuery(jdbc)
                        .pipeline(ProjectFilter.ALL, AsOf.NOW, south)
                        .total()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused() {
        TotalsQuery totals = new TotalsQuery(
                jdbc,
                new PolicyQuery(jdbc, TestCountingRules::standard),
                new CatalogueQuery(jdbc, new TestDictionaries()));
        assertThatThrownBy(() -> totals.totals(
                        TotalsQuery.Request.of(Measure.SIGNED),
                        AsOf.on(LocalDate.parse("2022-12-31")),
                        Viewer.everything()))
                .hasMessage("ledger.before-first-event");
        assertThatThrownBy(() -> TotalsQuery.Request.of(Measure.SIGNED)
                        .between(LocalDate.parse("2023-02-01"), LocalDate.parse("2023-01-31")))
                .hasMessage("ledger.period-ends-before-start");
        assertThatThrownBy(() -> Measure.of("profit")).hasMessage("ledger.unknown-measure");
        assertThatThrownBy(() -> Dimension.of("mood")).hasMessage("ledger.unknown-dimension");
        assertThatThrownBy(() -> totals.totals(
                        TotalsQuery.Request.of(Measure.SIGNED).under("generous@9"), AsOf.NOW, Viewer.everything()))
                .hasMessage("ledger.unknown-policy");
        assertThatThrownBy(() -> ProjectSort.of("-mood")).hasMessage("ledger.unknown-sort");
    }
}
