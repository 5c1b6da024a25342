package dev.wuwei.crm.ui.lead;

import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsViewTest extends ViewTest {
    @Test
    void shows_each_lead_with_its_figures() {
        signIn("zhuanyuan");
        open("leads");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(park().number(LEAD), LEAD, "已登记", "2.00", "纺织鞋服", "广东", "测试专员", "20 天前"));
        assertThat(page()).contains(ELSEWHERE, "登记线索", "导出").doesNotContain(TALKS);
    }

    @Test
    void speaks_english_too() {
        signIn("zhuanyuan", I18n.ENGLISH);
        open("leads");

        assertThat(page()).contains(LEAD, "Leads", "Register lead", "Export").doesNotContain("登记线索", "导出");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"industry=textile", "park=liangchan&view=all", "q=甲子", "amount=1..3", "region=440000&view=mine"})
    void is_narrowed_by_its_address(String filters) {
        signIn("zhuanyuan");
        open("leads?" + filters);

        assertThat(page()).contains(LEAD).doesNotContain(ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage=NOWHERE", "view=nothing", "amount=x..y", "registered=2023-02-30..", "year=twelve"})
    void a_filter_that_cannot_be_read_is_left_out(String filters) {
        signIn("zhuanyuan");
        open("leads?" + filters);

        assertThat(page()).contains(LEAD, ELSEWHERE);
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open("leads");
        assertThat(page()).contains(ELSEWHERE).doesNotContain(LEAD);

        open("leads?park=liangchan");
        assertThat(page()).doesNotContain(LEAD);
    }

    @Test
    void a_leader_reads_and_does_not_write() {
        signIn("lingdao");
        open("leads");

        assertThat(page()).contains(LEAD);
        assertThat(buttons()).doesNotContain("登记线索", "登记企业");
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_is_stored() {
        signIn("zhuanyuan");
        open("leads");
        long before = events();
        press("登记企业");
        fill("企业名称", "未登记成的企业");
        choose("所在地", "广东");
        choose("类别", "民营");
        fill("统一社会信用代码", "91110000123456789X");
        fill("发生日期", Today.date().plusDays(1));

        press("登记企业");

        assertThat(errors())
                .containsEntry("统一社会信用代码", "校验位不对，请对照营业执照逐位核对。")
                .containsEntry("发生日期", "不能晚于今天（" + Today.date() + "）。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void the_past_is_said_plainly_and_cannot_be_written() {
        signIn("zhuanyuan");
        open("leads?asOf=" + Today.date().minusDays(17));

        assertThat(page()).contains("你在看", "只读", LEAD).doesNotContain(ELSEWHERE);
        assertThat(buttons()).doesNotContain("登记线索", "登记企业", "记一笔").contains("回到今天");
    }

    @Test
    void what_is_not_known_of_the_past_is_not_offered_there() {
        signIn("zhuanyuan");
        open("leads");
        assertThat(columns()).contains("progress", "next", "due");
        assertThat(page()).contains("14 天无进展");

        open("leads?view=silent&asOf=" + Today.date().minusDays(17));
        assertThat(columns()).contains("amount", "region").doesNotContain("progress", "next", "due");
        assertThat(page()).contains(LEAD, "我的", "5亿元以上", "公海").doesNotContain("14 天无进展");
    }

    private List<String> columns() {
        Grid<?> grid = findInView(Grid.class).single();
        return grid.getColumns().stream()
                .filter(Component::isVisible)
                .map(Grid.Column::getKey)
                .toList();
    }

    @Test
    void a_past_list_is_narrowed_and_sorted_as_that_of_today() {
        String then = "&asOf=" + Today.date().minusDays(10);
        signIn("zhuanyuan");
        open("leads?amount=5.." + then);
        assertThat(page()).contains(ELSEWHERE).doesNotContain(LEAD);
        open("leads?stage=REGISTERED&region=440000&park=liangchan" + then);
        assertThat(page()).contains(LEAD).doesNotContain(ELSEWHERE);
        open("leads?stage=POOLED" + then);
        assertThat(page()).doesNotContain(LEAD, ELSEWHERE);

        open("leads?q=" + then);
        Grid<?> grid = findInView(Grid.class).single();
        sort(grid, "amount", SortDirection.ASCENDING);
        assertThat(names(grid)).containsSubsequence(LEAD, ELSEWHERE);
        sort(grid, "amount", SortDirection.DESCENDING);
        assertThat(names(grid)).containsSubsequence(ELSEWHERE, LEAD);
        sort(grid, "name", SortDirection.ASCENDING);
        assertThat(names(grid)).as("by pinyin").containsSubsequence(ELSEWHERE, LEAD);
    }

    private <T> void sort(Grid<T> grid, String column, SortDirection direction) {
        grid.sort(List.of(new GridSortOrder<>(grid.getColumnByKey(column), direction)));
        roundTrip();
    }

    private List<String> names(Grid<?> grid) {
        return rows(grid).stream().map(row -> row.get(1)).toList();
    }
}
