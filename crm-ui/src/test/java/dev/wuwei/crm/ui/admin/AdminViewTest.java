package dev.wuwei.crm.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminViewTest extends ViewTest {
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
        open("admin?tab=dictionaries");
        assertThat(page()).contains("textile", "纺织鞋服");

        open("admin?tab=readers");
        assertThat(page()).contains("ledger", "timeline", "重建");

        open("admin?tab=set-aside");
        assertThat(page()).contains("没有");
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
