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
    void tells_periods_in_words_and_holds_each_against_the_same_one_of_last_year() {
        signIn("lingdao");
        open("totals?by=half&year=all");
        assertThat(page()).containsPattern("\\d{4}年[上下]半年");
        open("totals?by=quarter&year=" + YEAR);
        String quarters = page();
        assertThat(quarters).containsPattern(YEAR + "年[一二三四]季度").doesNotContain(YEAR + "-Q");
        open("totals?by=month&year=" + YEAR);
        assertThat(page()).containsPattern(YEAR + "年\\d{1,2}月");
    }

    @Test
    void counts_each_project_in_one_size_band_when_asked_to() {
        signIn("lingdao");
        open("totals?by=sizeBand&year=all");
        assertThat(page()).contains("规模档", "≥1亿元");

        open("totals?by=sizeBand&year=all&bands=exclusive");

        assertThat(page()).contains("规模档").doesNotContain("≥1亿元");
        open("totals?year=all");
        assertThat(page()).doesNotContain("规模档");
    }

    @Test
    void speaks_of_catalogues_only_where_one_has_changed_or_todays_was_asked_for() {
        signIn("lingdao");
        open("totals?by=park&year=all");
        assertThat(page()).contains("100.0%").doesNotContain("目录");

        open("totals?by=park&year=all&tree=today");
        assertThat(page()).contains("100.0%", "目录");

        open("totals?by=park&year=all&tree=top");
        assertThat(page()).contains("100.0%", "目录");
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
