package dev.wuwei.crm.projections.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.followup.MonthEvent.MonthClosed;
import dev.wuwei.crm.followup.MonthEvent.MonthReopened;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery;
import dev.wuwei.crm.projections.project.MonthlyReturnQuery.Line;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The food park is being built since August; its return for September was corrected after the close. */
class MonthReadModelTest extends ReadModelContract {
    private static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);
    private static final YearMonth NOVEMBER = YearMonth.of(2023, 11);

    private MonthlyReturnQuery query;

    MonthReadModelTest() {
        close(NOVEMBER, "2023-12-08");
        close(SEPTEMBER, "2023-10-05");
        LocalDate day = LocalDate.parse("2023-12-11");
        story.history
                .on(day.toString())
                .because("报表退回")
                .record(new MonthReopened(MonthCloseId.of(Story.NORTH.code(), NOVEMBER), Story.NORTH, NOVEMBER, day));
    }

    private void close(YearMonth month, String day) {
        story.history
                .on(day)
                .record(new MonthClosed(
                        MonthCloseId.of(Story.NORTH.code(), month), Story.NORTH, month, LocalDate.parse(day)));
    }

    @Override
    protected ReadModel model() {
        return new MonthReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(
                new ProjectReadModel(dataSource, new TestThresholds()),
                TestLedger.model(dataSource, story.history),
                new StaffReadModel(dataSource));
    }

    @BeforeEach
    void query() {
        query = new MonthlyReturnQuery(jdbc);
    }

    private List<Line> lines(YearMonth month) {
        return query.lines(Story.NORTH.code(), month, Viewer.everything());
    }

    @Test
    void a_month_is_closed_until_it_is_opened_again() {
        assertThat(query.close(Story.NORTH.code(), SEPTEMBER)).get().returns(true, MonthlyReturnQuery.Close::closed);
        assertThat(query.close(Story.NORTH.code(), NOVEMBER))
                .get()
                .returns(false, MonthlyReturnQuery.Close::closed)
                .returns("报表退回", MonthlyReturnQuery.Close::reason);
        assertThat(query.close(Story.SOUTH.code(), SEPTEMBER)).isEmpty();
    }

    @Test
    void what_is_being_built_files_and_what_came_after_the_close_is_late() {
        assertThat(lines(SEPTEMBER))
                .filteredOn(line -> line.projectId().equals(story.food))
                .extracting(Line::phase, line -> line.filed().late())
                .containsExactly(tuple("一期", true));
        assertThat(lines(NOVEMBER))
                .filteredOn(line -> line.projectId().equals(story.food))
                .extracting(Line::phase, Line::filed)
                .as("nothing was filed for November, and only what was started files")
                .containsExactly(tuple("一期", null));
        assertThat(lines(YearMonth.of(2023, 7)))
                .as("before the start nobody files")
                .noneMatch(line -> line.projectId().equals(story.food));
    }

    @Test
    void what_was_filed_stands_as_it_was_corrected_last() {
        assertThat(lines(SEPTEMBER))
                .filteredOn(line -> line.projectId().equals(story.food))
                .singleElement()
                .extracting(Line::filed)
                .returns(
                        new BigDecimal("20800000.00"), filed -> filed.invested().setScale(2))
                .returns(new BigDecimal("30"), MonthlyReturnQuery.Filed::percent)
                .returns("多报一笔", MonthlyReturnQuery.Filed::reason);
    }

    @Test
    void shows_what_the_viewer_may_see() {
        Viewer elsewhere = new Viewer(story.colleague, Set.of(Role.DEPARTMENT_HEAD), Set.of(Story.SOUTH.code()));
        assertThat(lines(NOVEMBER)).isNotEmpty();
        assertThat(query.lines(Story.NORTH.code(), NOVEMBER, elsewhere)).isEmpty();
    }
}
