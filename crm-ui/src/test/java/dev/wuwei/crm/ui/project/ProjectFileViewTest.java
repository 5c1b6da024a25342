package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static dev.wuwei.crm.ui.testing.SmallPark.ROAD;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;

class ProjectFileViewTest extends ViewTest {
    private void openFile(String project, String query) {
        open("projects/" + park().number(project) + query);
    }

    @Test
    void shows_where_the_project_stands() {
        signIn("zhuanyuan");
        openFile(BUILDING, "");

        assertThat(page()).contains(BUILDING, park().number(BUILDING), "开工未竣工", "5.00", "正式协议", "装备制造", "梁产城新区");
    }

    @Test
    void its_history_tells_who_did_what() {
        signIn("shenji");
        openFile(BUILDING, "?tab=history");

        assertThat(page()).contains("测试专员", "登记线索", "签订正式协议", "开工", "没有一条被删除");
    }

    @Test
    void speaks_english_too() {
        signIn("shenji", I18n.ENGLISH);
        openFile(BUILDING, "?tab=history");

        assertThat(page()).contains("registered the lead").doesNotContain("登记线索");
    }

    @Test
    void a_project_of_another_park_is_not_there() {
        signIn("wuxi");
        openFile(LEAD, "");
        assertThat(page()).contains("没有这个页面").doesNotContain(LEAD);

        openFile(ELSEWHERE, "");
        assertThat(page()).contains(ELSEWHERE);
    }

    @Test
    void a_number_that_does_not_exist_is_not_there_either() {
        signIn("zhuanyuan");
        open("projects/ZS-1999-0001");

        assertThat(page()).contains("没有这个页面");
    }

    @Test
    void an_auditor_reads_and_does_not_write() {
        signIn("shenji");
        openFile(TALKS, "");

        assertThat(page()).contains(TALKS);
        assertThat(menu()).isEmpty();
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_is_stored() {
        signIn("zhuanyuan");
        openFile(TALKS, "");
        long before = events();
        choose("记录洽谈轮次");
        fill("洽谈日期", Today.date().plusDays(1));

        press("记录洽谈轮次");

        assertThat(errors())
                .containsEntry("洽谈日期", "不能晚于今天（" + Today.date() + "）。")
                .containsValue("这一项要填。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void both_sides_commitments_stand_against_what_happened() {
        signIn("zhuanyuan");
        openFile(BUILDING, "?tab=agreement");

        assertThat(page()).contains("企业履约率 100.0%（1/1）", "到期待判", ROAD, "晚 50 天", "逾期未兑现");
    }

    @Test
    void a_step_of_a_promise_that_names_none_is_refused_at_its_field() {
        signIn("zhuanyuan");
        openFile(BUILDING, "?tab=agreement");
        long before = events();
        choose("登记兑现进展");

        press("登记兑现进展");

        assertThat(errors()).containsEntry("进展", "这一项要填。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void the_past_is_said_plainly_and_cannot_be_written() {
        signIn("zhuanyuan");
        openFile(BUILDING, "?asOf=" + Today.date().minusDays(185));

        assertThat(page()).contains("你在看", BUILDING).doesNotContain("开工未竣工");
        assertThat(menu().map(MenuItem::getText)).isEmpty();
    }
}
