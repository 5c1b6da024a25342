package dev.wuwei.crm.ui.savedview;

import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnViewsTest extends ViewTest {
    private static final String TEXTILE = "leads?amount=1..3&industry=textile&view=mine";

    @Test
    void a_narrowed_list_is_saved_and_opened_again_by_its_name() {
        signIn("zhuanyuan");
        open(TEXTILE);
        press("存为视图");
        fill("名称", "大纺织");
        press("存为视图");
        assertThat(buttons()).contains("大纺织").doesNotContain("存为视图");

        open("leads");
        assertThat(page()).contains(ELSEWHERE);
        press("大纺织");
        assertThat(page()).contains(LEAD).doesNotContain(ELSEWHERE);

        signIn("lingdao");
        open("leads");
        assertThat(buttons()).as("of somebody else").doesNotContain("大纺织");
    }

    @Test
    void it_is_dropped_where_it_is_shown() {
        signIn("zhuanyuan");
        open("leads?q=甲子");
        press("存为视图");
        fill("名称", "甲子来的");
        press("存为视图");

        pressLabelled("删除视图“甲子来的”");
        assertThat(buttons()).contains("存为视图").doesNotContain("甲子来的");
        open("leads");
        assertThat(buttons()).doesNotContain("甲子来的");
    }

    @Test
    void a_view_without_a_name_is_refused_at_its_field() {
        signIn("zhuanyuan");
        open("leads?park=liangchan");
        long before = events();
        press("存为视图");
        press("存为视图");

        assertThat(errors()).containsKey("名称");
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leads?q=x",
                "negotiations?q=x",
                "signings?q=x",
                "followups?q=x",
                "tickets?q=x",
                "commitments?q=x"
            })
    void every_list_offers_it_once_it_is_narrowed(String address) {
        signIn("zhuanyuan", I18n.ENGLISH);
        open(address);
        assertThat(buttons()).contains("Save as a view");
        open(address.replace("?q=x", ""));
        assertThat(buttons()).doesNotContain("Save as a view");
    }

    @Test
    void history_too_offers_it() {
        signIn("lingdao");
        open("audit?late=true");
        assertThat(buttons()).contains("存为视图");
    }

    @Test
    void nothing_is_saved_in_the_past() {
        signIn("zhuanyuan");
        open("leads?q=x&asOf=" + Today.date().minusDays(17));
        assertThat(buttons()).doesNotContain("存为视图");
    }
}
