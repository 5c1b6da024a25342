package dev.wuwei.crm.ui.visit;

import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 记一笔. */
class VisitDialogTest extends ViewTest {
    private List<String> projects(String typed) {
        @SuppressWarnings("unchecked")
        ComboBox<ProjectRow> box = find(ComboBox.class)
                .withCondition(each -> "项目".equals(each.getLabel()))
                .single();
        ComboBoxTester<ComboBox<ProjectRow>, ProjectRow> tester = test(box);
        tester.setFilter(typed);
        return tester.getSuggestionItems().stream().map(ProjectRow::name).toList();
    }

    @Test
    void knows_the_project_of_the_page_and_needs_only_what_was_said() {
        signIn("zhuanyuan");
        open("projects/" + park().number(LEAD));
        long before = events();

        press("记一笔");
        fill("说了什么", "电话里说下周来看厂房。");
        press("保存");

        assertThat(events()).isEqualTo(before + 1);
        assertThat(page()).contains("已记下");
        open("projects/" + park().number(LEAD) + "?tab=history");
        assertThat(page()).contains("电话里说下周来看厂房。");
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_is_stored() {
        signIn("zhuanyuan");
        open("projects/" + park().number(TALKS));
        long before = events();

        press("记一笔");
        fill("日期", Today.date().plusDays(1));
        fill("地点", "会议室\u202e");
        fill("下次联系", Today.date().minusDays(3));
        press("保存");

        assertThat(errors())
                .containsEntry("日期", "不能晚于今天（" + Today.date() + "）。")
                .containsEntry("地点", "里面有看不见的控制字符，请删掉后重新输入。")
                .containsEntry("说了什么", "这一项要填。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void from_a_page_without_a_project_one_is_asked_for() {
        signIn("zhuanyuan");
        open("");
        press("记一笔");
        fill("说了什么", "没说是哪个项目。");
        press("保存");

        assertThat(errors()).containsEntry("项目", "这一项要填。");
        assertThat(projects("甲子")).containsExactly(LEAD);
    }

    @Test
    void offers_no_project_of_another_park() {
        signIn("wuxi");
        open("");
        press("记一笔");

        assertThat(projects("甲子")).isEmpty();
        assertThat(projects("丁卯")).containsExactly(ELSEWHERE);
    }

    @Test
    void speaks_english_too() {
        signIn("zhuanyuan", I18n.ENGLISH);
        open("");
        press("Log a visit");

        assertThat(page()).contains("What was said").doesNotContain("说了什么");
    }

    @Test
    void an_auditor_logs_no_visits() {
        signIn("shenji");
        open("");

        assertThat(buttons()).doesNotContain("记一笔");
    }
}
