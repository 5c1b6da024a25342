package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsViewTest extends ViewTest {
    @Test
    void shows_each_project_in_the_column_of_its_state() {
        signIn("lingdao");
        open("followups");

        assertThat(page()).contains("签约未开工", "开工未竣工", "竣工未投产", BUILDING);
    }

    @Test
    void the_same_as_a_list() {
        signIn("lingdao");
        open("followups?mode=list");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains(park().number(BUILDING), BUILDING, "一期", "开工未竣工", "5.00"));
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("followups?mode=list");

        assertThat(page()).contains("Five gaps", BUILDING).doesNotContain("开工未竣工");
    }

    @ParameterizedTest
    @ValueSource(strings = {"which=overdue", "industry=textile", "park=wuxi", "q=没有的"})
    void is_narrowed_by_its_address(String filters) {
        signIn("lingdao");
        open("followups?" + filters);

        assertThat(page()).doesNotContain(BUILDING);
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open("followups?mode=list");

        assertThat(page()).doesNotContain(BUILDING);
    }

    @Test
    void before_the_start_of_construction_it_stands_one_column_before() {
        signIn("lingdao");
        open("followups?mode=list&asOf=" + Today.date().minusDays(120));

        assertThat(page()).contains("你在看");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(BUILDING, "签约未开工"));
    }
}
