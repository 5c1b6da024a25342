package dev.wuwei.crm.ui.commitment;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.ROAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;

class CommitmentsViewTest extends ViewTest {
    @Test
    void opens_on_what_was_not_kept_beside_the_rates() {
        signIn("lingdao");
        open("commitments");

        assertThat(page()).contains("企业履约率", "政府兑现率", "履约 0 ／ 应判 1");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains(BUILDING, "6.1", ROAD, "未完成", "晚 50 天", "逾期未兑现", "v1"));
    }

    @Test
    void what_was_kept_is_a_list_of_its_own() {
        signIn("lingdao");
        open("commitments?outcome=kept");

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("5.1", "达标"));
    }

    @Test
    void is_narrowed_to_one_side() {
        signIn("lingdao");
        open("commitments?outcome=all&side=company");

        assertThat(page()).contains("到期待判").doesNotContain(ROAD);
    }

    @Test
    void the_day_before_it_was_late_does_not_count_it() {
        signIn("lingdao");
        open("commitments?asOf=" + Today.date().minusDays(50));

        assertThat(page()).contains("没有承诺").doesNotContain(ROAD);
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("commitments");

        assertThat(page()).contains("Government fulfilment", "overdue").doesNotContain("兑现");
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open("commitments?outcome=all");

        assertThat(page()).doesNotContain(BUILDING);
    }
}
