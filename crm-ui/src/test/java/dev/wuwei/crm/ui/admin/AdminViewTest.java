package dev.wuwei.crm.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AdminViewTest extends ViewTest {
    @Autowired
    private Dictionaries dictionaries;

    @Test
    void shows_accounts_with_roles_and_parks() {
        signIn("guanli");
        open("admin");

        assertThat(page()).contains("zhuanyuan", "测试专员", "招商专员", "全部园区", "吴溪工业区");
    }

    @Test
    void speaks_english_too() {
        signIn("guanli", I18n.ENGLISH);
        open("admin");

        assertThat(page()).contains("Administration", "zhuanyuan").doesNotContain("招商专员");
    }

    @Test
    void shows_dictionaries_and_readers() {
        signIn("guanli");
        open("admin?tab=dictionaries&dictionary=industry");
        assertThat(page()).contains("textile", "纺织鞋服");

        open("admin?tab=readers");
        assertThat(page()).contains("ledger", "timeline", "重建");

        open("admin?tab=set-aside");
        assertThat(page()).contains("没有");
    }

    @Test
    void an_entry_gets_a_new_name_and_keeps_its_former_one_beside_it() {
        signIn("guanli");
        open("admin?tab=dictionaries&dictionary=archive-reason");

        choose("改名");
        fill("名称", "久无进展");
        fill("从哪天起", Today.date());
        fill("原因", "统一用语");
        press("改名");

        open("admin?tab=dictionaries&dictionary=archive-reason");
        assertThat(page()).contains("久无进展", "曾用名：");
        assertThat(dictionaries.all(DictionaryKind.ARCHIVE_REASON))
                .as("what dialogs offer from now on")
                .extracting(Coded::name)
                .contains("久无进展");
    }

    @Test
    void what_became_a_part_of_another_is_offered_again_when_it_is_reopened() {
        signIn("guanli");
        open("admin?tab=dictionaries&dictionary=signing-occasion");
        press("新增条目");
        fill("代码", "talks-day");
        fill("名称", "项目洽谈日");
        fill("从哪天起", Today.date());
        fill("原因", "新办活动");
        press("新增条目");
        assertThat(errors()).isEmpty();
        open("admin?tab=dictionaries&dictionary=signing-occasion");
        assertThat(page()).contains("talks-day", "项目洽谈日");
        choose("并入其他条目");
        choose("并入哪一条", "项目洽谈日");
        fill("从哪天起", Today.date());
        fill("原因", "两会合办");
        press("并入其他条目");
        open("admin?tab=dictionaries&dictionary=signing-occasion");
        assertThat(page()).contains("停用", "并入项目洽谈日");

        choose("恢复使用");
        fill("从哪天起", Today.date());
        fill("原因", "恢复单独举办");
        press("恢复使用");

        open("admin?tab=dictionaries&dictionary=signing-occasion");
        assertThat(page()).contains("项目洽谈日").doesNotContain("并入项目洽谈日");
    }

    @Test
    void a_code_that_is_taken_is_refused_at_its_field() {
        signIn("guanli");
        open("admin?tab=dictionaries&dictionary=industry");
        long before = events();
        press("新增条目");
        fill("代码", "textile");
        fill("名称", "纺织");
        fill("原因", "分开统计");
        press("新增条目");

        assertThat(errors()).containsKeys("代码");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void kinds_of_projects_which_policy_files_speak_of_are_only_renamed() {
        signIn("guanli");
        open("admin?tab=dictionaries&dictionary=project-type");

        assertThat(menu().map(MenuItem::getText).distinct()).containsExactly("改名");
        assertThat(buttons()).doesNotContain("新增条目");
    }

    @Test
    void a_team_becomes_a_part_of_another_one() {
        signIn("guanli");
        for (String team : List.of("招商一组", "招商二组")) {
            open("admin?tab=teams");
            press("设立科室");
            fill("名称", team);
            press("设立科室");
        }
        open("admin?tab=teams");
        assertThat(menu().map(MenuItem::getText)).contains("科室更名", "调整所属园区", "并入其他科室", "撤销科室");

        choose("并入其他科室");
        choose("并入哪个科室", "组");
        fill("从哪天起", Today.date());
        fill("原因", "机构改革");
        press("并入其他科室");

        open("admin?tab=teams");
        assertThat(page()).contains("已撤销", "已并入招商");
    }

    @Test
    void rebuilds_a_read_model_and_says_how_far_it_is() {
        signIn("guanli");
        open("admin?tab=readers");

        press("全部重建");
        press("重建");

        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            open("admin?tab=readers");
            assertThat(page()).contains("完成");
        });
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_is_stored() {
        signIn("guanli");
        open("admin");
        long before = events();
        press("开设账号");
        fill("用户名", "zhuanyuan");
        fill("名称", "重名");
        fill("新密码", "short");

        press("开设账号");

        assertThat(errors()).containsKeys("新密码");
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhuanyuan", "fuzeren", "lingdao", "ducha", "shenji", "wuxi"})
    void it_is_for_administrators_alone(String username) {
        signIn(username);
        open("admin");

        assertThat(page()).contains("这一页不归你看").doesNotContain("全部园区");
    }
}
