package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;

class TotalsViewTest extends ViewTest {
    private static final int YEAR = Today.date().getYear();

    @Test
    void shows_a_measure_by_class_with_share_and_the_same_period_last_year() {
        signIn("lingdao");
        open("totals?year=all");

        assertThat(page()).contains("统计", "行业", "金额（亿元）", "占比", "100.0%", "合计", "口径 default@1");
        open("totals?year=" + YEAR);
        assertThat(page()).contains("上年同期个数", "金额增减");
    }

    @Test
    void crosses_two_classes_and_opens_a_figure_to_its_projects() {
        signIn("lingdao");
        open("totals?by=park&across=year&year=all");

        NativeButton figure = find(NativeButton.class)
                .withCondition(button -> button.hasClassName("ww-figure-link"))
                .all()
                .getFirst();
        test(figure).click();
        roundTrip();
        assertThat(words(find(MasterDetailLayout.class).single().getDetail())).containsPattern("ZS-\\d{4}-\\d{4}");
    }

    @Test
    void an_empty_period_says_so() {
        signIn("lingdao");
        open("totals?measure=arrived&year=" + (YEAR - 5));

        assertThat(page()).contains("这个时段没有数字");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("totals?year=all");

        assertThat(page()).contains("Totals", "Share", "policy default@1");
    }
}
