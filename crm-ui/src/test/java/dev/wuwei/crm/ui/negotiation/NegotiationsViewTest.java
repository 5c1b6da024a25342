package dev.wuwei.crm.ui.negotiation;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationsViewTest extends ViewTest {
    @Test
    void shows_what_is_in_talks_with_its_stage() {
        signIn("zhuanyuan");
        open("negotiations");

        assertThat(rows())
                .anySatisfy(
                        row -> assertThat(row).contains(park().number(TALKS), TALKS, "条款磋商", "3.00", "食品医药", "测试专员"));
        assertThat(page()).doesNotContain(LEAD, BUILDING);
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("negotiations");

        assertThat(page()).contains("Negotiations", TALKS, "Terms").doesNotContain("条款磋商");
    }

    @Test
    void the_same_as_a_board() {
        signIn("zhuanyuan");
        open("negotiations?mode=board");

        assertThat(page()).contains("首次接触", "条款磋商", TALKS, "3.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage=IN_DEPTH", "industry=textile", "amount=10..", "view=in-review", "q=没有的"})
    void is_narrowed_by_its_address(String filters) {
        signIn("zhuanyuan");
        open("negotiations?" + filters);

        assertThat(page()).doesNotContain(TALKS).contains("没有符合条件的洽谈");
    }

    @Test
    void a_stage_that_does_not_exist_narrows_nothing() {
        signIn("zhuanyuan");
        open("negotiations?stage=NOWHERE");

        assertThat(page()).contains(TALKS);
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open("negotiations");

        assertThat(page()).doesNotContain(TALKS);
    }

    @Test
    void a_day_before_it_began_does_not_show_it() {
        signIn("zhuanyuan");
        open("negotiations?asOf=" + Today.date().minusDays(38));
        assertThat(page()).contains("你在看").doesNotContain(TALKS);

        open("negotiations?asOf=" + Today.date().minusDays(30));
        assertThat(page()).contains("你在看", TALKS);
        assertThat(buttons()).doesNotContain("记一笔");
    }
}
