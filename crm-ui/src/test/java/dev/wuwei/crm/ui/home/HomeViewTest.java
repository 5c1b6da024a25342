package dev.wuwei.crm.ui.home;

import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;

class HomeViewTest extends ViewTest {
    @Test
    void shows_what_is_due_and_what_is_coming() {
        signIn("zhuanyuan");
        open("");

        assertThat(words(view())).contains("工作台", "未来 7 天", TALKS, "提供电力方案");
        assertThat(words(view())).as("a response that is overdue").contains(LEAD);
    }

    @Test
    void speaks_english_too() {
        signIn("zhuanyuan", I18n.ENGLISH);
        open("");

        assertThat(words(view())).contains("Desk", TALKS).doesNotContain("工作台", "未来");
    }

    @Test
    void the_whole_park_is_more_than_mine() {
        signIn("fuzeren");
        open("");
        assertThat(words(view())).doesNotContain(LEAD);

        open("?scope=park");
        assertThat(words(view())).contains(LEAD, ELSEWHERE);
    }

    @Test
    void the_whole_park_is_no_more_than_ones_own_parks() {
        signIn("wuxi");
        open("?scope=park");

        assertThat(words(view())).contains(ELSEWHERE).doesNotContain(LEAD, TALKS);
    }

    @Test
    void the_past_is_said_plainly_and_cannot_be_written() {
        signIn("zhuanyuan");
        open("?asOf=" + Today.date().minusDays(1));

        assertThat(page()).contains("你在看", "只读");
        assertThat(buttons()).doesNotContain("记一笔");
    }

    @Test
    void nothing_is_due_on_a_past_day() {
        signIn("zhuanyuan");
        open("?asOf=" + Today.date().minusDays(1));

        assertThat(words(view())).contains("待办只有今天的").doesNotContain(TALKS, "未来 7 天");
    }
}
