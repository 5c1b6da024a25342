package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CockpitWallViewTest extends ViewTest {
    private final LocalDate signed = Today.date().minusDays(150);
    private final String wall = "cockpit/wall?year=" + signed.getYear();

    private void turn() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void shows_the_headline_figures_and_two_cards_and_turns_to_the_next_by_itself() {
        signIn("lingdao");
        open(wall);

        assertThat(page()).contains("签约投资额", "5.00", "转化漏斗", "为什么变了", "第 1 / 5 页");
        assertThat(page()).doesNotContain("目标").doesNotContain("工作台");
        turn();
        assertThat(page()).contains("签约投资额", "目标", "行业 × 年份", "第 2 / 5 页").doesNotContain("转化漏斗");
    }

    @Test
    void stands_still_once_it_was_stopped_is_turned_by_hand_and_goes_on_by_itself_again() {
        signIn("lingdao");
        open(wall);
        pressLabelled("停住（空格键）");
        turn();
        assertThat(page()).contains("转化漏斗", "第 1 / 5 页");

        pressLabelled("下一页");
        assertThat(page()).contains("第 2 / 5 页");
        pressLabelled("继续翻页（空格键）");
        turn();
        assertThat(page()).contains("第 3 / 5 页");
    }

    @Test
    void what_is_drawn_stands_in_a_table_too_for_those_who_cannot_see_it() {
        signIn("lingdao");
        open(wall);

        assertThat(find(NativeTable.class).all())
                .extracting(this::words)
                .anySatisfy(table -> assertThat(table).contains("线索登记", "正式签约"));
        assertThat(find(NativeButton.class).withClassName("ww-figure-link").all())
                .as("nothing that takes the cursor is out of sight")
                .isEmpty();
    }

    @Test
    void begins_again_after_the_last_page() {
        signIn("lingdao");
        open(wall);
        for (int page = 0; page < 5; page++) {
            turn();
        }

        assertThat(page()).contains("转化漏斗", "第 1 / 5 页");
    }

    @Test
    void whoever_has_no_projects_of_their_own_sees_the_other_card_alone() {
        signIn("shenji");
        open(wall);
        turn();
        turn();

        assertThat(page()).contains("投资方所在地").doesNotContain("我的项目");
    }

    @Test
    void keeps_the_day_that_one_looks_at_and_leaves_to_the_same_cockpit() {
        signIn("lingdao");
        open(wall + "&asOf=" + signed.minusDays(1));

        assertThat(page()).contains("只读").containsPattern("签约投资额\\s+0\\.00");
        assertThat(find(Anchor.class).withClassName("ww-wall-link").single().getHref())
                .contains("cockpit?year=" + signed.getYear(), "asOf=" + signed.minusDays(1));
    }

    @Test
    void nobody_sums_what_is_in_another_park() {
        signIn("wuxi");
        open(wall);

        assertThat(page()).doesNotContain("5.00");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open(wall);

        assertThat(page()).contains("Cockpit", "Conversion funnel", "5.00").doesNotContain("转化漏斗");
    }
}
