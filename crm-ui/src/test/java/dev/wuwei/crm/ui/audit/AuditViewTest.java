package dev.wuwei.crm.ui.audit;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.ELSEWHERE;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditViewTest extends ViewTest {
    @Test
    void tells_every_event_in_a_sentence_with_its_author() {
        signIn("shenji");
        open("audit?topic=AGREEMENT");

        assertThat(page()).contains("测试负责人", "签订正式协议", BUILDING, park().number(BUILDING));
    }

    @Test
    void speaks_english_too() {
        signIn("shenji", I18n.ENGLISH);
        open("audit?topic=LEAD");

        assertThat(page()).contains("Audit", "registered the lead").doesNotContain("登记线索");
    }

    @Test
    void is_narrowed_by_author() {
        signIn("shenji");
        open("audit?topic=LEAD&by=" + park().staff("wuxi"));

        assertThat(page()).contains(ELSEWHERE).doesNotContain(LEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=nobody", "topic=NOTHING", "recorded=yesterday..", "occurred=2023-02-30.."})
    void a_filter_that_cannot_be_read_is_left_out(String filters) {
        signIn("shenji");
        open("audit?" + filters);

        assertThat(page()).contains("测试负责人").doesNotContain("没有这个页面");
    }

    @Test
    void an_auditor_of_one_park_reads_that_park_alone() {
        signIn("wuxishenji");
        open("audit?topic=LEAD");

        assertThat(page()).contains(ELSEWHERE).doesNotContain(LEAD);
    }

    @Test
    void it_is_not_for_everybody() {
        signIn("zhuanyuan");
        open("audit");

        assertThat(page()).contains("这一页不归你看").doesNotContain("签订正式协议");
    }

    @Test
    void of_a_past_day_it_tells_what_had_happened_by_then() {
        signIn("shenji");
        open("audit?topic=LEAD&asOf=" + Today.date().minusDays(17));
        assertThat(page()).contains("你在看", LEAD).doesNotContain(ELSEWHERE);

        open("audit?topic=LEAD&occurred=.." + Today.date().minusDays(30) + "&asOf="
                + Today.date().minusDays(17));
        assertThat(page()).contains(BUILDING).doesNotContain(LEAD, ELSEWHERE);
    }
}
