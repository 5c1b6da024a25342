package dev.wuwei.crm.projections.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.projections.investor.InvestorReadModel;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectReadModelTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final LocalDate TODAY = LocalDate.parse("2023-11-30");

    private ProjectQuery query;

    @Override
    protected ReadModel model() {
        return new ProjectReadModel(dataSource, new TestThresholds());
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(new StaffReadModel(dataSource), new InvestorReadModel(dataSource));
    }

    @BeforeEach
    void query() {
        query = new ProjectQuery(jdbc, new TestThresholds(), new TestCalendar());
    }

    private List<ProjectRow> list(ProjectList list, ProjectFilter filter, Viewer viewer) {
        return query.list(list, filter, ProjectSort.of(list), Page.first(50), viewer, TODAY);
    }

    @Test
    void a_signed_project_shows_where_it_stands() {
        ProjectRow food =
                list(ProjectList.FOLLOW_UPS, ProjectFilter.open(), EVERYBODY).getFirst();
        assertThat(food.projectNo()).isEqualTo("ZS-2023-0001");
        assertThat(food.name()).isEqualTo("甲子食品产业园");
        assertThat(food.stage()).isEqualTo(ProjectStage.FOLLOW_UP);
        assertThat(food.amount()).isEqualTo(Money.yi("10.5"));
        assertThat(food.arrived()).isEqualTo(Money.wan("12000"));
        assertThat(food.investorName()).isEqualTo("甲子食品有限公司");
        assertThat(food.fiveGap()).isEqualTo(PhaseState.SIGNED);
        assertThat(food.owner().name()).isEqualTo("赵甲");
        assertThat(food.leader()).isEqualTo(new ProjectRow.Person(story.leader, "孙丙", "副县长"));
        assertThat(food.teamName()).isEqualTo("招商一科");
        assertThat(food.agreementVersion()).isEqualTo(2);
        assertThat(food.due())
                .isEqualTo(
                        new NextMilestone("一期", Milestone.COMPLETION, LocalDate.parse("2024-06-30"), 0, Light.GREEN));
        assertThat(food.availableActions()).contains("lead.LogVisit", "followup.FileMonthlyReturn");
    }

    @Test
    void phases_keep_stage_and_delay_apart() {
        List<PhaseRow> phases = query.phases(story.food, EVERYBODY, TODAY);
        assertThat(phases)
                .extracting(PhaseRow::phase, PhaseRow::state, PhaseRow::suspended, PhaseRow::cause)
                .containsExactly(
                        tuple("一期", PhaseState.STARTED, false, null),
                        tuple("二期", PhaseState.SIGNED, true, Cause.FORCE_MAJEURE));
        assertThat(phases.getFirst().progressPercent()).isEqualByComparingTo("30");
        assertThat(phases.getLast().due().daysLate()).isZero();
        assertThat(query.phases(ProjectFilter.all(), PhaseState.STARTED, true, Page.first(10), EVERYBODY, TODAY))
                .extracting(PhaseRow::phase)
                .containsExactly("一期");
    }

    @Test
    void a_project_in_talks_shows_its_clocks_and_next_step() {
        ProjectRow textile =
                list(ProjectList.NEGOTIATIONS, ProjectFilter.open(), EVERYBODY).getFirst();
        assertThat(textile.negotiationStage()).isEqualTo(NegotiationStage.IN_REVIEW);
        assertThat(textile.nextStep()).isEqualTo("赴泉州互访");
        assertThat(textile.nextOn()).isEqualTo("2023-12-04");
        assertThat(textile.progressOn()).isEqualTo("2023-11-14");
        assertThat(textile.clock()).isEqualTo(new Clock(TaskKind.PROGRESS, "", LocalDate.parse("2023-11-28"), -2));
        ProjectRow earlier = query.find(story.textile, EVERYBODY, LocalDate.parse("2023-11-20"))
                .orElseThrow();
        assertThat(earlier.clock().left()).isEqualTo(8);
        assertThat(query.list(
                        ProjectList.NEGOTIATIONS,
                        ProjectFilter.open().noProgressSince(TODAY.minusDays(14)),
                        ProjectSort.of(ProjectList.NEGOTIATIONS),
                        Page.first(10),
                        EVERYBODY,
                        TODAY))
                .hasSize(1);
    }

    @Test
    void every_list_can_be_sorted_by_everything() {
        for (ProjectList list : ProjectList.values()) {
            for (ProjectSort.By by : ProjectSort.By.values()) {
                for (boolean descending : new boolean[] {true, false}) {
                    assertThat(query.list(
                                    list,
                                    ProjectFilter.all(),
                                    new ProjectSort(by, descending),
                                    Page.first(10),
                                    EVERYBODY,
                                    TODAY))
                            .hasSize(list == ProjectList.LEADS ? 0 : 1);
                }
            }
        }
    }

    @Test
    void totals_and_counts_speak_of_everything_filtered() {
        assertThat(query.totals(ProjectList.NEGOTIATIONS, ProjectFilter.open(), EVERYBODY))
                .isEqualTo(new ProjectTotals(1, List.of(Money.yi("12")), 1, 1));
        assertThat(query.totals(
                        ProjectList.NEGOTIATIONS,
                        ProjectFilter.open().amountFrom(new BigDecimal("1200000001")),
                        EVERYBODY))
                .isEqualTo(new ProjectTotals(0, List.of(), 0, 0));
        Viewer colleague = new Viewer(story.colleague, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(query.counts(ProjectList.NEGOTIATIONS, colleague, TODAY))
                .isEqualTo(new ViewCounts(1, 1, 1, 1, 1, 0, 0, 0));
        assertThat(query.menu(EVERYBODY)).isEqualTo(new MenuCounts(0, 1, 1, 1));
        assertThat(query.choices(ProjectList.FOLLOW_UPS, ProjectFilter.all(), ProjectQuery.Choice.INDUSTRY, EVERYBODY))
                .containsEntry("food", 1L);
    }

    @Test
    void a_project_is_found_by_any_name_or_number() {
        for (String term : List.of(
                "食品",
                "甲子",
                "产业园",
                "农产品有限",
                "91510000MA",
                "ZS-2023-0001",
                "0001",
                "lq-2023",
                "006-B1",
                "ＬＱ-2023-006",
                "甲子食口产业园",
                "甲子 食品")) {
            assertThat(query.search(term, 10, EVERYBODY))
                    .as(term)
                    .extracting(ProjectHit::projectId)
                    .contains(story.food);
        }
        assertThat(query.search("农产品有限", 10, EVERYBODY).getFirst().matched()).isEqualTo("甲子农产品有限公司");
        assertThat(query.search("甲子食口产业园", 10, EVERYBODY).getFirst().close()).isTrue();
        assertThat(query.search("查无此项", 10, EVERYBODY)).isEmpty();
        assertThat(query.search("%", 10, EVERYBODY)).isEmpty();
        assertThat(query.search(" ", 10, EVERYBODY)).isEmpty();
    }

    @Test
    void a_list_is_filtered_by_investor_and_contact_too() {
        for (String term : List.of("运动鞋", "乙丑纺织集团")) {
            assertThat(list(ProjectList.NEGOTIATIONS, ProjectFilter.open().text(term), EVERYBODY))
                    .as(term)
                    .hasSize(1);
        }
        assertThat(list(ProjectList.FOLLOW_UPS, ProjectFilter.all().text("武巳"), EVERYBODY))
                .hasSize(1);
        assertThat(list(ProjectList.FOLLOW_UPS, ProjectFilter.all().text("段辰"), EVERYBODY))
                .as("the person is erased")
                .isEmpty();
    }

    @Test
    void what_is_not_in_scope_is_nowhere() {
        Viewer north = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("north"));
        assertThat(list(ProjectList.NEGOTIATIONS, ProjectFilter.all(), north)).isEmpty();
        assertThat(query.find(story.textile, north, TODAY)).isEmpty();
        assertThat(query.find("ZS-2023-0002", north, TODAY)).isEmpty();
        assertThat(query.findByAggregate(story.textileTalks.value(), north, TODAY))
                .isEmpty();
        assertThat(query.find(List.of(story.textile, story.food), north, TODAY))
                .extracting(ProjectRow::projectId)
                .containsExactly(story.food);
        assertThat(query.search("乙丑", 10, north)).isEmpty();
        assertThat(query.menu(north)).isEqualTo(new MenuCounts(0, 0, 1, 1));
        assertThat(query.totals(ProjectList.NEGOTIATIONS, ProjectFilter.all(), north)
                        .count())
                .isZero();
        Viewer colleagueElsewhere = new Viewer(story.colleague, Set.of(Role.PROMOTER), Set.of("north"));
        assertThat(query.find(story.textile, colleagueElsewhere, TODAY)).isPresent();
    }
}
