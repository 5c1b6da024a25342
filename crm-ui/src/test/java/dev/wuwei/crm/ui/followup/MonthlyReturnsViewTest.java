package dev.wuwei.crm.ui.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthlyReturnsViewTest extends ViewTest {
    @Test
    void a_department_head_closes_a_month_and_opens_it_again_with_a_reason() {
        YearMonth last = YearMonth.from(Today.date()).minusMonths(1);
        signIn("fuzeren");
        open("returns?month=" + last);
        assertThat(words(view())).contains("月报", "应报");
        press("结账");
        press("结账");
        assertThat(words(view())).contains("已结账");
        press("重新开账");
        fill("原因", "两家企业报表退回");
        press("重新开账");
        assertThat(words(view())).contains("已重新开账", "两家企业报表退回");
    }

    @Test
    void others_look_and_close_nothing() {
        signIn("zhuanyuan", I18n.ENGLISH);
        open("returns");
        assertThat(words(view())).contains("Monthly returns").doesNotContain("Close month");
    }

    @Test
    void it_is_of_today_and_says_so_when_one_looks_at_another_day() {
        signIn("fuzeren");
        open("returns?asOf=" + Today.date().minusDays(1));

        assertThat(page()).contains("这一页只有今天的", "只读").doesNotContain("你在看");
        assertThat(buttons()).doesNotContain("结账", "重新开账");
    }
}
