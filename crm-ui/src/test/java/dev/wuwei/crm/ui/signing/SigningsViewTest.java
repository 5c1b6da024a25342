package dev.wuwei.crm.ui.signing;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.TALKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningsViewTest extends ViewTest {
    @Test
    void shows_each_agreement_with_contract_number_and_amount() {
        signIn("lingdao");
        open("signings");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                park().number(BUILDING),
                                BUILDING,
                                "ZS-TEST-1",
                                "正式协议",
                                "5.00",
                                Today.date().minusDays(150).toString()));
        assertThat(page()).doesNotContain(TALKS);
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("signings");

        assertThat(page()).contains("Signings", BUILDING).doesNotContain("正式协议");
    }

    @ParameterizedTest
    @ValueSource(strings = {"industry=textile", "amount=..4", "q=没有的", "year=1999"})
    void is_narrowed_by_its_address(String filters) {
        signIn("lingdao");
        open("signings?" + filters);

        assertThat(page()).doesNotContain(BUILDING).contains("没有符合条件的签约");
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open("signings");

        assertThat(page()).doesNotContain(BUILDING, "ZS-TEST-1");
    }

    @Test
    void a_day_before_the_signature_does_not_show_it() {
        signIn("zhuanyuan");
        open("signings?asOf=" + Today.date().minusDays(151));
        assertThat(page()).contains("你在看").doesNotContain(BUILDING);

        open("signings?asOf=" + Today.date().minusDays(149));
        assertThat(page()).contains("你在看", BUILDING);
    }

    @Test
    void a_past_list_is_narrowed_by_its_address_and_says_how_much_is_left() {
        String then = "&asOf=" + Today.date().minusDays(100);
        signIn("zhuanyuan");
        for (String filters : new String[] {
            "year=" + Today.date().minusDays(150).getYear(),
            "stage=FORMAL",
            "region=440000",
            "amount=5..6",
            "method=industry-chain",
            "registered=" + Today.date().minusDays(200) + ".." + Today.date().minusDays(200),
            "view=large",
            "view=mine"
        }) {
            open("signings?" + filters + then);
            assertThat(rows())
                    .as(filters)
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains(BUILDING, "5.00"));
        }
        for (String filters : new String[] {
            "year=1999",
            "stage=FRAMEWORK",
            "region=510000",
            "amount=6..",
            "amount=..5",
            "method=none",
            "registered=" + Today.date().minusDays(199) + "..",
            "q=ZS-TEST-9"
        }) {
            open("signings?" + filters + then);
            assertThat(rows()).as(filters).isEmpty();
        }
        signIn("fuzeren");
        open("signings?view=mine" + then);
        assertThat(page()).as("not his").doesNotContain(BUILDING);
    }
}
